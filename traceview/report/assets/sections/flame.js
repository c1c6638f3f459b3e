// flame.js: the model of a flame graph: nested boxes, as packed by flame.go. The
// outermost callers are at the top; the width of a box is the total spent within it.
import * as col from '../trace/columns.js';

// build reads the boxes of one mode. Box 0 contains all others; the boxes inside box i are
// those after it up to end[i]; at is where a box begins, in units of total.
/** @param {Model} model @param {string} mode */
function build({ cols, strings }, mode) {
  const depth = cols[col.flame[mode].depth],
    total = cols[col.flame[mode].total],
    n = depth.length;
  const flame = {
    mode,
    depth,
    total,
    count: cols[col.flame[mode].count],
    frame: cols[col.flame[mode].frame],
    parent: new Int32Array(n).fill(-1),
    end: new Int32Array(n),
    at: new Float64Array(n),
    names: Array.from(cols[col.flame[mode].name], (i) => strings[i]),
    size: n,
  };
  const open = []; // the box being filled at each depth
  const filled = new Float64Array(n); // how much of each box is taken up by boxes inside it
  for (let i = 0; i < n; i++) {
    for (let d = open.length - 1; d >= depth[i]; d--) flame.end[open[d]] = i;
    open.length = depth[i];
    if (depth[i] > 0) {
      const p = (flame.parent[i] = open[depth[i] - 1]);
      flame.at[i] = flame.at[p] + filled[p];
      filled[p] += total[i];
    }
    open.push(i);
  }
  for (const i of open) flame.end[i] = n;
  flame.self = total.map((t, i) => Math.max(0, t - filled[i]));
  return flame;
}

// path lists the boxes around box i, from the outermost to i itself.
/** @param {number} i */
function path(flame, i) {
  const out = [];
  for (; i >= 0; i = flame.parent[i]) out.unshift(i);
  return out;
}

// layout lists the boxes to draw when box zoomed is as wide as the canvas: itself, the
// boxes inside it that are at least least pixels wide, and those around it.
/** @param {number} zoomed @param {number} width */
function layout(flame, zoomed, width, least = 0.5) {
  const scale = width / Math.max(flame.total[zoomed], 1e-9);
  const out = path(flame, zoomed).map((i) => ({ i, x: 0, w: width, row: flame.depth[i] }));
  for (let i = zoomed + 1; i < flame.end[zoomed];) {
    const w = flame.total[i] * scale;
    if (w < least) {
      i = flame.end[i];
      continue;
    }
    out.push({ i, x: (flame.at[i] - flame.at[zoomed]) * scale, w, row: flame.depth[i] });
    i++;
  }
  return out;
}

// search finds the boxes whose name contains the text, and their total, without counting
// nested boxes twice.
/** @param {string} text */
function search(flame, text) {
  const part = text.trim().toLowerCase();
  if (!part) return null;
  const found = new Set();
  let total = 0,
    covered = 0;
  for (let i = 1; i < flame.size; i++) {
    if (!flame.names[i].toLowerCase().includes(part)) continue;
    found.add(i);
    if (i < covered) continue;
    total += flame.total[i];
    covered = flame.end[i];
  }
  return { found, total };
}

// step returns the box that an arrow key moves to from box i: the widest inside it, the
// one around it, or a sibling; i itself if there is none.
/** @param {number} i @param {string} key */
function step(flame, i, key, within = 0) {
  if (key === 'ArrowDown') return i + 1 < flame.end[i] ? i + 1 : i;
  const parent = flame.parent[i];
  if (parent < 0 || i === within) return i;
  if (key === 'ArrowUp') return parent;
  if (key === 'ArrowRight') return flame.end[i] < flame.end[parent] ? flame.end[i] : i;
  let before = i;
  for (let k = parent + 1; k < i; k = flame.end[k]) before = k;
  return before;
}

export { build, path, layout, search, step };
