// What buttons to copy and to share do, on pages and on sheets alike; the app only says in attributes what they are for.
//
// `data-copy` has what is copied, `data-share` the title under which something is shared. Without a text to copy, and for
// everything that is shared, it is the address of the link beside the button. `data-copy="."` copies the address of the
// page as it is: all that was chosen is in it.
//
// An event on the root element, `liner-notes:say`, has words about what another script did not manage.
{
  // The place for a word about what was done. It is there before the word, for those who have pages read out.
  const toast = document.body.appendChild(document.createElement("div"));
  toast.className = "toast";
  toast.setAttribute("role", "status");
  let hush;
  const say = (...words) => {
    clearTimeout(hush);
    toast.replaceChildren(...words);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
      hush = setTimeout(say, 4000);
    } catch {
      // Where a page may not copy, the reader can.
      const field = Object.assign(document.createElement("input"), { value: text, readOnly: true });
      field.className = "toast-field";
      field.setAttribute("aria-label", "To copy");
      const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
      close.className = "toast-action";
      const asked = document.activeElement;
      close.onclick = () => {
        say();
        // It may be gone from the page by now; then nothing happens.
        asked.focus();
      };
      say("This browser lets no page copy. Here it is, to copy by hand: ", field, " ", close);
      field.focus();
      field.select();
    }
  };

  const share = async (title, url) => {
    try {
      await navigator.share({ title, url });
    } catch (error) {
      // Whoever thinks better of it has nothing to be told.
      if (error.name !== "AbortError") await copy(url);
    }
  };

  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-copy], [data-share]");
    if (!button) return;
    const { copy: text, share: title } = button.dataset;
    const beside = () => button.parentElement.querySelector("a[href]").href;
    if (title) share(title, beside());
    else copy(text === "." ? location.href : text || beside());
  });

  // The style sheet leaves out what would do nothing.
  const root = document.documentElement;
  root.addEventListener("liner-notes:say", ({ detail }) => {
    say(detail);
    hush = setTimeout(say, 8000);
  });
  root.toggleAttribute("data-copies", true);
  root.toggleAttribute("data-shares", "share" in navigator);
}
