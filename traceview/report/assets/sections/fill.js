// fill.js: puts what there is to say into a section's places on the page.
import { byId, el } from '../base/dom.js';
import * as format from '../base/format.js';

// fill puts nodes into a section's place, or shows its sentence for nothing, or
// hides the part of the section that is about it.
function fill(id, rows, node) {
  byId(id).replaceChildren(...(rows ? [node()] : []));
  const part = byId('part-' + id);
  if (part) part.hidden = !rows;
  const empty = byId('empty-' + id);
  if (empty) empty.hidden = !!rows;
}

// more says that a table does not have all.
function more(id, shown, all, what) {
  byId(id).textContent =
    shown < all ? `The ${format.count(shown)} most important of ${format.count(all)} ${what}.` : '';
}

// numbers fills a line of figures, of which those without a value are left out.
function numbers(id, pairs) {
  byId(id).replaceChildren(
    ...pairs
      .filter(([, v]) => v !== '' && v !== null && v !== undefined)
      .map(([k, v, hint]) => el('span', { title: hint || '' }, el('i', {}, k), ' ' + v)),
  );
}

export { fill, more, numbers };
