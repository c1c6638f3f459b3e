// claims.js: what the workload's documentation claims, with verdicts and evidence.
import { el, byId, link } from '../base/dom.js';
import { goTo } from './links.js';

const marks = { holds: '✓', fails: '✗', inconclusive: '?', differs: '≠' };
const several = { holds: 'hold', fails: 'fail', inconclusive: 'inconclusive', differs: 'differ' };

const verdictOf = (claim) => (marks[claim.verdict] ? claim.verdict : 'inconclusive');

/** @param {Model} model */
function draw({ page }) {
  byId('claims').hidden = page.claims.length === 0;
  byId('claim-list').replaceChildren(
    ...page.claims.map((c) =>
      el(
        'li',
        { class: 'claim ' + verdictOf(c) },
        el('span', { class: 'verdict' }, (marks[c.verdict] || '?') + ' ' + c.verdict),
        el(
          'div',
          {},
          el('b', {}, c.text),
          el('p', {}, c.evidence, c.place ? ' ' : '', c.place ? link('show in the timeline', () => goTo(c.place)) : ''),
        ),
      ),
    ),
  );
}

// counted counts claims by verdict: "✓ 3 hold", "✗ 1 fails".
function counted(claims) {
  const out = [];
  for (const verdict of Object.keys(marks)) {
    const n = claims.filter((c) => verdictOf(c) === verdict).length;
    const text = `${marks[verdict]} ${n} ${n === 1 ? verdict : several[verdict]}`;
    if (n) out.push(el('span', { class: 'claim ' + verdict }, el('span', { class: 'verdict' }, text)));
  }
  return out;
}

export { draw, counted };
