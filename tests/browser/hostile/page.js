// What the tests of hostile input do inside the page: they watch it, hand it one string after the other, and wait each
// time until the app has answered. A page that was opened anew is watched anew.
const hostile = (window.hostile ??= (() => {
  const seen = { runs: [], strange: [], errors: [], slow: [] };
  // How long an answer may take, in milliseconds; how often one is asked for that takes longer, since a moment may belong to
  // whatever else is at work; how long is waited for one at all.
  const LIMIT = 1000;
  const TRIES = 3;
  const PATIENCE = 20000;

  // ---- Watching

  const name = (node) => (node.outerHTML ?? String(node)).slice(0, 200);
  for (const canary of ["canary", "alert", "confirm", "prompt", "print"]) {
    window[canary] = (...words) => void seen.runs.push(`${canary}(${words})`);
  }
  addEventListener("error", (event) => seen.errors.push(String(event.message ?? event.type)));
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
  addEventListener("securitypolicyviolation", (event) => seen.strange.push(`${event.violatedDirective} ${event.blockedURI}`));
  const say = console.error;
  console.error = (...words) => (seen.errors.push(words.join(" ")), say(...words));

  const own = (address) => {
    // No page of ours lies where an address has no base.
    if (!URL.canParse(address, document.baseURI)) return false;
    const { origin, protocol, href } = new URL(address, document.baseURI);
    // Scripts and files have no origin, which is one and the same for all that have none.
    if (origin !== location.origin || protocol !== location.protocol) return false;
    return protocol !== "file:" || href.startsWith(location.href.split("#")[0]);
  };
  // Files that the one file carries are named as if they lay beside it.
  const isCarried = (address) => location.protocol === "file:" && !/^[^/?#]*:/.test(address);
  const isHarmless = (address) => own(address) || isCarried(address) || /^(https?|mailto|blob):/i.test(address);
  const MARKUP = "iframe, frame, object, embed, applet, base, meta, img, audio, video, source, style, form, template, marquee";
  const look = (element) => {
    const isApps = document.head.contains(element) && element.matches("meta, style, base");
    if (element.matches(MARKUP) && !isApps) seen.strange.push(name(element));
    if (element.localName === "script" && !(element.src && own(element.src))) seen.strange.push(name(element));
    for (const { name: attribute, value } of element.attributes) lookAt(element, attribute, value);
  };
  const lookAt = (element, attribute, value) => {
    if (/^on|^srcdoc$/i.test(attribute)) seen.strange.push(`${attribute} on ${name(element)}`);
    const isAddress = /^(xlink:)?href$|^src$|^action$|^formaction$/i.test(attribute);
    if (isAddress && value !== null && !isHarmless(value)) seen.strange.push(`${attribute}=${value} on ${name(element)}`);
  };
  const take = (records) => {
    for (const { target, addedNodes, attributeName } of records) {
      if (attributeName) lookAt(target, attributeName, target.getAttribute(attributeName));
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        node.querySelectorAll("*").forEach(look);
      }
    }
  };
  const watcher = new MutationObserver(take);
  watcher.observe(document, { subtree: true, childList: true, attributes: true });
  // What stands there already was drawn by nobody's input, but its links count.
  for (const link of document.querySelectorAll("body [href]")) lookAt(link, "href", link.getAttribute("href"));

  // ---- Waiting

  const { port1, port2 } = new MessageChannel();
  const turn = () => new Promise((done) => ((port1.onmessage = done), port2.postMessage(0)));
  const rest = () => new Promise((done) => setTimeout(done, 1));
  // Timers get their turn as well, or a busy engine never comes to what the app waits for.
  let longest = 0;
  const until = async (what, holds) => {
    const start = performance.now();
    for (let looks = 0; !holds(); looks += 1) {
      if (performance.now() - start > PATIENCE) throw new Error(`no answer: ${what}`);
      await (looks < 8 ? turn() : rest());
    }
    longest = Math.max(longest, performance.now() - start);
  };
  // Does something with every string; each way to do it waits until the app has answered.
  const each = async (strings, act) => {
    for (const string of strings) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        longest = 0;
        await act(string);
        if (longest < LIMIT) break;
        if (tries === TRIES - 1) seen.slow.push(`${Math.round(longest)} ms: ${JSON.stringify(string).slice(0, 200)}`);
      }
      await turn();
      take(watcher.takeRecords());
    }
    return strings.length;
  };

  // ---- The ways in

  const heading = () => document.querySelector("h1")?.textContent ?? "";
  const ask = () => new URL((linerNotes.heard() ?? "").split("\u001f")[0].replace(/^\S* /, ""), location.href);
  const isLost = () => document.querySelector(".sheet-status")?.textContent === "This could not be loaded.";

  // Follows a link as a person does who presses it. What the app leaves to the browser is not followed.
  const follow = (href) => {
    const link = document.createElement("a");
    link.setAttribute("href", href);
    document.querySelector("main").append(link);
    watcher.takeRecords();
    link.click();
    link.remove();
    watcher.takeRecords();
  };
  addEventListener("click", (event) => event.target.closest?.("a") && event.preventDefault());

  const type = async (string) => {
    const field = document.querySelector("#search-field");
    field.value = string;
    const typed = field.value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(`to ${string}`, () => linerNotes.heard() && (ask().searchParams.get("q") ?? "") === typed);
    await turn();
    if (field.value !== typed || isLost()) throw new Error(`what was typed is lost: ${string}`);
  };
  // Goes to another page than the one that is there, whose heading says when it has come.
  const goTo = async (address) => {
    const before = heading();
    follow(address);
    await until(address, () => heading() !== before);
  };
  // Goes to the page that has the string in its path, below a base. Whoever goes there a second time goes by another one.
  let last;
  const go = (base) => async ({ path, string }) => {
    const address = base + path + encodeURIComponent(string);
    if (address === last) await goTo(`${base}about`);
    last = address;
    await goTo(address);
    await turn();
  };
  // Goes to pages with as many of the strings in the query as there are; the last key, of which each page has to say
  // something, shows that it is there. Links, since browsers let no page change its address hundreds of times.
  const be = (base) => async (strings) => {
    const encoded = strings.map(encodeURIComponent);
    const [some, more] = [encoded.slice(0, 40), encoded.slice(40)];
    const keys = more.map((string) => `${string}=1`).join("&");
    const [last] = encoded;
    for (const [place, end] of [
      [`compare?reviews=${some.join()}&text=${last}&topic=${last}&status=${last}&group=${last}&${keys}`, "compare"],
      [`timeline?order=${last}&view=${last}&moment=${last}&${keys}`, "timeline"],
      [`beside?reviews=${some.join()}&topic=${last}&${keys}`, "beside"],
      [`take?of=${last}&reviews=${some.join()}&${keys}`, "take"],
      [`search?q=${some.join("+")}&all=${last}&${keys}`, "search"],
    ]) {
      follow(`${base}${place}&the-end-of-${end}=1`);
      const said = () => document.querySelector(".notice")?.textContent ?? "";
      await until(end, () => said().includes(`the-end-of-${end}`));
      await until(`the sheet of ${end}`, () => document.querySelector(".sheet-status")?.textContent !== "One moment…");
      if (isLost()) throw new Error(`the sheet of ${end} is lost: ${strings}`);
    }
  };

  const outcomes = () => document.querySelectorAll(".attaching-outcome");
  const isDone = () => document.querySelector(".attaching-progress")?.textContent === "";
  const attach = async (event, count) => {
    document.body.dispatchEvent(event);
    await until("what came of it", () => isDone() && outcomes().length === count);
  };
  const drop = async (strings) => {
    const dataTransfer = new DataTransfer();
    // A name of a file has no nought and no slash in it; the browser has nothing against either.
    for (const string of strings) dataTransfer.items.add(new File([string], string));
    await attach(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }), strings.length);
  };
  // Drops a text that is known, with the strings behind it as paragraphs of their own, and waits until its last words stand
  // on the review's page.
  const dropKnown = async ({ text, strings }) => {
    const end = `The end of what was attached at ${performance.now()}.`;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([[text, ...strings, end].join("\n\n")], "known.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    await until(end, () => document.querySelector(".review-text")?.textContent.includes(end));
  };
  const paste = async (string) => {
    // Firefox gives no script an event with something on the clipboard.
    const event = new Event("paste", { bubbles: true, cancelable: true });
    const clipboardData = { files: [], getData: () => string };
    await attach(Object.defineProperty(event, "clipboardData", { value: clipboardData }), 1);
  };

  const ways = { type, go: go("/"), goInFile: go("#/"), be: be("/"), beInFile: be("#/"), drop, dropKnown, paste };
  return {
    each: (way, strings) => each(strings, ways[way]),
    seen: () => (take(watcher.takeRecords()), seen),
  };
})());
