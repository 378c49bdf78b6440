// Keeps the site for a visit without a network, and offers what comes after it. A page loads this once it stands and has
// nothing better to do; without it, the site is as it was.

const HOUR = 3600000;
const NEW_EDITION = "A new edition is ready";

// When another release takes over, whichever tab asked for it, every tab loads anew: what the reader chose is in the
// address and on the device, and a page would get no file of its own release any more.
let isReloading = false;
function reloadOnce() {
  if (isReloading) return;
  isReloading = true;
  location.reload();
}

// Registers the worker at that address. What is to be said, the page says; it knows which worker had it from the start.
export async function keep(address, page) {
  if (page.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", reloadOnce);
    if (navigator.serviceWorker.controller !== page.controller) reloadOnce();
  }
  const registration = await navigator.serviceWorker.register(page.trusted(address));
  follow(registration, page);
}

// Offers every release that comes after the one in use, and looks for one now and on coming back after an hour.
function follow(registration, page) {
  const toast = page.speaker();
  const watch = (next) => {
    if (!next || !registration.active) return;
    const look = () => next.state === "installed" && offer(registration, toast, page);
    next.addEventListener("statechange", look);
    look();
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));

  let looked = -HOUR;
  const look = () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without a network there is nothing new.
    registration.update().catch(() => {});
  };
  if (registration.active) look();
  else looked = Date.now();
  document.addEventListener("visibilitychange", look);
}

function offer(registration, toast, page) {
  const reload = page.button("Reload", () => {
    const next = registration.waiting;
    if (!next) return location.reload();
    next.addEventListener("statechange", () => next.state === "activated" && reloadOnce());
    next.postMessage("take over");
  });
  page.say(toast, NEW_EDITION, reload, "Later");
}
