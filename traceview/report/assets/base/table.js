// table.js: two kinds of table: VirtualTable sorts and filters a hundred thousand rows and
// keeps only those in view in the document; List is for up to a few hundred rows.
//
// A column is {title, value(r), text(r), num, unit, width, hint, colour}: value is the sort key
// and goes into the CSV, text is what to show, a string or a node; r is a row, or
// its index in a VirtualTable. A column without a title only holds links.
import * as copy from './copy.js';
import { el, link, swatch } from './dom.js';
import * as format from './format.js';
import * as print from './print.js';

const ROW = 27; // pixels, as sections.css has it
const FEW = 10; // rows that a List shows at first

/** @param {TableColumn} c */
const valueOf = (c, r) => (c.value ? c.value(r) : c.text(r));

// comparing orders rows by a column; equal rows keep their original order.
function comparing(keys, num, descending) {
  const sign = descending ? -1 : 1;
  return num
    ? (a, b) => sign * (keys[a] - keys[b]) || a - b
    : (a, b) => sign * (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0) || a - b;
}

/** @param {TableColumn} c */
const heading = (c, onclick) =>
  el(
    'th',
    { class: c.num ? 'num' : '', title: c.hint || '', scope: 'col' },
    c.title ? el('button', { type: 'button', onclick }, c.colour && swatch(c.colour), c.title) : '',
  );

/** @param {boolean} descending */
function markSorted(headers, column, descending) {
  headers.forEach((h, i) =>
    i === column
      ? h.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
      : h.removeAttribute('aria-sort'),
  );
}

class VirtualTable {
  // count is the number of rows; click takes a row's index.
  constructor(box, columns, count, click) {
    this.box = box;
    this.columns = columns;
    this.count = count;
    this.click = click;
    this.descending = false;
    this.order = Uint32Array.from({ length: count }, (_, i) => i);
    this.sortBy = -1;
    this.active = 0; // the index of the row that Tab focuses
    this.body = el('tbody', {
      onkeydown: (e) => this.key(e),
      onfocusin: (e) => {
        this.active = e.target.closest('tr').place ?? this.active;
      },
    });
    this.headers = columns.map((c, i) => heading(c, () => this.sort(i)));
    box.replaceChildren(
      el(
        'table',
        { class: 'virtual', 'aria-rowcount': count + 1 },
        el(
          'colgroup',
          {},
          columns.map((c) => el('col', { style: { width: c.width } })),
        ),
        el('thead', {}, el('tr', {}, this.headers)),
        this.body,
      ),
    );
    box.onscroll = () => this.draw();
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(box);
    this.draw();
  }

  dispose() {
    this.observer.disconnect();
  }

  // sort orders the rows by a column: numbers largest first, text alphabetically; the
  // other way round if it is the same column again.
  sort(column, descending) {
    const c = this.columns[column];
    if (descending === undefined) descending = this.sortBy === column ? !this.descending : !!c.num;
    this.sortBy = column;
    this.descending = descending;
    const keys = Array.from({ length: this.count }, (_, i) => c.value(i));
    this.order = this.order.sort(comparing(keys, c.num, descending));
    markSorted(this.headers, column, descending);
    this.box.scrollTop = 0;
    this.draw();
  }

  // filter shows only the rows for which keep(i) is true.
  filter(keep) {
    const all = Uint32Array.from({ length: this.count }, (_, i) => i);
    this.order = all.filter(keep);
    if (this.sortBy >= 0) this.sort(this.sortBy, this.descending);
    else this.draw();
    this.box.scrollTop = 0;
  }

  draw() {
    const paper = print.active(),
      all = this.order.length;
    const first = paper ? 0 : Math.max(0, Math.floor(this.box.scrollTop / ROW) - 10);
    const last = Math.min(all, first + (paper ? print.ROWS : Math.ceil(this.box.clientHeight / ROW) + 20));
    const focused = this.body.contains(document.activeElement);
    const rows = [this.space(first)];
    const reached = Math.max(first, Math.min(this.active, last - 1));
    for (let k = first; k < last; k++) rows.push(this.row(k, k === reached));
    if (!paper) rows.push(this.space(all - last));
    else if (last < all)
      rows.push(el('tr', {}, el('td', { colSpan: this.columns.length }, `and ${format.count(all - last)} more`)));
    this.body.replaceChildren(...rows);
    if (focused) rows.find((r) => r.tabIndex === 0)?.focus({ preventScroll: true });
  }

  // key moves from row to row, and opens one.
  key(e) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / ROW) - 2),
      last = this.order.length - 1;
    const to = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: last,
    }[e.key];
    if (e.key === 'Enter' && e.target.place !== undefined) this.click(this.order[this.active]);
    if (to === undefined) return;
    e.preventDefault();
    this.active = Math.max(0, Math.min(last, to));
    const { box } = this,
      top = this.active * ROW,
      head = box.querySelector('thead').offsetHeight;
    box.scrollTop = Math.max(Math.min(box.scrollTop, top), top + ROW + head - box.clientHeight);
    this.draw();
  }

  space(rows) {
    return el('tr', { class: 'space', style: { height: rows * ROW + 'px' } });
  }

  // row makes the row at an index of the order; Tab reaches only one of them.
  row(k, reached) {
    const i = this.order[k];
    return el(
      'tr',
      {
        place: k,
        tabIndex: reached ? 0 : -1,
        'aria-rowindex': k + 2,
        onclick: () => this.click(i),
      },
      this.columns.map((c) => {
        const text = c.text(i);
        return el('td', { class: c.num ? 'num' : '', title: typeof text === 'string' ? text : '' }, text);
      }),
    );
  }

  csv() {
    return csv(this.columns, this.order);
  }
}

// List is a table of up to a few hundred rows; it shows the first few until the reader
// asks for all.
class List {
  constructor(columns, rows, { what = 'rows', few = FEW } = {}) {
    this.columns = columns;
    this.rows = rows;
    this.what = what;
    this.few = few;
    this.sortBy = -1;
    this.descending = false;
    this.all = rows.length <= few + 2;
    this.order = rows.map((_, i) => i);
    this.body = el('tbody');
    this.headers = columns.map((c, i) => heading(c, () => this.sort(i)));
    this.foot = el('p', { class: 'table-foot quiet' });
    this.node = el(
      'div',
      { class: 'list' },
      rows.length > 2 * FEW && columns.some((c) => c.title && !c.num) && this.search(),
      el(
        'div',
        { class: 'scroll-x' },
        el('table', { class: 'plain' }, el('thead', {}, el('tr', {}, this.headers)), this.body),
      ),
      this.foot,
    );
    this.node.list = this;
    this.draw();
  }

  search() {
    this.words = this.rows.map((r) =>
      this.columns
        .map((c) => (c.title && !c.num ? String(valueOf(c, r)) : ''))
        .join('\n')
        .toLowerCase(),
    );
    return el(
      'p',
      { class: 'filter' },
      el('input', {
        type: 'search',
        placeholder: 'filter',
        autocomplete: 'off',
        spellcheck: false,
        'aria-label': 'filter ' + this.what,
        oninput: (e) => this.filter(e.target.value),
      }),
    );
  }

  filter(text) {
    const part = text.trim().toLowerCase();
    this.order = this.rows.map((_, i) => i).filter((i) => this.words[i].includes(part));
    if (this.sortBy >= 0) this.sort(this.sortBy, this.descending);
    else this.draw();
  }

  sort(column, descending) {
    const c = this.columns[column];
    if (descending === undefined) descending = this.sortBy === column ? !this.descending : !!c.num;
    this.sortBy = column;
    this.descending = descending;
    this.order.sort(
      comparing(
        this.rows.map((r) => valueOf(c, r)),
        c.num,
        descending,
      ),
    );
    markSorted(this.headers, column, descending);
    this.draw();
  }

  draw() {
    const shown = this.order.slice(0, print.active() ? print.ROWS : this.all ? this.order.length : this.few);
    this.body.replaceChildren(
      ...shown.map((i) =>
        el(
          'tr',
          {},
          this.columns.map((c) => el('td', { class: c.num ? 'num' : '' }, c.text(this.rows[i]))),
        ),
      ),
    );
    const hidden = this.order.length - shown.length;
    this.foot.replaceChildren(
      ...(this.order.length < this.rows.length
        ? [`${format.count(this.order.length)} of ${format.count(this.rows.length)} ${this.what}`]
        : []),
      ...(hidden > 0
        ? [
            link(`show all ${format.count(this.order.length)}`, () => {
              this.all = true;
              this.draw();
            }),
          ]
        : []),
      ...(this.rows.length > 2 ? [copyButton(() => this.csv())] : []),
    );
  }

  csv() {
    return csv(this.columns, this.order, (i) => this.rows[i]);
  }
}

// csv writes a table's rows as CSV: times in nanoseconds, whatever unit the page shows.
/** @param {TableColumn[]} columns @param {ArrayLike<number>} order @param {(i: number) => any} [row] */
function csv(columns, order, row = (i) => i) {
  const named = columns.filter((c) => c.title);
  return copy.csv([
    named.map((c) => (c.unit ? `${c.title} (${c.unit})` : c.title)),
    ...Array.from(order, (i) => named.map((c) => valueOf(c, row(i)) ?? '')),
  ]);
}

const copyButton = (text) => copy.button('copy as CSV', (t) => t, text);

// shareBar is a number with a bar that shows its share of the largest.
/** @param {string} text @param {number} share @param {string} colour */
const shareBar = (text, share, colour) =>
  el(
    'div',
    { class: 'share' },
    el('span', {}, text),
    el('i', { style: { width: Math.max(1, share * 100) + '%', background: colour } }),
  );

// parts is a bar of coloured segments that add up to the whole.
const parts = (list) =>
  el(
    'div',
    {
      class: 'parts',
      role: 'img',
      'aria-label': list.map(([name, share]) => `${name} ${format.percent(share)}`).join(', '),
      title: list.map(([name, share]) => `${name} ${format.percent(share)}`).join(', '),
    },
    list.map(([, share, colour]) => el('i', { style: { width: share * 100 + '%', background: colour } })),
  );

export { VirtualTable, List, copyButton, shareBar, parts };
