// a11y.js: the timeline in words, for screen readers: what is selected, and how busy the
// lanes in view are. All of it is plain text, whatever the names in the trace.
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import * as arrows from './arrows.js';
import * as details from './details.js';
import { visible } from './layout.js';
import { gName, gFunc, laneName } from '../trace/model.js';
import { RUNNING, WAITING, states, preempts } from '../trace/states.js';
import * as totals from '../trace/totals.js';

const MOST = 24; // lanes described
const PAUSE = 400; // ms after a move before the lanes are described again

/** @param {Model} model @param {number} g */
const goroutine = (model, g) => [gName(model, g), format.shortFunc(gFunc(model, g))].filter(Boolean).join(' ');

// span describes the selected span: "G18 main.worker, running on P 2, 1.20 ms, from …".
/** @param {Timeline} tl */
function span(tl, { row, lane, place, g }) {
  const { model } = tl,
    { spans, strings } = model;
  const said = [g >= 0 ? goroutine(model, g) : details.onLane(model, row)[0]];
  const state = spans.state[row];
  if (g >= 0)
    said.push(
      state === WAITING
        ? `waiting for ${strings[spans.reason[row]] || 'an unknown reason'}`
        : states[state] + (spans.p[row] >= 0 ? ` on P ${spans.p[row]}` : ''),
    );
  said.push(format.duration(spans.dur[row]), `from ${format.moment(spans.start[row], 1000)}`);
  if (state === RUNNING && spans.preempt[row]) said.push(`ended by ${theme.markLabel(preempts[spans.preempt[row]])}`);
  if (spans.n[row] > 1) said.push(`${format.count(spans.n[row])} spans merged`);
  const { led, caused } = arrows.chosen(tl);
  const wake = led?.wakes[0];
  if (wake?.by >= 0) said.push(`${wake.kind === 'create' ? 'created' : 'woken'} by ${goroutine(model, wake.by)}`);
  else if (wake?.inferred) said.push(`woken by the ${wake.inferred}, inferred`);
  if (caused?.wakes.length) said.push(`woke ${format.plural(caused.wakes.length, 'goroutine')}`);
  return `${said.join(', ')}. Span ${format.count(place + 1)} of ${format.count(lane.rows.length)} on ${laneName(model, lane)}.`;
}

function range(tl, { from, to, lanes }) {
  const t = totals.of(tl.model, from, to, lanes);
  const parts = Object.entries(t.states)
    .filter(([, time]) => time > 0)
    .map(([name, time]) => `${name} ${format.duration(time)}`);
  return `${format.duration(to - from)} selected from ${format.moment(from, (to - from) / 100)}, ${lanes ? 'on ' + format.plural(lanes.length, 'lane') : 'all lanes'}: ${parts.join(', ') || 'nothing'}${t.exact ? '' : ', approximately'}.`;
}

// lanes says which time is in view, and how busy each visible lane is in it.
/** @param {Timeline} tl */
function lanes(tl) {
  const { model, view, layout } = tl,
    { spans } = model;
  const shown = [...layout.pinned, ...visible(tl).map((i) => layout.lanes[i])].map((i) => i.lane);
  const described = shown.slice(0, MOST).map((lane) => {
    if (lane.without) return `${lane.title}: ${lane.explained}`;
    if (lane.kind === 'group') return `group ${lane.title}, ${lane.folded ? 'folded' : 'unfolded'}`;
    if (lane.kind === 't')
      return `${lane.what}s ${lane.name}: ${format.count(lane.boxes.filter((b) => b.end > view.from && b.start < view.to).length)}`;
    let busy = 0,
      n = 0;
    totals.overlaps(spans, lane, view.from, view.to, (row, time) => {
      n += spans.n[row];
      if (lane.kind !== 'g' || spans.state[row] === RUNNING) busy += time;
    });
    const name = lane.kind === 'g' ? goroutine(model, lane.key) : laneName(model, lane);
    return `${name}: ${lane.kind === 'g' ? 'running' : 'busy'} ${format.percent(busy / (view.to - view.from))}, ${format.plural(n, 'span')}`;
  });
  const rest = shown.length - described.length;
  return `From ${format.moment(view.from, 1000)} to ${format.moment(view.to, 1000)}, ${format.plural(layout.lanes.length, 'lane')}. ${described.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}

// attach gives the canvas a description, kept up to date while it has the focus, and
// announces what is selected.
/** @param {Timeline} tl */
function attach(tl) {
  const { canvas, text } = tl.nodes;
  text.id = tl.root.id + '-lanes';
  canvas.setAttribute('aria-describedby', text.id);
  const tell = () => {
    text.textContent = lanes(tl);
  };
  let timer = 0;
  canvas.addEventListener('focus', tell);
  tl.on('draw', () => {
    if (document.activeElement !== canvas) return;
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  });
  tl.on('choice', () => {
    if (tl.selected) tl.say(span(tl, tl.selected));
    else tl.say(tl.range ? range(tl, tl.range) : 'Nothing selected.');
  });
}

// charts labels each chart with the heading above it, and describes it by the sentence on
// how to read it.
function charts() {
  for (const box of document.querySelectorAll('.chart')) {
    let at = box.previousElementSibling;
    while (at && !/^H[234]$/.test(at.tagName)) at = at.previousElementSibling;
    const how = box.previousElementSibling?.classList.contains('how') ? box.previousElementSibling : null;
    box.setAttribute('role', 'img');
    if (!box.hasAttribute('aria-label')) box.setAttribute('aria-label', 'Chart: ' + (at?.textContent || 'untitled'));
    if (how) {
      how.id ||= 'how-' + box.id;
      box.setAttribute('aria-describedby', how.id);
    }
  }
}

export { attach, charts };
