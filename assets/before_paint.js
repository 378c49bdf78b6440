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
}
