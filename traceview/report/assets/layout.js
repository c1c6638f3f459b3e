// layout.js: which lanes a timeline shows, and where: lanes and counters in the room
// there is.
(function (sv) {
  'use strict';

  const AXIS = 24, STRIP = 14, COUNTER = 34, COUNTER_GAP = 10, GROUP_GAP = 10; // pixels

  const isNarrow = () => innerWidth < 640;

  // lanesShown lists the lanes that are switched on, in order.
  function lanesShown({ model, shown, found }) {
    const { lanes } = model;
    const gs = found ? lanes.g.filter((l) => found.has(l.key)) : lanes.g;
    return [...(shown.p ? lanes.p : []), ...(shown.m ? lanes.m : []), ...(shown.c ? lanes.c : []), ...(shown.g ? gs : [])];
  }

  // place puts lanes and counters into the room there is. A few lanes share the
  // room, many keep a height that can be read, and scroll.
  function place(tl) {
    const lanes = lanesShown(tl);
    const room = Math.max(260, Math.round(innerHeight * (isNarrow() ? 0.6 : tl.room)));
    const top = AXIS + (tl.model.bands.length ? STRIP : 2);
    let counters = counterRows(tl, COUNTER);
    const viewportMax = room - top - counters.height - COUNTER_GAP;
    const groups = new Set(lanes.map((l) => l.kind)).size - 1;
    const big = lanes.filter((l) => l.kind !== 'g').length, small = lanes.length - big;
    const pitch = Math.max(34, Math.min(96, Math.floor((viewportMax - 6 - groups * GROUP_GAP - small * 22) / Math.max(1, big))));
    let y = 4;
    const placed = [];
    for (const lane of lanes) {
      const first = placed.length > 0 && placed.at(-1).lane.kind !== lane.kind;
      if (first) y += GROUP_GAP;
      const height = lane.kind === 'g' ? 22 : pitch;
      placed.push({ lane, y, height, head: lane.kind === 'g' ? 6 : 12 });
      y += height;
    }
    const viewport = Math.max(40, Math.min(viewportMax, y + 2));
    // With a few lanes only, the counters take what they leave.
    counters = counterRows(tl, COUNTER + Math.min(46, Math.floor((viewportMax - viewport) / counters.rows.length)));
    const below = counters.height + COUNTER_GAP;
    return { lanes: placed, top, viewport, total: y + 2, counters: counters.rows, below, height: top + viewport + below };
  }

  function counterRows({ model, counts }, height) {
    const procs = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
    const names = ['running', 'runnable', 'queued', 'idle Ps', 'spinning', 'heap'].filter((name) => counts[name]);
    const rows = names.map((name, i) => ({
      name, y: i * (height + 8), height,
      max: Math.max(1, counts[name].max, name === 'running' || name === 'idle Ps' ? procs : 0),
    }));
    return { rows, height: rows.length * (height + 8) };
  }

  function gutterWidth({ shown }) {
    const narrow = isNarrow();
    return shown.g ? (narrow ? 92 : 168) : shown.m ? (narrow ? 80 : 96) : (narrow ? 72 : 84);
  }

  // visible gives the places in the layout of the lanes in sight.
  function visible({ layout, scrollTop }) {
    const out = [];
    const { lanes, viewport } = layout;
    let i = lanes.length ? Math.max(0, lanes.indexOf(sv.hit.laneAt(layout, scrollTop))) : 0;
    for (; i < lanes.length && lanes[i].y < scrollTop + viewport; i++) out.push(i);
    return out;
  }

  sv.layout = { place, visible, gutterWidth, AXIS, COUNTER_GAP };
})(globalThis.schedviz ??= {});
