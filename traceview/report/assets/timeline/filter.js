// filter.js: what a search means, and which spans match it.
import * as col from '../trace/columns.js';
import { stackOf } from '../trace/model.js';
import { WAITING, states, preempts } from '../trace/states.js';

const units = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9 };
const searchable = ['running', 'runnable', 'waiting', 'syscall'];

const bounds = { '>': (a, b) => a > b, '<': (a, b) => a < b, '>=': (a, b) => a >= b, '<=': (a, b) => a <= b };

// duration parses "12.5ms" to nanoseconds, NaN if it is not a duration.
/** @param {string} text */
function duration(text) {
  const [, number, unit] = /^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(text) || [];
  return number === undefined ? NaN : Number(number) * (units[unit.toLowerCase()] ?? NaN);
}

// tokens splits text at spaces outside quotes.
/** @param {string} text */
function tokens(text) {
  return (text.match(/(?:"[^"]*"?|[^\s"])+/g) || []).map((raw) => ({
    raw,
    text: raw.replace(/"/g, ''),
    quoted: raw.startsWith('"'),
  }));
}

// A kind of term has a name before a colon; its reader turns the rest into what spans are
// compared with, or throws an error.
const kinds = {
  id: (text) => ids(text),
  func: (text) => text.toLowerCase(),
  state: (text) => text.split(',').map((s) => oneOf('state', searchable, s)),
  reason: (text) => text.toLowerCase(),
  preempt: (text) => text.split(',').map((k) => oneOf('kind of preemption', preempts.filter(Boolean), k)),
  p: (text) => text.split(',').map((n) => numeral(n, `“${n}” is not a P`)),
  stack: (text) => text.toLowerCase(),
};
const known = 'state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms';

/** @param {string} text */
function oneOf(what, names, text) {
  const hits = names.filter((n) => text !== '' && n.startsWith(text.toLowerCase()));
  if (hits.length !== 1 && !names.includes(text))
    throw new Error(`“${text}” is not a ${what}; use one of ${names.join(', ')}`);
  return names.includes(text) ? text : hits[0];
}

/** @param {string} text */
function numeral(text, wrong) {
  if (!/^\d+$/.test(text)) throw new Error(wrong);
  return Number(text);
}

/** @param {string} text */
const ids = (text) =>
  text
    .split(',')
    .filter(Boolean)
    .map((n) => numeral(n.replace(/^g/i, ''), `“${n}” is not a goroutine ID`));

// word parses one token: {kind, value, not}.
/** @param {{ text: string, quoted?: boolean }} of */
function word({ text, quoted }) {
  if (quoted) return { kind: 'func', value: text.toLowerCase() };
  if (text.length > 1 && text[0] === '-') return { ...word({ text: text.slice(1) }), not: true };
  if (text[0] === '@') return { kind: 'at', value: time(text.slice(1)) };
  const bound = /^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(text);
  if (bound) return { kind: 'dur', value: { op: bound[1], ns: time(bound[2]) } };
  if (/^g?\d+,?(g?\d+,?)*$/i.test(text)) return { kind: 'id', value: ids(text) };
  const named = /^([a-z]+):(.*)$/i.exec(text);
  if (!named) return { kind: 'func', value: text.toLowerCase() };
  const read = kinds[named[1].toLowerCase()];
  if (!read) throw new Error(`unknown term “${named[1]}:”; there are ${known}`);
  if (!named[2]) throw new Error(`“${named[1]}:” needs a value`);
  return { kind: named[1].toLowerCase(), value: read(named[2]) };
}

/** @param {string} text */
function time(text) {
  const ns = duration(text);
  if (Number.isNaN(ns)) throw new Error(`“${text}” is not a duration such as 10ms, 1.5µs or 2s`);
  return ns;
}

// parse reads a search: its terms, the time to jump to, and its errors. Terms of one kind
// are ORed, different kinds are ANDed; a leading minus excludes.
/** @param {Model} model @param {string} text */
function parse(model, text) {
  text = text.trim().replace(/^\//, ''); // the / that focuses the field, typed once more
  const out = { text, words: [], problems: [], at: null };
  if (/[\s:"<>]/.test(text)) {
    const whole = named(model, { kind: 'func', value: text.toLowerCase() });
    if (whole.kind === 'reason' || isPartOfFunction(model, text)) return { ...out, words: [whole] };
  }
  for (const token of tokens(text)) {
    try {
      const w = named(model, word(token));
      if (w.kind === 'at') out.at = w.value;
      else out.words.push(w);
    } catch (e) {
      out.problems.push(e.message);
    }
  }
  return out;
}

// named is a term that may name a function or a reason: what no function's name contains but
// a reason does, is part of a reason.
/** @param {Model} model @param {Word} w @returns {Word} */
function named(model, w) {
  if (w.kind !== 'func' || isPartOfFunction(model, w.value) || !isPartOfReason(model, w.value)) return w;
  return { ...w, kind: 'reason' };
}

/** @param {Model} model @param {string} part in lower case */
function isPartOfReason({ strings, overview }, part) {
  return [...new Set(overview.spans.reason)].some((r) => strings[r].toLowerCase().includes(part));
}

/** @param {Model} model @param {string} text */
function isPartOfFunction({ strings, gs }, text) {
  const part = text.toLowerCase();
  return [...new Set(gs.func)].some((f) => strings[f].toLowerCase().includes(part));
}

// tests turns terms into the tests that a span must pass, each as f(row).
/** @param {Model} model @param {Spans} spans @param {Word[]} words */
function tests(model, spans, words) {
  const of = (...wanted) => words.filter((w) => wanted.includes(w.kind));
  const out = [];
  const add = (list, pass) => {
    for (const not of [false, true]) {
      const some = list.filter((w) => !!w.not === not);
      if (some.length)
        out.push(
          not
            ? (
                (f) => (row) =>
                  !f(row)
              )(pass(some))
            : pass(some),
        );
    }
  };
  add(of('id', 'func'), (list) => goroutines(model, spans, list));
  add(of('state'), (list) => {
    const wanted = states.map((s) => list.some((w) => w.value.includes(s)));
    return (row) => wanted[spans.state[row]];
  });
  add(of('reason'), (list) => {
    const wanted = model.strings.map((s) => s !== '' && list.some((w) => s.toLowerCase().includes(w.value)));
    return (row) => wanted[spans.reason[row]] && (spans.state[row] === WAITING || spans.preempt[row] > 0);
  });
  add(of('preempt'), (list) => {
    const wanted = preempts.map((k) => list.some((w) => w.value.includes(k)));
    return (row) => wanted[spans.preempt[row]];
  });
  add(of('p'), (list) => (row) => list.some((w) => w.value.includes(spans.p[row])));
  add(of('stack'), (list) => {
    const wanted = stacksWith(
      model,
      list.map((w) => w.value),
    );
    return (row) => wanted[spans.stack[row]];
  });
  for (const w of of('dur')) {
    const { op, ns } = w.value,
      holds = bounds[op];
    out.push((row) => holds(spans.dur[row], ns) !== !!w.not);
  }
  return out;
}

/** @param {Model} model @param {Spans} spans @param {Word[]} list */
function goroutines(model, spans, list) {
  const { gs, strings } = model,
    wanted = new Uint8Array(gs.id.length);
  const parts = list.filter((w) => w.kind === 'func').map((w) => w.value);
  const funcs = strings.map((s) => parts.some((p) => s.toLowerCase().includes(p)));
  for (let g = 0; g < wanted.length; g++) if (funcs[gs.func[g]]) wanted[g] = 1;
  for (const id of list.flatMap((w) => (w.kind === 'id' ? w.value : [])))
    if (model.byID.has(id)) wanted[model.byID.get(id)] = 1;
  return (row) => spans.g[row] >= 0 && wanted[spans.g[row]] === 1;
}

/** @param {Model} model @param {string[]} parts */
function stacksWith(model, parts) {
  return Array.from(model.cols[col.stack.len], (_, i) =>
    stackOf(model, i).some((f) =>
      parts.some((p) => f.func.toLowerCase().includes(p) || f.file.toLowerCase().includes(p)),
    ),
  );
}

// Filter is a search and its results.
class Filter {
  /** @param {Model} model @param {string} text */
  constructor(model, text) {
    this.model = model;
    const { text: said, words, problems, at } = parse(model, text);
    this.text = said;
    this.words = words;
    this.problems = problems;
    this.at = at;
    this.masks = new WeakMap(); // by part
    this.found = new Set(); // goroutines with a matching span
    this.count = this.apply(model.overview);
    this.maskOf(model.part);
    if (this.count === 0 && this.words.length && !this.problems.length) this.problems.push(this.nothing());
  }

  // maskOf says for each row of a part whether it matches.
  maskOf(part) {
    if (!this.masks.has(part)) this.apply(part);
    return this.masks.get(part);
  }

  // hasMark reports whether a preemption mark matches.
  hasMark(marks, i) {
    const kinds = this.words.filter((w) => w.kind === 'preempt');
    return this.found.has(marks.g[i]) && kinds.every((w) => w.value.includes(preempts[marks.kind[i]]) !== !!w.not);
  }

  // apply marks the matching rows of a part, and returns how many spans match.
  apply(part) {
    const { spans } = part,
      mask = new Uint8Array(spans.start.length);
    const all = tests(this.model, spans, this.words);
    let count = 0;
    for (let row = 0; row < mask.length; row++) {
      let ok = 1;
      for (const test of all)
        if (!test(row)) {
          ok = 0;
          break;
        }
      mask[row] = ok;
      if (!ok || spans.core?.[row] >= 0) continue; // rows on cores are parts of spans that are counted already
      count++;
      if (spans.g[row] >= 0) this.found.add(spans.g[row]);
    }
    this.masks.set(part, mask);
    return count;
  }

  // nothing says what was not found.
  nothing() {
    const { words, model } = this;
    const missing = words.flatMap((w) => (w.kind === 'id' ? w.value.filter((id) => !model.byID.has(id)) : []));
    if (missing.length) return `there is no goroutine ${missing[0]} in the trace`;
    const func = words.find((w) => w.kind === 'func' && !isPartOfFunction(model, w.value));
    return func ? `no function name contains “${func.value}”` : 'no span matches';
  }
}

const totals = new WeakMap(); // by mask, then by rows

// hits returns the running totals of a lane's rows that pass a mask.
/** @param {Int32Array} rows @param {Uint8Array} mask */
function hits(rows, mask) {
  if (!totals.has(mask)) totals.set(mask, new WeakMap());
  const known = totals.get(mask);
  if (known.has(rows)) return known.get(rows);
  const out = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) out[i + 1] = out[i] + mask[rows[i]];
  known.set(rows, out);
  return out;
}

// make is the filter for a text, null if the text is empty.
/** @param {Model} model @param {string} text */
function make(model, text) {
  const f = text.trim() ? new Filter(model, text) : null;
  return f && (f.words.length || f.problems.length || f.at !== null) ? f : null;
}

export { Filter, make, hits, duration };
