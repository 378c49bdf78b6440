// What those need who use a page by keys alone, or have it read out: the keys that do something wherever the reader is,
// and the list of them; a focus that is not lost with what had it; a list that shows what is chosen; a title that is said when it changes.
//
// Keys of one character can be turned off, for those who speak to their device or press keys by accident (WCAG 2.1.4);
// the device keeps that.
{
  const KEPT = "liner-notes.keys";
  const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const COMMAND = IS_MAC ? "⌘" : "Ctrl";

  const SHORTCUTS = [
    [["/"], "Search"],
    [[COMMAND, "K"], "Search, also from a field"],
    [["?"], "This list"],
    [["↓", "↑"], "In the search: from hit to hit"],
    [["Enter"], "In the search: to the hit that is marked, or to the first"],
    [["Esc"], "In the search: start anew; in a dialog: close it"],
  ];

  let isOn = true;
  try {
    isOn = localStorage.getItem(KEPT) !== "off";
  } catch {
    // Where nothing can be kept, they are on.
  }

  const turn = (on) => {
    isOn = on;
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // It holds for as long as the page.
    }
  };

  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };

  const shortcut = ([keys, what]) => {
    const names = keys.flatMap((key) => [" ", make("kbd", {}, key)]);
    return make("div", {}, make("dt", {}, ...names), make("dd", {}, what));
  };

  let list;
  const show = () => {
    if (!list) {
      const toggle = make("input", { type: "checkbox", role: "switch", id: "keys-on" });
      toggle.addEventListener("change", () => turn(toggle.checked));
      const close = make("button", { type: "button", class: "button" }, "Close");
      close.addEventListener("click", () => list.close());
      list = make(
        "dialog",
        { class: "ask keys", "aria-labelledby": "keys-heading" },
        make("h2", { id: "keys-heading" }, "Keyboard shortcuts"),
        make("dl", {}, ...SHORTCUTS.map(shortcut)),
        make("label", { class: "field" }, toggle, make("span", {}, "Keyboard shortcuts of one character: / and ?")),
        make("div", { class: "ask-buttons" }, close),
      );
      document.body.append(list);
    }
    list.querySelector("input").checked = isOn;
    list.showModal();
  };

  const search = () => {
    const field = document.getElementById("search-field");
    if (field) field.focus();
    else document.querySelector(".search-link").click();
  };

  // What a key does here; nothing where somebody types, and nothing behind a question.
  const meant = ({ key, target, isComposing, ctrlKey, metaKey, altKey, shiftKey }) => {
    if (altKey || document.querySelector("dialog[open]")) return;
    // On a Mac, Ctrl-K is the field's own.
    if (ctrlKey || metaKey) return key.toLowerCase() === "k" && !shiftKey && (metaKey || !IS_MAC) ? search : undefined;
    const isTyped = isComposing || target.closest?.("input, select, textarea, [contenteditable]");
    return isOn && !isTyped ? { "/": search, "?": show }[key] : undefined;
  };

  addEventListener("keydown", (event) => {
    const act = event.defaultPrevented ? undefined : meant(event);
    if (!act) return;
    event.preventDefault();
    act();
  });

  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-keys]")) show();
  });
}

// A focus that is not lost. What had it may go away, be disabled, or be put in another place, which takes it away as well.
// It goes to what is next, the nearest in the page's tree first; from a message or a question, to where it was before.
{
  const TAKES = "a[href], button, input, select, textarea, summary, [tabindex]";
  const canTake = (element) => element.matches(":enabled, :not(button, input, select, textarea)") && element.checkVisibility();

  // A few that come after an element or before it.
  const beside = (element, way) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = element;
    while (found.length < 3 && walker[way]()) {
      const { currentNode } = walker;
      if (currentNode.matches(TAKES) && !element.contains(currentNode) && canTake(currentNode)) found.push(currentNode);
    }
    return found;
  };
  const distance = (element, other) => {
    let steps = 0;
    for (let above = element; above && !above.contains(other); above = above.parentElement) steps += 1;
    return steps;
  };

  // What had the focus, and who is to have it after that.
  let last = [];
  addEventListener("focusin", ({ target }) => {
    const near = [...beside(target, "nextNode"), ...beside(target, "previousNode")]
      .map((element) => [distance(target, element), element])
      .sort(([one], [other]) => one - other)
      .map(([, element]) => element);
    last = target.closest("dialog, [role=status]") ? [target, ...last.slice(0, 9)] : [target, ...near];
  });
  // Whoever presses beside everything wants it nowhere.
  addEventListener("pointerdown", () => (last = []), true);

  new MutationObserver(() => {
    const here = document.activeElement;
    if (!last.length || (here && here !== document.body && canTake(here))) return;
    const next = [...last, document.querySelector("main h1")].find((element) => element?.isConnected && canTake(element));
    next?.focus();
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled", "hidden", "open"] });
}

// A list that shows what is chosen: where a reader has chosen in it before, Firefox keeps to that, whatever the app draws.
{
  new MutationObserver(() => {
    for (const option of document.querySelectorAll("option[selected]")) option.parentElement.value = option.value;
  }).observe(document.body, { subtree: true, attributeFilter: ["selected"] });
}

// A title that is said: where a page comes without being loaded, nobody else says it.
{
  const speaker = document.body.appendChild(document.createElement("p"));
  speaker.className = "visually-hidden";
  speaker.setAttribute("role", "status");
  let said = document.title;
  new MutationObserver(() => {
    if (document.title !== said) speaker.textContent = said = document.title;
  }).observe(document.querySelector("title"), { subtree: true, childList: true, characterData: true });
}
