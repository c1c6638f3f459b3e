// copy.js: rows as text for spreadsheets, and the clipboard.
import * as dom from './dom.js';

const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/; // including full-width forms
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

// cell keeps a spreadsheet from treating a name from the trace as a formula.
const cell = (v) => (typeof v === 'string' && FORMULA.test(v) && !NUMBER.test(v) ? "'" + v : String(v));

/** @param {string} s */
const quoted = (s) => (/[",\r\n]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s);

/** @param {any[][]} rows */
const csv = (rows) => rows.map((r) => r.map((v) => quoted(cell(v))).join(',') + '\r\n').join('');
/** @param {any[][]} rows */
const tsv = (rows) => rows.map((r) => r.map((v) => cell(v).replace(/[\t\r\n]+/g, ' ')).join('\t') + '\n').join('');

// put copies text to the clipboard, by execCommand where the clipboard API is not allowed.
/** @param {string} text */
async function put(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = dom.el('textarea', { value: text, 'aria-hidden': 'true', style: { position: 'fixed', opacity: '0' } });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

// button copies the result of rows when clicked, and says so.
/** @param {string} label */
function button(label, write, rows) {
  const say = (b, text) => {
    b.textContent = text;
    setTimeout(() => {
      b.textContent = label;
    }, 1500);
  };
  const b = dom.link(label, async () => say(b, (await put(write(rows()))) ? 'copied' : 'could not copy'));
  return b;
}

export { csv, tsv, button };
