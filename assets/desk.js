// The page's side of the desk, which draws sheets off the page's thread: opens it when it is first asked, hands it what
// it is asked and the page what it answers. The app asks and hears by the functions of `linerNotes`; an event on the
// root element says that there is something to hear: a sheet, or an empty text when the desk wants the record, or
// nothing when it cannot be had.
//
// A build appends this file to the desk's own script, which thus knows both of its sides; the one file has it inside.
function serveDesk(open) {
  let desk;
  let isFree = false;
  // Only the last question is of interest, and only one is asked at a time.
  let waiting;
  let last;
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
    isFree = false;
    answer();
  };

  const hand = () => {
    if (!isFree || waiting === undefined) return;
    isFree = false;
    desk.postMessage((last = waiting));
    waiting = undefined;
  };

  const hear = ({ data }) => {
    if (data === "open") return answer("");
    if (data === "damaged") return lose(data);
    if (data === "changed") {
      waiting ??= last;
      return hand();
    }
    isFree = true;
    if (data !== "ready" && waiting === undefined) answer(data);
    hand();
  };

  const ask = (question) => {
    waiting = question;
    if (desk) return hand();
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
  addEventListener("dragover", (event) => isPlace() && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!isPlace()) return;
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

  // The app's memory, of which the record is a part, may move: the desk gets a copy.
  globalThis.linerNotes = { ask, heard: () => heard, handOver: (record) => desk.postMessage(record.slice()) };
}
