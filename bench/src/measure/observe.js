// Notes what the browser tells of a page's paints, shifts and clicks, and when the app is ready. It is there before
// anything of the page itself.
{
  const noted = { firstPaint: 0, largestPaint: 0, largest: [], shift: 0, shifts: [], ready: 0, interactions: {} };
  const watch = (type, note, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });

  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") noted.firstPaint = startTime;
  });
  watch("largest-contentful-paint", ({ startTime, size, element }) => {
    noted.largestPaint = startTime;
    noted.largest.push({ at: startTime, size, what: element ? `${element.localName}.${element.className}` : "" });
  });
  watch("layout-shift", ({ value, startTime, sources }) => {
    noted.shift += value;
    const moved = sources.map(({ node }) => (node?.nodeType === 1 ? `${node.localName}.${node.className}` : node?.nodeName));
    noted.shifts.push({ value, at: startTime, moved });
  });
  // A press, its release and its click are one interaction; the longest of them says how long it was until the next
  // paint.
  watch(
    "event",
    ({ interactionId, duration }) => {
      if (interactionId) noted.interactions[interactionId] = Math.max(noted.interactions[interactionId] ?? 0, duration);
    },
    { durationThreshold: 16 },
  );
  new MutationObserver(() => {
    if (!noted.ready && document.documentElement?.dataset.ready) {
      noted.ready = performance.now();
      performance.mark("liner-notes.ready");
    }
  }).observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true, childList: true });

  globalThis.linerNotesNoted = noted;
}
