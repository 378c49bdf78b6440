// Keeps a release of the site on the device, so that every page opens without a network.
//
// In a built site three values stand above this text, written by `offline/`: RELEASE, the name of the release; FILES,
// the path and the SHA-256 of every file that a page may need; LEFT_OUT, the paths of the others.
//
// What holds, whatever happens:
// - A page has all its files from one release, that of the worker that controls it. Each has a cache of its own, which
//   nothing changes once it is whole. A page loaded without a worker is not claimed: it has its files from elsewhere.
// - Nothing comes in that is not what was published. The browser holds every file against its hash, so the page that a
//   hotel's network answers everything with, or half of the next release, fails the whole installation.
// - What fails leaves the release in use as it was, and nothing of itself.

// All project sites of a user share an origin and its caches; these names are ours, for this folder only.
const BASE = new URL(self.registration.scope).pathname;
const OURS = `liner-notes ${BASE} `;
const CACHE = OURS + RELEASE;

// By address, what a file is kept under: its hash is part of it, so one that did not change is found again in the
// cache of another release.
const KEPT = new Map(Object.entries(FILES).map(([path, hash]) => [BASE + path, `${BASE}${path}?${encodeURIComponent(hash)}`]));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", answer);

// The reader has asked for the release that waits.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

async function install() {
  // A release that was withdrawn may come back while it is still in use.
  if (await isWhole()) return;
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const earlier = await Promise.all((await others()).map((name) => caches.open(name)));
  const stop = new AbortController();
  const taken = await Promise.allSettled(
    Object.entries(FILES).map(async ([path, hash]) => {
      try {
        const kept = KEPT.get(BASE + path);
        await cache.put(kept, (await found(kept, earlier)) ?? (await fetched(path, hash, stop.signal)));
      } catch (error) {
        stop.abort(error);
        throw error;
      }
    }),
  );
  const failed = taken.find(({ status }) => status === "rejected");
  if (failed || !(await isWhole())) {
    await caches.delete(CACHE);
    throw failed?.reason ?? new Error("the release was lost while it was stored");
  }
}

// A file's answer in one of the caches.
async function found(kept, earlier) {
  for (const cache of earlier) {
    const answer = await cache.match(kept);
    if (answer) return answer;
  }
}

// A file's answer from the host. What the page has just loaded is at hand and need not come again; where that is not
// what this release has, the host is asked past all caches.
async function fetched(path, hash, signal) {
  const ask = async (cache) => {
    const answer = await fetch(BASE + path, { cache, integrity: `sha256-${hash}`, redirect: "error", signal });
    if (!answer.ok) throw new Error(`${path}: the host answers ${answer.status}`);
    return answer;
  };
  try {
    return await ask("default");
  } catch (error) {
    if (signal.aborted) throw error;
    return ask("reload");
  }
}

// Whether the cache of this release holds all of it. Files are put there one by one, each once it has been checked.
async function isWhole() {
  if (!(await caches.has(CACHE))) return false;
  const cache = await caches.open(CACHE);
  return (await cache.keys()).length === KEPT.size;
}

// The names of our caches of other releases, whole or not.
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

// Removes the other releases. Where one is on its way already, its cache is among them, and removing is left to it.
async function tidy() {
  const names = await others();
  const { installing, waiting } = self.registration;
  if ([installing, waiting].some((next) => next?.state.startsWith("install"))) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

function answer(event) {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(BASE)) return;
  // A page that does not start asks for itself anew.
  if (request.cache === "reload") return;
  if (KEPT.has(pathname)) {
    event.respondWith(kept(pathname, request));
  } else if (request.mode === "navigate" && !LEFT_OUT.includes(pathname.slice(BASE.length))) {
    event.respondWith(page(pathname, search, request));
  }
}

// A page as the host finds it, whatever the query: a folder's name goes on to the one with a slash, and what is nowhere
// gets the page for unknown paths, which is where the app opens what has no file.
async function page(pathname, search, request) {
  if (KEPT.has(`${pathname}index.html`)) return kept(`${pathname}index.html`, request);
  if (KEPT.has(`${pathname}/index.html`)) return Response.redirect(`${pathname}/${search}`, 301);
  const unknown = await kept(`${BASE}404.html`, request);
  return new Response(unknown.body, { status: 404, statusText: "Not Found", headers: unknown.headers });
}

// A file of this release. Where the browser has thrown the cache away, the host is all there is.
async function kept(pathname, request) {
  return (await caches.match(KEPT.get(pathname), { cacheName: CACHE })) ?? fetch(request);
}
