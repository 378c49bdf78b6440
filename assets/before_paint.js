{
  // Why: "Before anything is painted" in ARCHITECTURE.md. The keys are also in src/browser/device.rs.
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`liner-notes.${key}`);
    } catch {
      // Storage is closed.
      return null;
    }
  };
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const dial = kept("dial");
  if (location.search || "unknown" in root.dataset || (dial && dial !== "none")) root.dataset.held = "";

  // Where the script that starts the app is not what the page says, which may be of an earlier release, fetches the page
  // past the browser's cache and loads it anew. What was loaded anew already stays, and says what it is without scripts.
  const tell = () => {
    delete root.dataset.held;
    const { textContent } = document.querySelector("noscript");
    document.body.prepend(Object.assign(document.createElement("p"), { className: "no-script", textContent }));
  };
  const recover = async () => {
    if (performance.getEntriesByType("navigation")[0].type !== "navigate") return tell();
    const answer = await fetch(location, { cache: "reload" });
    // Whatever else answers, such as a hotel's network, leaves the page as it is.
    if ((await answer.text()).includes("data-wasm=")) location.reload();
    else tell();
  };
  const look = ({ target }) => target.dataset?.glue && recover().catch(tell);
  addEventListener("error", look, true);
}
