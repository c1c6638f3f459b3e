// lazy.js: draws what is far below the first screen only when it comes near, so that
// the page opens fast.

const waiting = new Map(); // the pending action of each node
const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      for (const e of entries) if (e.isIntersecting) run(e.target);
    },
    { rootMargin: '500px 0px' },
  );

/** @param {Element} node */
function run(node) {
  const act = waiting.get(node);
  waiting.delete(node);
  observer?.unobserve(node);
  act?.();
}

// near calls act once, when node comes near the viewport.
/** @param {Element} node @param {() => void} act */
function near(node, act) {
  waiting.set(node, act);
  if (observer) observer.observe(node);
  else run(node);
}

// all runs everything that is still pending, as for printing.
function all() {
  for (const node of [...waiting.keys()]) run(node);
}

globalThis.addEventListener?.('beforeprint', all);
export { near, all };
