// sites.js: locations in the code: the stacks of tables and flame graphs, and where in
// the timeline to see what happened there.
import * as col from '../trace/columns.js';
import { el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as tip from '../base/tip.js';
import { current as timeline } from '../timeline/current.js';
import { stackOf } from '../trace/model.js';
import * as source from '../trace/source.js';
import { node as stackNode, top as topFrame } from '../trace/stack.js';

// frame returns a frame of tables and flame graphs by its index.
/** @param {Model} model @param {number} i */
const frame = ({ strings, cols: c }, i) => ({
  func: strings[c[col.site.frame.func][i]],
  file: strings[c[col.site.frame.file][i]],
  line: c[col.site.frame.line][i],
  whose: c[col.site.frame.whose][i],
});

// stack lists the frames of one of their stacks, leaf first.
/** @param {Model} model @param {number} i */
function stack(model, i) {
  const lengths = model.cols[col.site.stack.len];
  if (!model.siteStart) {
    model.siteStart = [0];
    for (const n of lengths) model.siteStart.push(model.siteStart.at(-1) + n);
  }
  const out = [];
  for (let k = model.siteStart[i] ?? 0; k < (model.siteStart[i + 1] ?? 0); k++)
    out.push(frame(model, model.cols[col.site.stack.frames][k]));
  return out;
}

/** @param {Frame} f */
const name = (f) => format.shortFunc(f.func) || 'unknown';
/** @param {Frame} f */
const line = (f) => (f.file ? `${format.baseName(f.file)}:${f.line}` : '');

// where names a frame, with its source line if the page has it.
/** @param {Model} model @param {Frame} f */
function where(model, f) {
  const text = source.text(model.page, f);
  return [
    el('span', { class: 'func' }, name(f)),
    ' ',
    el('span', { class: 'file', title: f.file }, line(f)),
    text && el('code', { title: text }, text),
  ];
}

// withStack shows a location; a click opens its source and its whole stack. show, if
// given, shows an example in the timeline.
/** @param {Model} model @param {Frame} f @param {Frame[]} frames @param {() => void} [show] */
function withStack(model, f, frames, show) {
  if (!f || (!f.func && !f.file)) return 'not recorded';
  const body = el('div', { class: 'opened' });
  return el(
    'details',
    {
      ontoggle: (e) => {
        if (!e.target.open || body.firstChild) return;
        body.append(
          ...[
            source.node(model.page, f),
            frames.length > 1 && stackNode('', frames, model.page),
            show && link('show the longest in the timeline', show),
          ].filter(Boolean),
        );
      },
    },
    el('summary', {}, where(model, f)),
    body,
  );
}

// longest finds the longest span for which fits(row, spans) is true, as a location in
// the timeline; null if the page has none. A merged span stands for its longest.
/** @param {Model} model */
function longest({ overview, gs }, fits) {
  const { spans } = overview;
  let best = -1;
  for (let row = 0; row < spans.start.length; row++) {
    if (spans.g[row] >= 0 && (best < 0 || spans.dur[row] > spans.dur[best]) && fits(row, spans)) best = row;
  }
  return best < 0 ? null : { from: spans.start[best], to: spans.end[best], gs: [gs.id[spans.g[best]]] };
}

// stacksThat reports for each stack of the timeline whether its frames fit.
/** @param {Model} model */
function stacksThat(model, fits) {
  return Array.from(model.cols[col.stack.len], (n, i) => n > 0 && fits(stackOf(model, i)));
}

// at finds the longest span in a state whose innermost frame is f, waiting for the
// given reason if there is one.
/** @param {Model} model @param {number} state @param {Frame} f @param {string} reason */
function at(model, state, f, reason) {
  const fits = stacksThat(model, (frames) => {
    const top = topFrame(frames);
    return top.line === f.line && top.func === f.func;
  });
  return longest(
    model,
    (row, spans) =>
      spans.state[row] === state && fits[spans.stack[row]] && (!reason || model.strings[spans.reason[row]] === reason),
  );
}

// go shows a location in the timeline, or says that the page does not have it.
function go(found) {
  if (found) timeline.show(found);
  else
    tip.say(
      'There is no such span in this page’s timeline: its goroutine has no lane of its own, or the span was merged with others.',
    );
}

export { frame, stack, line, withStack, longest, stacksThat, at, go };
