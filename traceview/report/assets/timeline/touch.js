// touch.js: two fingers on the lanes zoom, around the point between them.

/** @param {Timeline} tl */
function listen(tl) {
  const { canvas } = tl.nodes,
    fingers = new Map(); // position by pointer ID
  let begun = null; // the state when the second finger came down
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return { middle: (a + b) / 2, width: Math.max(20, Math.abs(a - b)) };
  };
  canvas.addEventListener('pointerdown', (e) => {
    if (e.pointerType !== 'touch') return;
    fingers.set(e.pointerId, e.clientX);
    if (fingers.size !== 2) return;
    tl.pinching = true;
    begun = { ...spread(), view: { ...tl.view } };
  });
  canvas.addEventListener('pointermove', (e) => {
    if (!fingers.has(e.pointerId)) return;
    fingers.set(e.pointerId, e.clientX);
    if (begun && fingers.size === 2) pinch(tl, begun, spread());
  });
  for (const kind of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(kind, (e) => {
      fingers.delete(e.pointerId);
      begun = null;
      // The finger that stays longer does not start to pan.
      if (!fingers.size)
        setTimeout(() => {
          tl.pinching = false;
        });
    });
  }
}

// pinch keeps what was between the fingers between them.
/** @param {Timeline} tl */
function pinch(tl, { middle, width, view }, now) {
  const box = tl.nodes.canvas.getBoundingClientRect();
  const share = (x) => (x - box.left) / box.width;
  const t = view.from + share(middle) * (view.to - view.from);
  const span = (view.to - view.from) * (width / now.width);
  tl.setView(t - span * share(now.middle), t + span * (1 - share(now.middle)));
}

export { listen };
