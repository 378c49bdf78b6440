// Watches over the app from outside of it, for an app that has failed cannot say so. What fails in WebAssembly comes
// here as an error of the page: a panic, memory that ran out, a stack that did, an error of the browser's that nobody
// expected. After it the app may answer nothing any more, or only parts of the page. So a panel says what happened and
// what can be done, and links lead on as the browser's own do, which loads the app anew.
{
  // When it last failed in this tab.
  const FAILED = "liner-notes.failed";
  const SOON = 60000;

  // Where in the code it failed is told in words on the console alone. Nothing else of these words is kept: a value that
  // the app did not expect may be in them, and it may be the reader's.
  let place = "";
  const { error: write } = console;
  console.error = (...words) => {
    // Others write what is no text, and not all of that becomes one.
    const [, file] = /panicked at (\S+:\d+:\d+)/.exec(typeof words[0] === "string" ? words[0] : "") ?? [];
    // Of a library's file from its folder on, not where that lay on some machine.
    if (file) place = file.replace(/^.*\/(?=[^/]+\/src\/)/, "");
    write.apply(console, words);
  };

  const isApps = (error) => error instanceof WebAssembly.RuntimeError || /wasm/.test(error?.stack);

  // What helps whoever mends it, and tells nothing of the reader: no address but the page's own place in the site, no
  // words that were typed.
  const report = (error) => {
    const glue = document.querySelector("[data-glue]")?.dataset.glue.split("/").pop() ?? "the app as one file";
    const parts = location.hash.startsWith("#/") ? location.hash.slice(1) : location.pathname;
    const calls = String(error.stack ?? "").match(/wasm-function\[\d+\]/g) ?? [];
    return [
      `Liner Notes, ${glue}`,
      document.querySelector(".footing a")?.textContent.trim(),
      `At: ${parts.split("?")[0]}`,
      `Failed: ${error.name}${place && ` at ${place}`}`,
      `In: ${calls.slice(0, 12).join(" ")}`,
      `Browser: ${navigator.userAgent}`,
    ].join("\n");
  };

  // Whether it failed not long ago: then loading it again is not likely to help.
  const failedBefore = () => {
    try {
      const before = Number(sessionStorage.getItem(FAILED));
      sessionStorage.setItem(FAILED, Date.now());
      return before > 0 && Math.abs(Date.now() - before) < SOON;
    } catch {
      return false;
    }
  };

  // The place without any choice, and with the dial at its first stop.
  const openAfresh = () => {
    try {
      localStorage.removeItem("liner-notes.dial");
    } catch {
      // Then there is none.
    }
    const place = location.hash.startsWith("#/") ? location.hash.split("?")[0] : "";
    history.replaceState(null, "", location.pathname + place);
    location.reload();
  };

  const button = (words, pressed, className = "button") => {
    const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: words });
    if (pressed) made.addEventListener("click", pressed);
    return made;
  };

  const show = (error) => {
    const isAgain = failedBefore();
    const panel = document.createElement("dialog");
    panel.className = "ask guard";
    panel.setAttribute("role", "alertdialog");
    panel.setAttribute("aria-labelledby", "guard-heading");
    panel.setAttribute("aria-describedby", "guard-words");
    const heading = Object.assign(document.createElement("h2"), { id: "guard-heading" });
    heading.textContent = isAgain ? "The app has failed again" : "The app has failed";
    const words = Object.assign(document.createElement("p"), { id: "guard-words" });
    words.textContent =
      "You can go on reading and follow links, but the page’s controls may not answer. What you chose is in its address, " +
      "and what is kept on this device stays." +
      (isAgain ? " Opened afresh, without choices and with the dial at its first stop, it may well work." : "");
    const buttons = Object.assign(document.createElement("div"), { className: "ask-buttons" });
    const copy = button("Copy a report");
    copy.dataset.copy = report(error);
    const again = ["Load again", () => location.reload()];
    const afresh = ["Open afresh", openAfresh];
    const [first, ...others] = isAgain ? [afresh, again] : [again];
    buttons.append(
      button(...first, "button button-primary"),
      ...others.map((other) => button(...other)),
      copy,
      button("Close", () => panel.close()),
    );
    panel.append(heading, words, buttons);
    document.body.append(panel);
    // Nothing that is open answers any more.
    for (const open of document.querySelectorAll("dialog[open]")) open.close();
    panel.show();
  };

  let isShown = false;
  const look = (error) => {
    if (isShown || !isApps(error)) return;
    isShown = true;
    addEventListener("click", (event) => event.target.closest?.("a[href]") && event.stopImmediatePropagation(), true);
    addEventListener("popstate", () => location.reload());
    // Not here: where the stack has overflowed there is no room for it.
    setTimeout(show, 0, error);
  };

  addEventListener("error", ({ error }) => look(error));
  addEventListener("unhandledrejection", ({ reason }) => look(reason));
  // What failed before this was loaded.
  look(document.documentElement.failed);
}
