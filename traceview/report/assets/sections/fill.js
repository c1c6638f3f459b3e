// fill.js: puts content into the slots of a section.
import { byId, el } from '../base/dom.js';
import * as format from '../base/format.js';

// fill puts a node into a section's slot. Without rows it shows the slot's empty text
// instead, or hides that part of the section.
function fill(id, rows, node) {
  byId(id).replaceChildren(...(rows ? [node()] : []));
  const part = byId('part-' + id);
  if (part) part.hidden = !rows;
  const empty = byId('empty-' + id);
  if (empty) empty.hidden = !!rows;
}

// more says how many rows a table leaves out.
function more(id, shown, all, what) {
  byId(id).textContent = shown < all ? `The top ${format.count(shown)} of ${format.count(all)} ${what}.` : '';
}

// numbers fills a line of figures; those without a value are left out.
function numbers(id, pairs) {
  byId(id).replaceChildren(
    ...pairs
      .filter(([, v]) => v !== '' && v !== null && v !== undefined)
      .map(([k, v, hint]) => el('span', { title: hint || '' }, el('i', {}, k), ' ' + v)),
  );
}

export { fill, more, numbers };
