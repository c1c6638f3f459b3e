// gutter.js: the names at the left of lanes and counters.
(function (sv) {
  'use strict';
  const { el } = sv.dom;
  const { theme, format, model: m } = sv;

  const sampled = new Set(['queued', 'idle Ps', 'spinning']);

  function draw(tl) {
    const { layout } = tl;
    const rows = sv.layout.visible(tl).map((i) => laneLabel(tl, layout.lanes[i]));
    const base = layout.top + layout.viewport + sv.layout.COUNTER_GAP;
    for (const c of layout.counters) rows.push(counterLabel(c, base));
    if (tl.model.bands.length) rows.push(el('div', { class: 'strip-label', style: { top: layout.top - 13 + 'px' } }, 'GC, STW'));
    tl.nodes.gutter.replaceChildren(...rows);
  }

  function laneLabel(tl, { lane, y, height, head }) {
    const at = tl.layout.top + y + head - 4 - tl.scrollTop, tall = height - head + 3;
    const func = lane.kind === 'g' ? format.shortFunc(m.gFunc(tl.model, lane.key)) : '';
    const name = m.laneName(tl.model, lane);
    const chosen = tl.selected && (tl.selected.lane === lane || (lane.kind === 'g' && lane.key === tl.selected.g));
    return el('button', {
      class: 'lane-label' + (chosen ? ' chosen' : ''), type: 'button', title: func ? name + ' ' + func : name,
      style: { top: at + 'px', height: tall + 'px', clipPath: clip(at, tall, tl.layout) },
      onclick: () => tl.selectLane(lane),
    }, lane.kind === 'g' && sv.dom.swatch(theme.byIndex(tl.model.gs.id[lane.key])), el('b', {}, name), func && el('span', { class: 'func' }, ' ' + func));
  }

  function counterLabel(c, base) {
    const most = (sampled.has(c.name) ? 'sampled ≤' : 'max ') + (c.name === 'heap' ? format.bytes(c.max) : format.count(c.max));
    return el('div', { class: 'counter-label', style: { top: base + c.y + 'px', height: c.height + 'px' } }, el('b', {}, c.name), el('span', {}, most));
  }

  // clip keeps a lane's label from reaching over the axis and the counters.
  function clip(at, height, layout) {
    const above = Math.max(0, layout.top - at), below = Math.max(0, at + height - layout.top - layout.viewport);
    return above || below ? `inset(${above}px 0 ${below}px 0)` : '';
  }

  sv.gutter = { draw };
})(globalThis.schedviz ??= {});
