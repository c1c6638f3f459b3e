// exactness.js: says whether the trace is drawn exactly, and where it can be.
import { el } from '../base/dom.js';
import * as format from '../base/format.js';

// attach adds a status to the toolbar, and marks below the overview strip where the page
// has exact windows.
/** @param {Timeline} tl @param {import('./windows.js').Windows} windows @param {View[]} exact */
function attach(tl, windows, exact) {
  const word = el('span', { class: 'tl-exactness', role: 'status' });
  tl.nodes.range.after(' ', word);
  tl.on('draw', () => say(tl, windows, word, exact.length));
  if (exact.length) tl.nodes.map.after(places(tl, exact));
}

/**
 * @param {Timeline} tl
 * @param {import('./windows.js').Windows} windows
 * @param {HTMLElement} word
 * @param {number} places
 */
function say(tl, windows, word, places) {
  const { part } = tl.model,
    merged = part.resolution > 0,
    resolution = shown(tl, part);
  word.classList.toggle('merged', merged);
  const why =
    resolution > 0
      ? `spans on a lane that are less than ${format.duration(resolution)} apart are merged and drawn pale`
      : 'no spans on the lanes shown are merged';
  if (!merged) return tell(word, 'exact', 'every span in view is shown as it was recorded');
  if (windows.trouble) return tell(word, 'merged: ' + windows.trouble, why);
  if (windows.pending) return tell(word, 'merged, loading exact spans…', why);
  const finer = resolution <= (tl.view.to - tl.view.from) / tl.width;
  tell(
    word,
    finer ? 'exact to the pixel' : `merged within ${format.duration(resolution)}`,
    why +
      (places
        ? '; the marks below the overview strip lead to exact parts, and schedviz serve shows the whole trace exactly'
        : ''),
  );
}

// shown is the resolution of the lanes shown: each kind of lane has its own.
/** @param {Timeline} tl @param {Part} part */
function shown({ shown }, { resolution, resolutions: r }) {
  if (!r) return resolution;
  const own = { p: r.p, m: r.m, c: r.m, g: r.g };
  return Math.max(
    0,
    ...Object.keys(own)
      .filter((kind) => shown[kind])
      .map((kind) => own[kind]),
  );
}

/** @param {HTMLElement} word @param {string} text @param {string} title */
function tell(word, text, title) {
  if (word.textContent !== text) word.textContent = text;
  word.title = title;
}

// places are marks where the page has exact windows; a click goes there.
/** @param {Timeline} tl @param {View[]} exact */
function places(tl, exact) {
  const share = (t) => (t / tl.extent) * 100 + '%';
  return el(
    'div',
    { class: 'tl-places', role: 'group', 'aria-label': 'Exact parts' },
    exact.map(({ from, to }) => {
      const what = `exact: ${format.duration(to - from)} from ${format.moment(from, 1e6)}`;
      const edge = tl.model.overview.resolution;
      return el('button', {
        type: 'button',
        title: what,
        'aria-label': what,
        style: { left: share(from), width: share(to - from) },
        onclick: () => tl.setView(from > 0 ? from + edge : 0, to < tl.model.duration ? to - edge : to),
      });
    }),
  );
}

export { attach };
