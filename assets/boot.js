// Starts the app, and does what must be done where it does not start; then loads what the page needs once it stands.
//
// All it takes from a page is what the tag that loads it says: `data-glue` and `data-wasm`, where the app is,
// `data-desk`, where the desk is that draws sheets for it, and `data-worker`, on the pages of a finished site, that there
// is a worker to keep it. On such a page the tag also says what this script must be; and above this text stands, written
// by `seal/`, what the files must be that it loads. So nothing runs that is not of the page's own release. Where this very
// script is not, `before_paint.js` sees to it.
(() => {
  "use strict";

  const TRIED = "liner-notes.tried";
  const READ_ON = "You can read this page, but its controls will not answer.";
  const NOT_STARTED = `The app did not start. ${READ_ON}`;
  const NO_WEBASSEMBLY = `This browser is too old for the app, or has WebAssembly turned off. ${READ_ON}`;
  const NOT_ALL = "A part of this page did not load. Some buttons and keys will not answer.";

  const root = document.documentElement;
  const tag = document.currentScript;
  const { glue, wasm, worker } = tag.dataset;
  const base = new URL(".", tag.src).href;
  // The hashes of a built site's files, by their names.
  const { integrity = {} } = globalThis.linerNotes ?? {};

  // ---- Loading

  // What may become a script: what lies beside this one.
  const policy = globalThis.trustedTypes?.createPolicy("liner-notes", {
    createScriptURL(asked) {
      if (!asked.startsWith(base)) throw new TypeError(asked);
      return asked;
    },
  });
  const trusted = (address) => (policy ? policy.createScriptURL(address) : address);

  const hashOf = (address) => integrity[address.split("/").pop()] ?? "";

  // Loads a module as it was published, or fails. An import by itself holds a file against no hash; once a tag has had
  // it, it takes that. What has the same name in every release is not taken from another's. Firefox never asks again for a
  // module that has failed to come, so it has another address then, which is the same to the host.
  const failed = {};
  async function load(address) {
    const hash = hashOf(address);
    const src = new URL(`${address}?${hash.slice(7, 15)}${failed[address] ?? ""}`, base).href;
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { type: "module", integrity: hash, src: trusted(src), onload: resolve });
      script.onerror = () => {
        failed[address] = `${failed[address] ?? ""}#`;
        reject(new Error(`${src} is not as published`));
      };
      document.head.append(script);
    });
    return import(src);
  }

  // ---- Taking over what was drawn beforehand

  // While the app draws it is handed what stands in the page, in place of what it asks the document to make. Yew makes
  // a tree from its end, every node before what is in it, and puts each in its place at once; so the page's own nodes
  // are handed out in that order. A long page says which elements are drawn later, and these are handed out last. From
  // the first that does not fit, which an extension may have put there, all else is made anew.
  function takeOver(app) {
    const drawn = [];
    const left = new Set();
    const list = () => {
      const later = [];
      const below = (parent, to) => {
        for (let node = parent.lastChild; node; node = node.previousSibling) {
          const into = node.hasAttribute?.("data-later") ? later : to;
          into.push(node);
          below(node, into);
        }
      };
      below(app, drawn);
      drawn.push(...later);
      for (const node of drawn) left.add(node);
      // One more or one fewer than were drawn could be taken for another of its kind.
      fits = app.getElementsByTagName("*").length === Number(app.dataset.elements);
    };
    let place = 0;
    let fits = true;
    const take = (name, namespace) => {
      const node = drawn[place];
      fits &&= node?.nodeName.toLowerCase() === name.toLowerCase() && (!namespace || node.namespaceURI === namespace);
      if (!fits) return null;
      place += 1;
      left.delete(node);
      return node;
    };

    const { createElement, createElementNS, createTextNode } = document;
    const { cloneNode, insertBefore } = Node.prototype;
    const make = (name) => createElement.call(document, name);
    // Yew makes one element of each name, and clones it for the others, later ones too.
    const pattern = (name) => {
      const made = make(name);
      made.cloneNode = () => (isDrawing && take(name)) || cloneNode.call(made);
      return made;
    };
    let isDrawing = false;

    // Not before: until then others may add to the page.
    app.addEventListener("liner-notes:draw", list, { once: true });
    app.addEventListener("liner-notes:draw", () => {
      isDrawing = true;
      document.createElement = (name) => {
        const node = take(name);
        if (node) node.cloneNode = () => delete node.cloneNode && pattern(name);
        return node ?? make(name);
      };
      document.createElementNS = (space, name) => take(name, space) ?? createElementNS.call(document, space, name);
      // Texts that the app has side by side came as one.
      document.createTextNode = (words) => {
        const node = drawn[place];
        if (fits && words) {
          fits = node?.nodeType === Node.TEXT_NODE && node.data.endsWith(words);
          if (fits && node.data !== words) return node.splitText(node.data.length - words.length);
        }
        return (words && take("#text")) || createTextNode.call(document, words);
      };
      Node.prototype.insertBefore = function (node, next) {
        let after = node.nextSibling;
        while (left.has(after)) after = after.nextSibling;
        const isThere = node.parentNode === this && after === (next ?? null);
        return isThere ? node : insertBefore.call(this, node, next);
      };
      // Yew would empty it first.
      Object.defineProperty(app, "lastChild", { value: null, configurable: true });
    });
    app.addEventListener("liner-notes:drawn", () => {
      if (!isDrawing) return;
      isDrawing = false;
      for (const name of ["createElement", "createElementNS", "createTextNode"]) delete document[name];
      Node.prototype.insertBefore = insertBefore;
      delete app.lastChild;
    });
    app.addEventListener("liner-notes:taken-over", () => {
      for (const node of left) node.remove();
      left.clear();
      drawn.length = 0;
    });
  }
  const drawn = document.querySelector("#app[data-drawn]");
  // A page that failed when it was taken over is drawn anew, whatever it was that stood in the way; where that fails as
  // well, it stands there again as it was.
  const asItWas = hasTried() && drawn?.cloneNode(true);
  if (asItWas) delete drawn.dataset.drawn;
  else if (drawn) takeOver(drawn);

  // ---- Starting

  // Ends when the app has taken in everything that it starts from, or with what kept it from that.
  async function start() {
    // Style sheets that have failed to come are empty. A script like this one runs after they have come or have not, but
    // in WebKit it does not wait for one that stands at the page's end.
    const sheets = Array.from(document.querySelectorAll('link[rel="stylesheet"]'));
    const lost = () => sheets.find((link) => !link.sheet?.cssRules.length);
    if (lost() && document.readyState !== "complete") {
      await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    }
    if (lost()) throw new Error(`${lost().href} cannot be had`);
    const settled = ready();
    const app = fetch(wasm, { integrity: hashOf(wasm) });
    // Whatever fails first says so.
    app.catch(() => {});
    const { default: init } = await load(glue);
    await init({ module_or_path: app });
    await settled;
  }

  // Ends when the app says that it is ready, or with the error that it ends with before.
  function ready() {
    const ready = new Promise((resolve, reject) => {
      const look = () => root.dataset.ready && resolve();
      new MutationObserver(look).observe(root, { attributeFilter: ["data-ready"] });
      // Once it is ready, `guard.js` says so, which comes later.
      addEventListener("error", ({ error }) => {
        if (error?.name === "RuntimeError" || /wasm/.test(error?.stack)) reject((root.failed = error));
      });
    });
    // Where the app cannot be had at all, nobody waits for it.
    ready.catch(() => {});
    return ready;
  }

  // Once in a row for each page, loads it anew past every cache; else lets it stand as it is.
  async function recover(error) {
    // It may have ended in the middle of a drawing.
    drawn?.dispatchEvent(new Event("liner-notes:drawn"));
    console.error(error);
    if (!globalThis.WebAssembly) return giveUp(NO_WEBASSEMBLY);
    try {
      if (!(await isNewlyFetched())) throw error;
      location.reload();
    } catch {
      giveUp(NOT_STARTED);
    }
  }

  // Fetches this page past the browser's cache and the worker's, which the next load then finds.
  async function isNewlyFetched() {
    if (hasTried()) return false;
    const answer = await fetch(location.href, { cache: "reload" });
    // Whatever else answers, such as a hotel's network, leaves the page as it is.
    if (!(await answer.text()).includes("data-glue=")) return false;
    remember(location.pathname);
    await letGo().catch(() => {});
    return true;
  }

  // Lets go of the worker, with whose release this page did not start: it comes back with one that does. What controls
  // a folder above this one is somebody else's.
  async function letGo() {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (registration?.scope === base) await registration.unregister();
  }

  // Whether this page was loaded anew for this before. Where nothing can be remembered, what was loaded anew for
  // whatever reason is not loaded anew once more.
  function hasTried() {
    try {
      return sessionStorage.getItem(TRIED) === location.pathname;
    } catch {
      return performance.getEntriesByType("navigation")[0]?.type !== "navigate";
    }
  }

  function remember(tried) {
    try {
      sessionStorage.setItem(TRIED, tried);
    } catch {
      // `hasTried` does without.
    }
  }

  // Shows the page as it is, and says that it is no more than that.
  function giveUp(words) {
    delete root.dataset.held;
    if (asItWas) drawn.replaceWith(asItWas);
    tell(words);
  }

  function tell(words) {
    say(speaker(), words, button("Load again", () => location.reload()), "Close");
  }

  // ---- Laying out

  // Until the app has started only what is in sight is laid out, as `layout.css` says. The rest follows some parts at a
  // time, in turns of about so many milliseconds that a press between two of them is answered; in one piece, the longest
  // page would take as long as a reader notices. A turn takes one part more than the last, as long as that was quick
  // enough. Whoever needs to know where things are before that sets the mark on the root, and all is laid out at once.
  const TURN = 12;
  function layOut() {
    const parts = Array.from(document.querySelectorAll("[data-later], .topic-row"));
    const turn = (many) => {
      if ("laidOut" in root.dataset) return;
      const start = performance.now();
      for (const part of parts.splice(0, many)) part.dataset.laidOut = "";
      // Asking for a height has them laid out now.
      const each = (root.offsetHeight && performance.now() - start) / many;
      if (parts.length) setTimeout(turn, 0, Math.max(1, Math.min(many + 1, Math.floor(TURN / each))));
      else root.dataset.laidOut = "";
    };
    turn(1);
  }

  // ---- The desk

  // Its script is loaded when it is first asked something and the page has nothing better to do; from then on it is asked
  // itself. Of what it is asked meanwhile the last is of interest, and nothing but that reaches it: those who wait for the
  // same script are not called in the order in which they came.
  let question;
  globalThis.linerNotes = {
    integrity,
    async ask(asked) {
      const isOnItsWay = question !== undefined;
      question = asked;
      if (isOnItsWay) return;
      try {
        await idle();
        await load(tag.dataset.desk);
        linerNotes.ask(question);
      } catch (error) {
        question = undefined;
        console.error(error);
        root.dispatchEvent(new Event("liner-notes:heard"));
      }
    },
    heard() {},
  };

  // ---- What comes once the page stands

  // The worker that had this page when it was loaded.
  const { controller } = navigator.serviceWorker ?? {};

  // What a first look at the page does not need is loaded once it has nothing better to do.
  async function addTheRest() {
    await idle();
    const isKept = worker !== undefined && "serviceWorker" in navigator && location.protocol.startsWith("http");
    try {
      // It says what the others must be.
      Object.assign(integrity, (await load("guard.js")).integrity);
      const names = ["share.js", "keys.js", ...(isKept ? ["keep.js"] : [])];
      const [, , kept] = await Promise.all(names.map(load));
      // A browser that lets nobody keep anything says so here, and nothing is lost by it.
      kept?.keep(`${base}worker.js`, { controller, speaker, say, button, trusted }).catch(() => {});
    } catch {
      tell(NOT_ALL);
    }
  }

  function idle() {
    return new Promise((resolve) => {
      // Whoever asks for something is not to wait for long.
      const wait = () =>
        window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 500 }) : setTimeout(resolve);
      if (document.readyState === "complete") wait();
      else addEventListener("load", wait, { once: true });
    });
  }

  // ---- What both say

  // The place for words about the page itself. It is there before they are, for those who have them read out.
  function speaker() {
    const toast = document.body.appendChild(document.createElement("div"));
    toast.className = "toast";
    toast.setAttribute("role", "status");
    return toast;
  }

  function say(toast, words, action, putAway) {
    toast.replaceChildren(`${words} `, action, " ", button(putAway, () => toast.replaceChildren()));
  }

  function button(words, pressed) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "toast-action";
    made.textContent = words;
    made.addEventListener("click", pressed);
    return made;
  }

  start().then(() => {
    remember("");
    layOut();
    addTheRest();
  }, recover);
})();
