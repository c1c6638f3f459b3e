// lesson.js: what the page of a workload says to a learner: what runs, what to look at,
// each a link to the view that shows it, what the program printed, and what to try next.
import * as copy from '../base/copy.js';
import { el, byId, link } from '../base/dom.js';
import * as claims from './claims.js';
import * as address from '../timeline/address.js';
import { current as timeline } from '../timeline/current.js';

/** @param {Model} model */
function draw({ page }) {
  const { lesson } = page,
    section = byId('lesson');
  section.hidden = !lesson;
  if (!lesson) return;
  section.replaceChildren(
    el('div', {}, el('h2', {}, 'What runs'), el('p', {}, lesson.what), printed(lesson.printed), verdicts(page.claims)),
    lesson.look.length > 0 && el('div', {}, el('h2', {}, 'What to look at'), el('ol', {}, lesson.look.map(look))),
    lesson.next.length > 0 && el('div', {}, el('h2', {}, 'What to try next'), next(lesson.next)),
  );
  timeline.on('settled', (now) => {
    const shown = address.withoutSelection(now);
    for (const a of section.querySelectorAll('a')) {
      if (a.view === shown) a.setAttribute('aria-current', 'true');
      else a.removeAttribute('aria-current');
    }
  });
}

/** @param {string} text */
function printed(text) {
  if (!text) return el('p', { class: 'quiet' }, 'It printed nothing.');
  return [
    el('h3', {}, 'It printed'),
    el('pre', { class: 'printed', tabIndex: 0, role: 'region', 'aria-label': 'What it printed' }, text),
  ];
}

// look is a link whose address is that of the view: it can be copied and opened elsewhere,
// and Back returns.
function look({ text, view }) {
  const to = address.arranged(timeline, view);
  return el(
    'li',
    {},
    el('a', { href: address.link(timeline, to), view: to, onclick: (e) => follow(e, to, text) }, text),
  );
}

function follow(e, to, text) {
  if (e.ctrlKey || e.metaKey || e.shiftKey) return; // opens another tab or window
  e.preventDefault();
  timeline.undo.visit(to);
  timeline.say(`The timeline now shows: ${text}`);
  timeline.root.scrollIntoView({ block: 'nearest' });
}

const atFirst = 3; // commands to try

// next lists commands to try: the first few, until the reader asks for more.
function next(commands) {
  const list = el('ul', {}, commands.slice(0, atFirst).map(command)),
    left = commands.slice(atFirst);
  const more = link(`${left.length} more`, () => more.replaceWith(...left.map(command)));
  more.classList.add('more');
  if (left.length) list.append(more);
  return list;
}

const command = ({ command, effect }) =>
  el('li', {}, el('code', {}, command), ' ', copyButton(command), ' ', el('span', {}, effect));

/** @param {string} command */
function copyButton(command) {
  const b = copy.button(
    'copy',
    (text) => text,
    () => command,
  );
  b.classList.add('copy');
  b.setAttribute('aria-label', 'copy ' + command);
  return b;
}

function verdicts(list) {
  if (!list.length) return null;
  const toClaims = () => byId('claims').scrollIntoView({ block: 'start' });
  return el(
    'p',
    { class: 'verdicts' },
    link('Claims', toClaims, 'go to the claims and their evidence'),
    ' ',
    claims.counted(list),
  );
}

export { draw };
