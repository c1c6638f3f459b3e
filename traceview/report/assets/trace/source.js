// source.js: source lines, as found on the machine that wrote the page.
import { el } from '../base/dom.js';

const indexes = new WeakMap(); // by page: runs of lines by file

/** @param {Page} page */
function index(page) {
  const files = new Map();
  for (const run of page.source || []) files.set(run.file, [...(files.get(run.file) || []), run]);
  indexes.set(page, files);
  return files;
}

// around returns the run of lines that contains a line of a file, null if there is none.
/** @param {Page} page */
function around(page, { file, line }) {
  const files = indexes.get(page) || index(page);
  return (files.get(file) || []).find((r) => line >= r.first && line < r.first + r.lines.length) || null;
}

// text is the line itself, '' if the page does not have it.
/** @param {Page} page @param {Frame} frame */
function text(page, frame) {
  const run = around(page, frame);
  return run ? run.lines[frame.line - run.first].trim() : '';
}

// node shows the line with two lines of context on each side, null if the page does not have it.
/** @param {Page} page @param {Frame} frame */
function node(page, frame) {
  const run = around(page, frame);
  if (!run) return null;
  const from = Math.max(0, frame.line - run.first - 2);
  const lines = run.lines.slice(from, frame.line - run.first + 3);
  const indent = Math.min(...lines.filter((l) => l.trim()).map((l) => /^\t*/.exec(l)[0].length));
  return el(
    'pre',
    { class: 'source', title: 'source as found on the machine that wrote this page' },
    lines.map((l, i) => {
      const n = run.first + from + i;
      return el(
        'div',
        { class: n === frame.line ? 'here' : '' },
        el('i', {}, String(n)),
        l.slice(indent).replaceAll('\t', '    ') + '\n',
      );
    }),
  );
}

export { text, node };
