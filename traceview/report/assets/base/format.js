// format.js: numbers, times and names for human readers.

/** @type {[string, number][]} */
const units = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
];
/** @type {[string, number][]} */
const counts = [
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
];
/** @type {[string, number][]} */
const sizes = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
];

// The following functions agree with Go's package words; TestFormatsAgree compares them.

// fixed writes x ≥ 0 with the given number of decimals, ties to even.
function fixed(x, decimals) {
  const scale = 10 ** decimals,
    n = Math.floor(x * scale);
  const tie = x * scale - n === 0.5 && Number.isInteger(x * 2 ** (decimals + 1));
  return tie ? ((n + (n % 2)) / scale).toFixed(decimals) : x.toFixed(decimals);
}

// digits3 writes x ≥ 1 with three significant digits, or its whole integer part if that is longer.
/** @param {number} x */
function digits3(x) {
  return fixed(x, Math.max(0, 2 - Math.floor(Math.log10(Math.max(x, 1) * 1.0005))));
}

// duration writes nanoseconds as "12.3 ms".
/** @param {number} ns */
function duration(ns) {
  if (ns < 0) return '-' + duration(-ns);
  for (const [name, size] of units) {
    if (ns >= 0.9995 * size) return digits3(ns / size) + ' ' + name;
  }
  return Math.round(ns) + ' ns';
}

// moment writes a time on the trace's clock, precise enough to distinguish times that
// are step apart, in the unit that suits like.
/** @param {number} ns @param {number} step @param {number} [like] */
function moment(ns, step, like = ns) {
  if (ns === 0) return '0';
  const [name, size] = units.find(([, size]) => Math.abs(like) >= size) || /** @type {[string, number]} */ (['ns', 1]);
  const prec = Math.max(0, Math.ceil(-Math.log10(Math.max(step, 1) / size) - 1e-9));
  return (ns / size).toFixed(Math.min(prec, 9)) + ' ' + name;
}

// ticks returns round times between from and to, about one every 110 pixels.
/** @param {number} from @param {number} to @param {number} width */
function ticks(from, to, width) {
  const want = (to - from) / Math.max(1, width / 110);
  const pow = Math.pow(10, Math.floor(Math.log10(want)));
  const step = Math.max(1, pow * (want / pow <= 1 ? 1 : want / pow <= 2 ? 2 : want / pow <= 5 ? 5 : 10));
  const out = [];
  for (let t = Math.ceil(from / step) * step; t <= to; t += step) out.push(t);
  return { step, at: out };
}

/** @param {number} n */
const count = (n) => String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

// short abbreviates a count, for axes: "10 M".
/** @param {number} n */
function short(n) {
  for (const [name, size] of counts) {
    if (n >= size) return Number((n / size).toPrecision(3)) + ' ' + name;
  }
  return String(n);
}

/** @param {number} n */
function bytes(n) {
  for (const [name, size] of sizes) {
    if (n >= 0.9995 * size) return digits3(n / size) + ' ' + name;
  }
  return n + ' B';
}

/** @param {number} share */
function percent(share) {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return fixed(share * 100, 0) + '%';
}

// shortFunc drops the directories of the import path, but not those in type arguments.
/** @param {string} name */
function shortFunc(name) {
  const end = name.indexOf('[');
  const head = end < 0 ? name : name.slice(0, end);
  return name.slice(head.lastIndexOf('/') + 1);
}

// ends splits a function's name before its telling end: its own name or, for an anonymous
// function, that of the function around it.
/** @param {string} name @returns {[string, string]} */
function ends(name) {
  const [end] = /(\.[^.()[\]]+)?(\.(func|gowrap|deferwrap)?\d+)*(\[[^\][]*\])?$/.exec(name) || [''];
  return [name.slice(0, name.length - end.length), end];
}

/** @param {string} path */
const baseName = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** @param {number} n @param {string} noun */
const plural = (n, noun) => count(n) + ' ' + noun + (n === 1 ? '' : 's');

export { duration, moment, ticks, count, short, bytes, percent, shortFunc, ends, baseName, plural };
