// keys.js: the keyboard.
(function (sv) {
  'use strict';
  const { byId } = sv.dom;

  const actions = {
    w: (tl) => tl.zoom(1 / 1.5, tl.lastShare),
    s: (tl) => tl.zoom(1.5, tl.lastShare),
    a: (tl) => tl.pan(-0.15),
    d: (tl) => tl.pan(0.15),
    0: (tl) => tl.reset(),
    f: (tl) => tl.fitSelection(),
    ',': (tl) => tl.step(-1),
    '.': (tl) => tl.step(1),
    '/': (tl) => tl.nodes['tl-find'].focus(),
    '?': () => help(!byId('help').open),
    escape: (tl) => (byId('help').open ? help(false) : tl.clear()),
  };

  function help(open) {
    const dialog = byId('help');
    if (open && !dialog.open) dialog.showModal();
    else if (!open && dialog.open) dialog.close();
  }

  function listen(tl) {
    addEventListener('keydown', (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const typing = e.target.matches?.('input, select, textarea');
      if (typing && e.key !== 'Escape') return;
      const act = actions[e.key.toLowerCase()];
      if (!act) return;
      e.preventDefault();
      if (typing) e.target.blur();
      act(tl);
    });
    byId('help').addEventListener('click', (e) => e.target === byId('help') && help(false));
    byId('help-open').addEventListener('click', () => help(true));
    byId('help-close').addEventListener('click', () => help(false));
  }

  sv.keys = { listen };
})(globalThis.schedviz ??= {});
