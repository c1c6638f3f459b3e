// kinds.js: how Go's package classify names and groups kinds of preemption and wait reasons.
// This arrives with the page's data, and with each window that is loaded later.

const preempts = [],
  words = new Map(),
  reasons = new Map();

// learn takes over the kinds in a header; preempts is missing where it is known already.
function learn(kinds) {
  if (kinds.preempts) preempts.splice(0, preempts.length, ...kinds.preempts.map((p) => p.name));
  for (const p of kinds.preempts || []) words.set(p.name, p);
  for (const r of kinds.reasons) reasons.set(r.reason, r);
}

const short = (kind) => words.get(kind)?.short ?? kind;
const label = (kind) => words.get(kind)?.label ?? kind;
const family = (reason) => reasons.get(reason)?.family ?? 'other';
const ender = (reason) => reasons.get(reason)?.ender ?? 'runtime';

export { learn, preempts, short, label, family, ender };
