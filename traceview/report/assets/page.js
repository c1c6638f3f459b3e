// page.js: starts the page.
(function (sv) {
  'use strict';
  const { byId } = sv.dom;
  const { theme } = sv;

  function wire(tl) {
    for (const b of document.querySelectorAll('[data-lanes]')) {
      b.addEventListener('click', () => { tl.switchLanes(b.dataset.lanes, !tl.shown[b.dataset.lanes]); sv.charts.legendKinds(); });
    }
    for (const b of document.querySelectorAll('[data-colour]')) {
      b.addEventListener('click', () => { tl.setColour(b.dataset.colour); sv.charts.legendKinds(); });
    }
    byId('tl-find').addEventListener('input', (e) => tl.search(e.target.value));
    byId('tl-find').addEventListener('keydown', (e) => e.key === 'Enter' && firstFound(tl));
    byId('zoom-in').addEventListener('click', () => tl.zoom(0.5));
    byId('zoom-out').addEventListener('click', () => tl.zoom(2));
    byId('zoom-all').addEventListener('click', () => tl.reset());
    addEventListener('resize', () => sv.charts.resize());
    theme.onChange(() => {
      tl.themeChanged();
      sv.charts.drawAll(tl.model);
      sv.sections.drawAll(tl.model);
    });
  }

  // firstFound goes to the first span on a P, or at all, of what was searched for.
  function firstFound(tl) {
    const { model } = tl;
    for (const lane of [...model.lanes.p, ...model.lanes.g]) {
      const place = Array.from(lane.rows).findIndex((row) => tl.found?.has(model.spans.g[row]));
      if (place < 0) continue;
      tl.select(lane, place);
      tl.step(0);
      return;
    }
  }

  // remember keeps the view in the address, so that it can be passed on.
  let timer = 0;
  function remember(tl) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const s = tl.state(), p = new URLSearchParams();
      if (s.from > 0 || s.to < s.duration) {
        p.set('from', Math.round(s.from));
        p.set('to', Math.round(s.to));
      }
      if (s.lanes !== tl.usual) p.set('lanes', s.lanes);
      if (s.colour !== 'goroutine') p.set('colour', s.colour);
      if (s.search) p.set('find', s.search);
      const hash = p.toString();
      if (hash !== location.hash.slice(1)) history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    }, 300);
  }

  // recall goes where the address says.
  function recall(tl) {
    const p = new URLSearchParams(location.hash.slice(1));
    const lanes = p.get('lanes');
    if (lanes !== null) for (const k of ['p', 'm', 'g', 'c']) tl.shown[k] = lanes.includes(k);
    if (['goroutine', 'function', 'state'].includes(p.get('colour'))) tl.colourBy = p.get('colour');
    tl.search(p.get('find') || '');
    const from = Number(p.get('from')), to = Number(p.get('to'));
    if (to > from) tl.setView(from, to);
  }

  async function start() {
    sv.shape.register(echarts);
    const model = sv.model.build(await sv.data.load(byId('data').textContent));
    document.title = model.page.title + ' · schedviz';
    // The findings' height decides where the timeline begins: first they.
    const tl = new sv.timeline.Timeline(model);
    sv.sections.drawAll(model);
    wire(tl);
    recall(tl);
    sv.keys.listen(tl);
    sv.charts.drawAll(model);
    document.body.dataset.ready = 'yes';
  }

  // state is the hook that tests use: what the timeline shows, as plain values.
  sv.state = () => sv.timeline.current?.state() ?? null;
  sv.page = { remember };

  start().catch((e) => {
    const note = byId('failure');
    note.textContent = 'This page could not be drawn: ' + (e && e.message ? e.message : e);
    note.hidden = false;
    throw e;
  });
})(globalThis.schedviz ??= {});
