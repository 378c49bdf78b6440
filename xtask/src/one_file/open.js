
// Unpacks what lies in this page and starts the app, with the `init` above. Each block was compressed with gzip and
// written in base64. Nothing here asks anybody for anything, and the page's policy would not let it.

const bytes = (text) => {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
};

// What a block holds, as if a host had answered with it.
const unpack = ({ text, dataset }) =>
  new Response(new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip")), {
    headers: { "content-type": dataset.type },
  });

const blocks = new Map();
for (const block of document.querySelectorAll("script[data-packed]")) blocks.set(block.dataset.packed, block);

// A block that is needed once leaves the page.
const take = (name) => {
  const block = blocks.get(name);
  blocks.delete(name);
  block.remove();
  return unpack(block);
};

const dress = async () => {
  const style = document.createElement("style");
  style.textContent = await take("styles").text();
  document.head.append(style);
};

// Links to files that lie in here lead to the files themselves from the moment they are drawn.
const hand_out = async (link) => {
  const path = link.getAttribute("href");
  const block = blocks.get(path);
  if (!block) return;
  block.address ??= unpack(block).blob().then((file) => URL.createObjectURL(file));
  const address = await block.address;
  if (link.getAttribute("href") === path) link.href = address;
};
new MutationObserver(() => document.querySelectorAll("a[download]").forEach(hand_out)).observe(document.body, {
  childList: true,
  subtree: true,
});

// The desk's worker starts from a block, by the `serveDesk` above. There can be one policy of a name.
const policy = window.trustedTypes?.createPolicy("liner-notes", { createScriptURL: (asked) => asked });
serveDesk(async () => {
  const address = URL.createObjectURL(await unpack(blocks.get("desk.js")).blob());
  const desk = new Worker(policy ? policy.createScriptURL(address) : address);
  desk.postMessage(await unpack(blocks.get("desk.wasm")).arrayBuffer());
  return desk;
});

try {
  const [app] = await Promise.all([WebAssembly.compileStreaming(take("app")), dress()]);
  await init({ module_or_path: app });
} catch (error) {
  document.getElementById("app").textContent =
    "This browser cannot open the reviews: it is older than 2023, or WebAssembly is turned off in it.";
  throw error;
}
