// stack.js: shows stacks, with the runtime's own frames folded and source lines where the
// page has them.
import { el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { text as sourceText } from './source.js';

const internal = (f) => f.whose > 0; // a library's or the runtime's

/** @param {Frame} f */
const text = (f) => `${format.shortFunc(f.func)} ${format.baseName(f.file)}:${f.line}`;

// top is the innermost frame outside the runtime, or the innermost.
/** @param {Frame[]} frames */
const top = (frames) => frames.find((f) => !internal(f)) || frames[0];

// frame is a line of a stack; in a timeline's panel, its function links to all spans with
// that function in their stack.
/** @param {Frame} f @param {Page} page @param {Timeline} tl */
function frame(f, page, tl) {
  const source = page && sourceText(page, f);
  const name = format.shortFunc(f.func);
  return el(
    'li',
    {},
    tl && f.func
      ? link(
          name,
          () => tl.search(`stack:"${f.func.replaceAll('"', '')}"`),
          `grey out all spans without ${f.func} in their stack`,
        )
      : el('span', { class: 'func', title: f.func }, name),
    el('span', { class: 'file', title: `${f.file}:${f.line}` }, `${format.baseName(f.file)}:${f.line}`),
    source ? el('code', { class: 'line' }, source) : null,
  );
}

// node lists the frames, leaf first. Consecutive runtime frames are folded into one line.
/** @param {string} title @param {Frame[]} frames @param {Page | null} [page] @param {Timeline | null} [tl] */
function node(title, frames, page = null, tl = null) {
  if (!frames.length) return el('p', { class: 'quiet' }, 'No stack was recorded.');
  const parts = [];
  for (let i = 0; i < frames.length;) {
    let j = i;
    while (j < frames.length && internal(frames[j])) j++;
    if (j - i > 1 && j - i < frames.length) {
      parts.push(
        el(
          'li',
          { class: 'folded' },
          el(
            'details',
            {},
            el('summary', {}, `${j - i} runtime frames, starting at ${format.shortFunc(frames[i].func)}`),
            el(
              'ol',
              { class: 'stack' },
              frames.slice(i, j).map((f) => frame(f, page, tl)),
            ),
          ),
        ),
      );
      i = j;
    } else {
      parts.push(frame(frames[i++], page, tl));
    }
  }
  return el('div', {}, title && el('h4', {}, title), el('ol', { class: 'stack' }, parts));
}

export { node, top, text };
