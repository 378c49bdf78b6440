// The page's side of the desk, which draws sheets off the page's thread: opens it when it is first asked, hands it what
// it is asked and the page what it answers. The app asks and hears by the functions of `linerNotes`; an event on the
// root element says that there is something to hear: a sheet, or an empty text when the desk wants the record, or
// nothing when it cannot be had.
//
// What the buttons on a sheet do is done here as well, and the app knows nothing of it: `data-ask` asks the desk for a
// file, which is saved; `data-turn` turns the dial to the stop of that place, which asks first; texts are attached and
// removed, and columns of them scrolled together.
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
    else if (data !== "ready" && waiting === undefined) {
      answer(data);
      // The app has drawn it by then.
      requestAnimationFrame(align);
    }
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

  // ---- Texts side by side

  // Scrolls every column so that what is marked as its first stands at the same height in all: under the highest head,
  // with a line or two before it, or as high as the one does that nothing stands before. A column without such a mark
  // stays where it is, and so does the page.
  const LINES = 56;
  const met = new WeakSet();
  const align = () => {
    const marks = Array.from(document.querySelectorAll("[data-first]"), (mark) => {
      const column = mark.closest("[role=region]");
      const above = mark.getClientRects()[0].top - column.getBoundingClientRect().top - column.clientTop;
      return { column, from: above + column.scrollTop };
    });
    const heads = marks.map(({ column }) => column.firstElementChild.offsetHeight + LINES);
    const height = Math.min(Math.max(...heads), ...marks.map(({ from }) => from));
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (const { column, from } of marks) {
      const behavior = isStill || !met.has(column) ? "instant" : "smooth";
      column.scrollTo({ top: from - height, behavior });
      met.add(column);
    }
  };

  // What is chosen from a fold closes it; the focus goes to where it was opened.
  addEventListener("click", ({ target }) => {
    const fold = target.closest?.(".beside-contents a")?.closest("details");
    if (!fold) return;
    fold.open = false;
    fold.firstElementChild.focus({ preventScroll: true });
  });

  const ask = (question) => {
    waiting = question;
    start();
  };

  // ---- Files

  // A browser may ask before it saves: a file keeps its address until the next one gets one.
  let saved;
  const save = ({ name, type, text }) => {
    URL.revokeObjectURL(saved);
    saved = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement("a"), { href: saved, download: name }).click();
  };

  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-ask], [data-turn]");
    if (!button) return;
    const { ask: question, turn } = button.dataset;
    if (turn) {
      document.querySelectorAll(".dial-stop")[turn].click();
    } else {
      files.push(question);
      start();
    }
  });

  // The app's memory, of which the record is a part, may move: the desk gets a copy.
  globalThis.linerNotes = { ask, heard: () => heard, handOver: (record) => desk.postMessage(record.slice()) };
}
