// dom.js: builds elements. Text becomes text nodes only: nothing from a trace is
// ever parsed as markup.

// el makes an element; props are properties, class and on* handlers, children
// are nodes or text.
/** @param {string} tag @param {Record<string, any> | null} [props] @param {any[]} children @returns {any} */
function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (key === 'class') e.className = value;
    else if (key.startsWith('on')) e.addEventListener(key.slice(2), value);
    else if (key.startsWith('aria-') || key === 'role') e.setAttribute(key, value);
    else if (key === 'style') Object.assign(e.style, value);
    else e[key] = value;
  }
  e.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return e;
}

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);
/** @param {string} colour */
const swatch = (colour) => el('span', { class: 'swatch', style: { background: colour } });

// link is a button that looks like one.
/** @param {string} text @param {string} [title] */
const link = (text, onclick, title) =>
  el('button', { class: 'link', type: 'button', onclick, title: title || '' }, text);

// failed shows on the page what could not be drawn, and why.
function failed(what, e) {
  const note = byId('failure');
  note.textContent = `${what} could not be drawn: ${e && e.message ? e.message : e}`;
  note.hidden = false;
  throw e;
}

export { el, byId, swatch, link, failed };
