// Sets the theme that an earlier visit kept before anything is painted, so that a dark page does not flash light.
// The app does the same once it runs; the key is also named in src/browser/device.rs.
try {
  const theme = localStorage.getItem("liner-notes.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed: the system's theme it is.
}
