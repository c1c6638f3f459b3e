// kinds.js: what Go's package classify says of kinds of preemption and reasons to wait. It
// comes with the page's data, and with each window that is loaded later.
(function (sv) {
  'use strict';

  const preempts = [], words = new Map(), reasons = new Map();

  // learn takes a header's kinds; preempts are missing where they are known already.
  function learn(kinds) {
    if (kinds.preempts) preempts.splice(0, preempts.length, ...kinds.preempts.map((p) => p.name));
    for (const p of kinds.preempts || []) words.set(p.name, p);
    for (const r of kinds.reasons) reasons.set(r.reason, r);
  }

  sv.kinds = {
    learn, preempts,
    short: (kind) => words.get(kind)?.short ?? kind,
    label: (kind) => words.get(kind)?.label ?? kind,
    family: (reason) => reasons.get(reason)?.family ?? 'other',
    ender: (reason) => reasons.get(reason)?.ender ?? 'runtime',
  };
})(globalThis.schedviz ??= {});
