// The page's side of the desk, which draws sheets off the page's thread: opens it when it is first asked, hands it what
// it is asked and the page what it answers. The app asks and hears by the functions of `linerNotes`; an event on the
// root element says that there is something to hear: a sheet, or an empty text when the desk wants the record, or
// nothing when it cannot be had.
//
// What the buttons on a sheet do is done here as well, and the app knows nothing of it: `data-ask` asks the desk for a
// file, which is saved, a PNG once it is painted; `data-turn` turns the dial to the stop of that place, which asks first;
// texts are attached and removed, and columns of them scrolled together.
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
      progress("");
      waiting ??= last;
      return handNext();
    }
    isFree = true;
    if (data.file) (data.file.type === "image/png" ? paint : save)(data.file);
    else if (data !== "ready" && waiting === undefined) {
      answer(data);
      // The app has drawn it by then.
      requestAnimationFrame(() => {
        align();
        pick();
        tidy();
      });
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
  // That something was taken in, at once and where the reader sees it; what came of it is on the next sheet.
  const progress = (words) => {
    const place = document.querySelector(".attaching-progress");
    if (place) place.textContent = words;
    const fold = place?.closest("details");
    if (fold && words) fold.open = true;
  };
  const attach = (texts) => {
    if (!texts.length) return;
    progress(texts.length > 1 ? `Reading ${texts.length} files…` : "Reading…");
    desk.postMessage({ attach: texts });
  };
  addEventListener("change", ({ target }) => {
    if (!("attach" in target.dataset)) return;
    attach(target.files ? [...target.files] : [target.value].filter(Boolean));
    // The same file may be chosen once more. Words stay until they are taken.
    if (target.files) target.value = "";
  });
  const brings = ({ dataTransfer }) => isPlace() && dataTransfer.types.includes("Files");
  addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    // Of a folder no more than its name is told.
    const file = (item) => {
      const { isDirectory, name } = item.webkitGetAsEntry?.() ?? {};
      return isDirectory ? { name } : item.getAsFile();
    };
    attach([...event.dataTransfer.items].filter(({ kind }) => kind === "file").map(file));
  });
  addEventListener("paste", (event) => {
    const isField = event.target.matches?.("input, textarea, [contenteditable]");
    if (!isPlace() || (isField && !("attach" in event.target.dataset))) return;
    const { files } = event.clipboardData;
    const texts = files.length ? [...files] : [event.clipboardData.getData("text/plain")].filter(Boolean);
    if (texts.length) event.preventDefault();
    attach(texts);
  });
  let isRemoving = false;
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-remove]");
    if (!button) return;
    isRemoving = true;
    desk.postMessage({ remove: button.dataset.remove });
  });
  // What was taken in leaves the field; where the button has gone with its text, the focus goes to what folds the list.
  const tidy = () => {
    const field = document.querySelector("textarea[data-attach]");
    if (field && document.querySelector(".attaching-outcome:not(.is-refused)")) field.value = "";
    if (isRemoving && document.activeElement === document.body) document.querySelector(".attaching > summary")?.focus();
    isRemoving = false;
  };

  // ---- Hits

  // Enter in the field follows the hit that the arrow keys are at, or the first; of words whose hits have not come yet,
  // once they have. The hit that the arrow keys are at is always in view: the focus, which stays in the field, brings
  // nothing there.
  let follows = false;
  const pick = () => {
    const here = document.querySelector(".hit[aria-selected=true]");
    here?.scrollIntoView({ block: "nearest" });
    if (follows) (here ?? document.querySelector(".hit"))?.click();
    follows = false;
  };
  addEventListener("keydown", (event) => {
    if (event.target.id !== "search-field") return;
    // It may end what an input method composes.
    follows = event.key === "Enter" && !event.isComposing && !(event.ctrlKey || event.metaKey || event.altKey);
    if (!follows) return;
    event.preventDefault();
    if (isFree && waiting === undefined) pick();
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

  // The app's own faces as they must stand in a drawing that is to be painted, which may ask nobody for anything. Where
  // they cannot be had, it has the system's.
  const faces = async () => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => [rule, sheet.href]));
    const own = rules.filter(([rule]) => rule instanceof CSSFontFaceRule && rule.style.fontStyle !== "italic");
    const face = async ([{ style }, sheet]) => {
      let address = style.getPropertyValue("src").match(/url\("?([^")]+)"?\)/)?.[1];
      if (!address) return "";
      if (!address.startsWith("data:")) {
        const file = await (await fetch(new URL(address, sheet ?? document.baseURI))).blob();
        address = await new Promise((done, fail) => {
          const reader = Object.assign(new FileReader(), { onerror: fail, onload: () => done(reader.result) });
          reader.readAsDataURL(file);
        });
      }
      return `@font-face{font-family:${style.fontFamily};font-weight:${style.fontWeight};src:url(${address})}`;
    };
    return (await Promise.all(own.map(face))).join("");
  };

  // A picture of dots comes as the drawing that it is to be of, and is painted here at twice its size.
  const paint = async ({ name, type, text }) => {
    try {
      const own = await faces().catch(() => "");
      const drawing = text.replace("<style>", (style) => style + own);
      const image = new Image();
      await new Promise((done, fail) => {
        Object.assign(image, { onload: done, onerror: fail });
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
      });
      const [width, height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      const dots = await new Promise((done) => canvas.toBlob(done, type));
      if (!dots) throw new Error("the canvas gives no picture");
      save({ name, type, text: dots });
    } catch (error) {
      console.warn(error);
      const detail = "This browser could not make the PNG. The SVG shows the same.";
      document.documentElement.dispatchEvent(new CustomEvent("liner-notes:say", { detail }));
    }
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
