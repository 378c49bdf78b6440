// Searches documents with one of two engines, each in a worker of its own. The page says what is to be done, one thing
// after the other, and hears how long it took.

const read = async (name) => (await fetch(name)).json();
const now = () => performance.now();

// The engine that the desk has.
async function ours(documents) {
  importScripts("engine.js");
  const { memory } = await wasm_bindgen({ module_or_path: "engine.wasm" });
  const record = new Uint8Array(await (await fetch("record.data")).arrayBuffer());
  const engine = new wasm_bindgen.Engine(record);
  const before = memory.buffer.byteLength;
  return {
    build(isShown) {
      for (const document of documents) engine.add(document, isShown);
      engine.finish();
    },
    find: (typed) => engine.find(typed),
    show: (typed) => engine.show(typed),
    // A WebAssembly's memory only grows: this is the most that it ever needed, building included.
    grown: () => memory.buffer.byteLength - before,
  };
}

function theirs(documents) {
  importScripts("minisearch.js");
  const index = new MiniSearch(OPTIONS);
  const numbered = documents.map((text, id) => ({ id, text }));
  return {
    build: () => index.addAll(numbered),
    find: (typed) => index.search(typed).length,
  };
}

// As near to ours as it can be set: words as they begin, one slip in those of five letters and more, all of them.
const OPTIONS = {
  fields: ["text"],
  searchOptions: { prefix: true, fuzzy: (term) => (term.length >= 5 ? 1 : false), combineWith: "AND" },
};

let engine;
const does = {
  async open({ which, documents }) {
    const all = await read(documents);
    engine = which === "ours" ? await ours(all) : theirs(all);
  },
  build({ isShown }) {
    const start = now();
    engine.build(isShown);
    return now() - start;
  },
  // Of each query how long it took and what it found.
  async ask({ how, queries }) {
    return (await read(queries)).map((typed) => {
      const start = now();
      const found = engine[how](typed);
      return [now() - start, found];
    });
  },
  grown: () => engine.grown(),
};

// On the page the same script only says how MiniSearch is set.
if (globalThis.WorkerGlobalScope) {
  onmessage = async ({ data: [what, given] }) => {
    try {
      postMessage({ said: (await does[what](given)) ?? null });
    } catch (error) {
      postMessage({ failed: String(error) });
    }
  };
}
