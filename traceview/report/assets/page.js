// page.js: starts the page.
(function (sv) {
  'use strict';
  const { byId } = sv.dom;
  const { theme } = sv;

  function wire(tl) {
    addEventListener('resize', () => sv.charts.resize());
    theme.onChange(() => {
      tl.themeChanged();
      sv.charts.drawAll(tl.model);
      sv.sections.drawAll(tl.model);
    });
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
    const data = byId('data');
    if (data) draw(await sv.data.load(data.textContent));
    else await sv.served.follow(draw);
  }

  function draw(data) {
    const model = sv.model.build(data);
    document.title = model.page.title + ' · schedviz';
    // The findings' height decides where the timeline begins: first they.
    const tl = (sv.timeline.current = new sv.timeline.Timeline(byId('timeline'), model));
    sv.sections.drawAll(model);
    wire(tl);
    sv.windows.attach(tl);
    recall(tl);
    tl.on('draw', remember);
    sv.keys.listen([tl]);
    sv.charts.drawAll(model);
    sv.spoken.charts();
    document.body.dataset.ready = 'yes';
  }

  // state is the hook that tests use: what the timeline shows, as plain values.
  sv.state = () => sv.timeline.current?.state() ?? null;

  start().catch((e) => {
    const note = byId('failure');
    note.textContent = 'This page could not be drawn: ' + (e && e.message ? e.message : e);
    note.hidden = false;
    throw e;
  });
})(globalThis.schedviz ??= {});
