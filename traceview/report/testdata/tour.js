// tour is what -tour does with a page: it zooms, pans, scrolls and searches, as a reader
// would. Each step records how long its redraw took, and how long it took until the browser
// had drawn the next frame.
async () => {
  const tl = schedviz.timeline.current, out = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const step = async (what, act) => {
    const n = tl.redraws, begin = performance.now();
    act();
    const acted = performance.now() - begin;
    tl.redraw();
    while (tl.redraws === n) await frame();
    out.push({ what, act: acted, redraw: tl.lastRedrawMS, frame: performance.now() - begin });
    await frame();
  };
  const times = (n) => [...Array(n).keys()];
  const canvas = tl.nodes.canvas.getBoundingClientRect();
  const wheel = (deltaY, share, keys) => tl.nodes.canvas.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: canvas.left + canvas.width * share, clientY: canvas.top + 80, cancelable: true, bubbles: true, ...keys }));
  const look = async (name) => {
    await step(name + ': all', () => tl.reset());
    for (const i of times(12)) await step(name + ': zoom', () => wheel(-120, 0.3 + 0.03 * i, { ctrlKey: true }));
    for (const _ of times(12)) await step(name + ': pan', () => wheel(200, 0.5, { shiftKey: true }));
    for (const _ of times(12)) await step(name + ': zoom', () => wheel(120, 0.5, { ctrlKey: true }));
    for (const _ of times(6)) await step(name + ': pan', () => tl.pan(-0.15));
    tl.reset();
    for (const i of times(20)) await step(name + ': scroll', () => { tl.nodes.scroll.scrollTop = (i + 1) * (i < 10 ? 60 : 2000); });
    tl.nodes.scroll.scrollTop = 0;
  };
  const lanes = (kinds) => { for (const k of ['p', 'm', 'g']) tl.shown[k] = kinds.includes(k); tl.switchLanes('p', kinds.includes('p')); };
  lanes('p');
  await look('Ps');
  lanes('pmg');
  await look('Ps, Ms, goroutines');
  lanes('g');
  await look('goroutines');
  for (const text of ['w', 'wo', 'work', 'state:waiting', 'state:waiting >1ms', 'G1500']) await step('search', () => tl.search(text));
  tl.search('state:runnable >100us');
  await look('goroutines, searched');
  for (const _ of times(10)) await step('next match', () => tl.nextMatch(1));
  tl.clear();
  tl.search('');
  for (const order of ['running', 'latency', 'id']) await step('order', () => tl.orderBy(order));
  await step('group', () => tl.groupBy('function'));
  await look('goroutines by function');
  await step('fold', () => tl.foldAll());
  await look('goroutines by function, folded');
  return out;
}
