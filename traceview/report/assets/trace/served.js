// served.js: a page from schedviz serve. While the trace is being read, it shows the
// progress, the beginning of the trace as soon as that is available, and finally all of it.
// Then it watches whether the trace's file has changed, and offers to show the new one.
import { unzip } from '../base/data.js';
import { el, byId, link } from '../base/dom.js';
import * as format from '../base/format.js';

const AGAIN = 200; // ms between requests while the trace is being read
const WATCH = 2000; // ms between requests after that
const FAILED = 20000; // ms after a failed request
const BUSY = 503;

let edition = 0; // of the trace that this page shows; 0 until something is drawn

// ask fetches a path from the page's server, with the token from the page's own address.
// If the server is busy and says when to retry, it does.
/** @param {string} what @param {AbortSignal} [signal] */
async function ask(what, signal) {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  for (;;) {
    const answer = await fetch(what + (what.includes('?') ? '&' : '?') + 'token=' + encodeURIComponent(token), {
      signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (answer.ok) return answer;
    const text = (await answer.text()).trim(),
      after = Number(answer.headers.get('Retry-After'));
    if (answer.status !== BUSY || !after) throw new Error(text || 'schedviz serve answered ' + answer.status);
    await pause(after * 1000 * (1 + Math.random() / 2), signal); // not all clients at the same time
  }
}

// pause waits for some time, or until the signal aborts.
/** @param {number} ms @param {AbortSignal} [signal] */
function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** @param {string} part */
const get = async (part) =>
  unzip(new Uint8Array(await (await ask(`data?part=${part}&edition=${edition}`)).arrayBuffer()));

// progress asks the server for its progress, and shows a notice if the trace's file has changed.
async function progress() {
  const p = await (await ask('progress')).json();
  edition ||= p.edition;
  notice(p);
  return p;
}

// follow calls draw with the data available. Nothing is redrawn: when the whole trace
// follows its beginning, the page is reloaded with the same view.
/** @param {(data: PageData) => void} draw */
async function follow(draw) {
  try {
    await drawAll(draw);
  } finally {
    watch();
  }
  byId('reading-trace').hidden = true;
}

/** @param {(data: PageData) => void} draw */
async function drawAll(draw) {
  for (let drawn = false; ; await pause(AGAIN)) {
    const { read, size, beginning, whole, error, ...p } = await progress();
    if (p.edition !== edition) return; // the notice links to the new trace
    if (error) throw new Error(error);
    if (whole && drawn) return location.reload();
    if (whole || (beginning && !drawn)) {
      const data = await get(whole ? 'whole' : 'beginning');
      head(data.page);
      draw(data);
      drawn = true;
      if (whole) return;
    }
    show(read, size, drawn);
  }
}

// watch keeps asking while the page is visible.
async function watch() {
  for (let wait = WATCH; ;) {
    await pause(wait);
    if (document.hidden) continue;
    wait = await progress().then(
      () => WATCH,
      () => FAILED,
    );
  }
}

// notice says at the top of the page that there is a newer trace than the one shown.
function notice(p) {
  const note = byId('changed');
  const anew = p.edition !== edition;
  const text = anew ? 'The trace has been read again.' : p.changed;
  if (note.dataset.text === text) return;
  note.dataset.text = text;
  note.hidden = !text;
  note.replaceChildren(
    text,
    ' ',
    link('Show the new trace', () => renew(note, anew)),
  );
}

// renew shows the new trace, in the default view: locations in the old one mean nothing there.
/** @param {HTMLElement} note @param {boolean} anew */
async function renew(note, anew) {
  try {
    if (!anew) await ask(`reread?edition=${edition}`);
  } catch (e) {
    note.replaceChildren(
      `The new trace cannot be read: ${e.message}. `,
      link('Try again', () => renew(note, anew)),
    );
    return;
  }
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

/** @param {number} read @param {number} size @param {boolean} drawn */
function show(read, size, drawn) {
  const bar = byId('progress');
  bar.max = size;
  bar.value = read;
  byId('progress-text').textContent =
    `Reading the trace: ${format.bytes(read)} of ${format.bytes(size)}` +
    (drawn ? '; its beginning is shown below' : '');
}

// head fills in what other pages have in their HTML.
/** @param {Page} page */
function head({ title, served }) {
  document.querySelector('h1').textContent = title;
  document
    .querySelector('.facts-line')
    .replaceChildren(...served.facts.flatMap((f, i) => [i ? ' · ' : '', el('span', {}, f)]));
  byId('failure').before(...served.warnings.map((w) => el('p', { class: 'warning' }, w)));
}

const currentEdition = () => edition;

export { follow, ask, currentEdition as edition };
