// tip.js: the tooltip for everything that does not use ECharts' own.
import * as dom from './dom.js';
import { el } from './dom.js';

let box = null;

// show puts a node beside the pointer.
/** @param {Node} node */
function show(node, e) {
  if (!box) document.body.append((box = el('div', { class: 'tip', role: 'tooltip' })));
  box.hidden = false;
  box.replaceChildren(node);
  const w = box.offsetWidth,
    h = box.offsetHeight;
  box.style.left = Math.max(4, e.clientX + 16 + w > innerWidth ? e.clientX - w - 12 : e.clientX + 16) + 'px';
  box.style.top = Math.max(4, Math.min(e.clientY + 16, innerHeight - h - 6)) + 'px';
}

function hide() {
  if (box) box.hidden = true;
}

// say shows a message for a few seconds, and announces it to screen readers.
let timer = 0;
/** @param {string} text */
function say(text) {
  const note = dom.byId('said');
  note.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    note.textContent = '';
  }, 6000);
}

globalThis.addEventListener?.('scroll', hide, { passive: true });
export { show, hide, say };
