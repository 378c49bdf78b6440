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
    desk.postMessage(waiting);
    waiting = undefined;
  };

  const hear = ({ data }) => {
    if (data === "open") return answer("");
    if (data === "damaged") return lose(data);
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

  // The app's memory, of which the record is a part, may move: the desk gets a copy.
  globalThis.linerNotes = { ask, heard: () => heard, handOver: (record) => desk.postMessage(record.slice()) };
}
