// table.js: a table that sorts and filters a hundred thousand rows, and keeps only
// those in sight in the document.
(function (sv) {
  'use strict';
  const { el } = sv.dom;
  const ROW = 27; // pixels, as page.css has it

  class VirtualTable {
    // columns are {title, value(i), text(i), num, width, hint}; value is what to sort by,
    // text what to show: a string or a node. count is how many rows there are.
    constructor(box, columns, count, click) {
      Object.assign(this, { box, columns, count, click });
      this.order = Uint32Array.from({ length: count }, (_, i) => i);
      this.sortBy = -1;
      this.body = el('tbody');
      this.headers = columns.map((c, i) => el('th', { class: c.num ? 'num' : '', title: c.hint || '' },
        el('button', { type: 'button', onclick: () => this.sort(i) }, c.title)));
      box.replaceChildren(el('table', { class: 'virtual' },
        el('colgroup', {}, columns.map((c) => el('col', { style: { width: c.width } }))),
        el('thead', {}, el('tr', {}, this.headers)), this.body));
      box.addEventListener('scroll', () => this.draw(), { passive: true });
      new ResizeObserver(() => this.draw()).observe(box);
      this.draw();
    }

    // sort orders the rows by a column: the largest number or the first word first,
    // the other way round when the column is chosen again.
    sort(column, descending) {
      const c = this.columns[column];
      if (descending === undefined) descending = this.sortBy === column ? !this.descending : !!c.num;
      Object.assign(this, { sortBy: column, descending });
      const keys = Array.from({ length: this.count }, (_, i) => c.value(i));
      const sign = descending ? -1 : 1;
      const compare = c.num ? (a, b) => sign * (keys[a] - keys[b]) || a - b : (a, b) => sign * (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0) || a - b;
      this.order = this.order.sort(compare);
      this.headers.forEach((h, i) => h.setAttribute('aria-sort', i !== column ? 'none' : descending ? 'descending' : 'ascending'));
      this.box.scrollTop = 0;
      this.draw();
    }

    // filter keeps the rows that keep(i) says.
    filter(keep) {
      const all = Uint32Array.from({ length: this.count }, (_, i) => i);
      this.order = all.filter(keep);
      if (this.sortBy >= 0) this.sort(this.sortBy, this.descending);
      else this.draw();
      this.box.scrollTop = 0;
    }

    draw() {
      const first = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 10);
      const last = Math.min(this.order.length, first + Math.ceil(this.box.clientHeight / ROW) + 20);
      const rows = [this.space(first)];
      for (let k = first; k < last; k++) rows.push(this.row(this.order[k]));
      rows.push(this.space(this.order.length - last));
      this.body.replaceChildren(...rows);
    }

    space(rows) { return el('tr', { class: 'space', style: { height: rows * ROW + 'px' } }); }

    row(i) {
      return el('tr', { onclick: () => this.click(i) }, this.columns.map((c) => {
        const text = c.text(i);
        return el('td', { class: c.num ? 'num' : '', title: typeof text === 'string' ? text : '' }, text);
      }));
    }
  }

  // plain makes a small table: columns as above but of rows, sortable by nature of
  // the data only.
  function plain(columns, rows) {
    return el('div', { class: 'scroll-x' }, el('table', { class: 'plain' },
      el('thead', {}, el('tr', {}, columns.map((c) => el('th', { class: c.num ? 'num' : '', title: c.hint || '' }, c.title)))),
      el('tbody', {}, rows.map((r) => el('tr', {}, columns.map((c) => el('td', { class: c.num ? 'num' : '' }, c.text(r))))))));
  }

  // shareBar is a number with a bar that shows its share of the largest.
  const shareBar = (text, share, colour) => el('div', { class: 'share' }, el('span', {}, text), el('i', { style: { width: Math.max(1, share * 100) + '%', background: colour } }));

  sv.table = { VirtualTable, plain, shareBar };
})(globalThis.schedviz ??= {});
