// The keys that do something wherever the reader is on a page.

// `/`, where nobody types, and Ctrl or Command with K anywhere lead to the search, or to its field.
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isTyped = event.isComposing || target.matches("input, select, textarea, [contenteditable]");
  const isMeant = ctrlKey || metaKey ? key === "k" && !shiftKey : key === "/" && !isTyped;
  if (!isMeant || altKey || event.defaultPrevented) return;
  event.preventDefault();
  const field = document.getElementById("search-field");
  if (field) field.focus();
  else document.querySelector(".search-link").click();
});
