// stack.js: stacks, the runtime's own frames folded, with lines of source where the
// page has them.
(function (sv) {
  'use strict';
  const { el } = sv.dom;
  const { format } = sv;

  const internal = (f) => /^(runtime|internal|sync|time)[./]/.test(f.func);

  const text = (f) => `${format.shortFunc(f.func)} ${format.baseName(f.file)}:${f.line}`;

  // top is the innermost frame outside the runtime, or the innermost.
  const top = (frames) => frames.find((f) => !internal(f)) || frames[0];

  function frame(page, f) {
    const source = page && sv.source?.text(page, f);
    return el('li', {},
      el('span', { class: 'func', title: f.func }, format.shortFunc(f.func)),
      el('span', { class: 'file', title: `${f.file}:${f.line}` }, `${format.baseName(f.file)}:${f.line}`),
      source ? el('code', { class: 'line' }, source) : null);
  }

  // node lists the frames, the leaf first. Runs of the runtime's frames fold into
  // one line that opens.
  function node(title, frames, page = null) {
    if (!frames.length) return el('p', { class: 'quiet' }, 'The trace has no stack for this.');
    const parts = [];
    for (let i = 0; i < frames.length; ) {
      let j = i;
      while (j < frames.length && internal(frames[j])) j++;
      if (j - i > 1 && j - i < frames.length) {
        parts.push(el('li', { class: 'folded' }, el('details', {},
          el('summary', {}, `${j - i} runtime frames, from ${format.shortFunc(frames[i].func)}`),
          el('ol', { class: 'stack' }, frames.slice(i, j).map((f) => frame(page, f))))));
        i = j;
      } else {
        parts.push(frame(page, frames[i++]));
      }
    }
    return el('div', {}, title && el('h4', {}, title), el('ol', { class: 'stack' }, parts));
  }

  sv.stack = { node, top, text };
})(globalThis.schedviz ??= {});
