// The page's side of the desk, which draws sheets off the page's thread: opens it when it is first asked, hands it what
// it is asked and the page what it answers. The app asks and hears by the functions of `linerNotes`; an event on the
// root element says that there is something to hear: a sheet, or an empty text when the desk wants the record, or
// nothing when it cannot be had.
//
// What the buttons on a sheet do is done here as well, and the app knows nothing of it: `data-ask` asks the desk for a
// file and saves it, `data-copy` copies, `data-share` shares. Where they name no text, it is the address of the link
// that they stand beside.
//
// A build appends this file to the desk's own script, which thus knows both of its sides; the one file has it inside.
function serveDesk(open) {
  let desk;
  let isFree = false;
  // Of sheets only the last question is of interest; every file is wanted. Only one is asked at a time.
  let waiting;
  let last;
  let files = [];
  let heard;

  const answer = (said) => {
    heard = said;
    document.documentElement.dispatchEvent(new Event("liner-notes:heard"));
  };

  // The next question opens another one.
  const lose = (why) => {
    console.error(why);
    desk?.terminate?.();
    desk = waiting = undefined;
    files = [];
    isFree = false;
    answer();
  };

  const hand = () => {
    const question = files.shift() ?? waiting;
    if (question === waiting) [last, waiting] = [waiting, undefined];
    isFree = false;
    desk.postMessage(question);
  };

  const handNext = () => {
    if (isFree && (files.length || waiting !== undefined)) hand();
  };

  const hear = ({ data }) => {
    if (data === "open") return answer("");
    if (data === "damaged") return lose(data);
    if (data === "changed") {
      waiting ??= last;
      return handNext();
    }
    isFree = true;
    if (data.file) save(data.file);
    else if (data !== "ready" && waiting === undefined) answer(data);
    handNext();
  };

  const start = () => {
    if (desk) return handNext();
    // Holds the place until the worker is there.
    desk = {};
    open().then((worker) => {
      desk = worker;
      desk.onmessage = hear;
      desk.onerror = lose;
    }, lose);
  };

  // Texts that are chosen, dropped on the page or pasted, wherever one can be attached.
  const isPlace = () => document.querySelector("[data-attach]");
  const attach = (texts) => texts.length && desk.postMessage({ attach: texts });
  addEventListener("change", ({ target }) => {
    if (!("attach" in target.dataset)) return;
    attach(target.files ? [...target.files] : [target.value].filter(Boolean));
    target.value = "";
  });
  const brings = ({ dataTransfer }) => isPlace() && dataTransfer.types.includes("Files");
  addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    attach([...event.dataTransfer.files]);
  });
  addEventListener("paste", (event) => {
    const isField = event.target.matches?.("input, textarea, [contenteditable]");
    if (!isPlace() || (isField && !("attach" in event.target.dataset))) return;
    const { files } = event.clipboardData;
    const texts = files.length ? [...files] : [event.clipboardData.getData("text/plain")].filter(Boolean);
    if (texts.length) event.preventDefault();
    attach(texts);
  });
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-remove]");
    if (button) desk.postMessage({ remove: button.dataset.remove });
  });

  const ask = (question) => {
    waiting = question;
    start();
  };

  // ---- What a sheet's buttons do

  // A browser may ask before it saves: a file keeps its address until the next one gets one.
  let saved;
  const save = ({ name, type, text }) => {
    URL.revokeObjectURL(saved);
    saved = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement("a"), { href: saved, download: name }).click();
  };

  // The place for a word about what was done, which those hear who have pages read out.
  let toast;
  let hush;
  const say = (...words) => {
    clearTimeout(hush);
    toast.replaceChildren(...words);
  };

  const copy = async (text) => {
    if (!toast) {
      toast = document.body.appendChild(document.createElement("div"));
      toast.className = "toast";
      toast.setAttribute("role", "status");
    }
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
      close.onclick = () => say();
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
    const button = target.closest?.("[data-ask], [data-copy], [data-share]");
    if (!button) return;
    const { ask: question, copy: text, share: title } = button.dataset;
    const beside = () => button.parentElement.querySelector("a[href]").href;
    if (question) {
      files.push(question);
      start();
    } else if (title) {
      share(title, beside());
    } else {
      copy(text || beside());
    }
  });

  // The style sheet leaves out what would do nothing.
  document.documentElement.toggleAttribute("data-shares", "share" in navigator);

  // The app's memory, of which the record is a part, may move: the desk gets a copy.
  globalThis.linerNotes = { ask, heard: () => heard, handOver: (record) => desk.postMessage(record.slice()) };
}
