// boxes.js: what lanes are painted with: rectangles grouped by style, and text that fits.
import * as theme from '../base/theme.js';

const charWidth = 6.7; // of the labels' font, roughly

// ECharts reuses elements: properties that are not set again keep their old values.
const plain = { silent: true, x: 0, y: 0, z2: 0 };
const noStroke = { stroke: 'none', lineWidth: 1, opacity: 1 };

// group wraps elements; in an empty group, ECharts would keep the old ones.
const group = (children) => ({
  type: 'group',
  children: children.length ? children : [{ ...plain, type: 'schedvizRects', shape: { rects: [] }, style: noStroke }],
});

// Boxes collects rectangles by style.
class Boxes {
  constructor() {
    this.looks = [];
    this.last = null;
  }
  add(fill, opacity, x, y, w, h) {
    let b = this.last;
    if (b === null || b.fill !== fill || b.opacity !== opacity) b = this.last = this.of(fill, opacity);
    b.rects.push(x, y, w, h);
  }
  // of finds or adds the entry for a style.
  of(fill, opacity) {
    for (const b of this.looks) if (b.fill === fill && b.opacity === opacity) return b;
    const b = { fill, opacity, rects: [] };
    this.looks.push(b);
    return b;
  }
  elements() {
    return this.looks.map((b) => ({
      ...plain,
      type: 'schedvizRects',
      shape: { rects: b.rects },
      style: { ...noStroke, fill: b.fill, opacity: b.opacity },
    }));
  }
}

// text writes the first of names that fits between x0 and x1.
/**
 * @param {Timeline} tl
 * @param {any[]} texts
 * @param {string[]} names
 * @param {number} x0
 * @param {number} x1
 * @param {number} y
 * @param {string} fill
 */
function text(tl, texts, names, x0, x1, y, fill) {
  const room = Math.floor((x1 - x0 - 10) / charWidth);
  const name = names.find((n) => n.length <= room);
  if (!name || texts.length >= tl.labelBudget) return;
  texts.push({
    ...plain,
    type: 'text',
    z2: 2,
    x: x0 + 5,
    y: y + 0.5,
    style: {
      text: name,
      fill: theme.ink(fill),
      stroke: 'none',
      lineWidth: 0,
      backgroundColor: 'transparent',
      padding: 0,
      font: '10.5px ' + tl.font,
      verticalAlign: 'middle',
    },
  });
}

export { group, Boxes, text, plain, noStroke, charWidth };
