// page.js: starts the page.
(function (sv) {
  'use strict';
  const { byId, failed } = sv.dom;
  const { theme } = sv;

  function wire(tl) {
    addEventListener('resize', () => sv.charts.resize());
    theme.onChange(() => {
      tl.themeChanged();
      sv.charts.drawAll(tl.model);
      sv.sections.drawAll(tl.model);
    });
  }

  // address keeps in the page's address what the timeline shows, and shows what is
  // put there.
  function address(tl) {
    const known = () => location.hash.slice(1);
    sv.address.read(tl, known());
    tl.on('settled', (now) => {
      if (now !== known()) history.replaceState(null, '', now ? '#' + now : location.pathname + location.search);
    });
    addEventListener('hashchange', () => sv.address.read(tl, known()));
    tl.past = new sv.past.Past(tl);
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
    address(tl);
    sv.keys.listen([tl]);
    sv.print.listen([tl]);
    sv.charts.drawAll(model);
    sv.spoken.charts();
    document.body.dataset.ready = 'yes';
  }

  // state is the hook that tests use: what the timeline shows, as plain values.
  sv.state = () => sv.timeline.current?.state() ?? null;

  start().catch((e) => {
    byId('reading-trace')?.remove();
    failed('This page', e);
  });
})(globalThis.schedviz ??= {});
