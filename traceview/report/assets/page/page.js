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
    sv.address.follow(tl);
    tl.past = new sv.past.Past(tl);
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
