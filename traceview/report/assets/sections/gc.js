// gc.js: garbage collection and stop-the-world pauses.
import { byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { List, shareBar } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, more, numbers } from './fill.js';
import { goTo } from './links.js';

// longestStop is the longest stop-the-world pause for a reason in the timeline.
/** @param {Model} model */
function longestStop(model, reason) {
  const bands = model.overview.bands.filter((b) => b.stw && b.name.includes('(' + reason + ')'));
  if (bands.some((b) => b.n > 1)) return null; // merged: which one is unknown
  return bands.length ? bands.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a)) : null;
}

/** @param {Model} model */
function draw(model) {
  const { gc, stat, procs } = model.page;
  byId('gc').hidden = gc.all + gc.stops.length === 0;
  if (byId('gc').hidden) return;
  const capacity = Math.max(1, model.duration * Math.max(1, stat.procs.gomaxprocs || procs.length));
  const time = (ns) => `${format.duration(ns)} (${format.percent(ns / capacity)} of the Ps’ time)`;
  numbers('gc-numbers', [
    ['collections', gc.all ? format.count(gc.all) : 'none in this trace'],
    ['GC workers', gc.workers ? time(gc.workers) : '', 'running time of the GC’s own goroutines during marking'],
    ['assists', gc.assists ? time(gc.assists) : '', 'time in which allocating goroutines had to help with marking'],
    [
      'goroutines paused',
      gc.stopped ? format.duration(gc.stopped) : '',
      'by a stop-the-world or a scan of their stack; summed over goroutines',
    ],
  ]);
  const most = Math.max(...gc.stops.map((s) => s.total_ns), 1);
  const ns = (title, key) => ({
    title,
    num: true,
    unit: 'ns',
    value: (s) => s[key],
    text: (s) => format.duration(s[key]),
  });
  fill(
    'gc-stops',
    gc.stops.length,
    () =>
      new List(
        [
          { title: 'reason', value: (s) => s.reason, text: (s) => s.reason || 'unknown' },
          { title: 'count', num: true, value: (s) => s.count, text: (s) => format.count(s.count) },
          {
            title: 'total',
            num: true,
            unit: 'ns',
            value: (s) => s.total_ns,
            text: (s) => shareBar(format.duration(s.total_ns), s.total_ns / most, theme.chrome().stw),
          },
          ns('p50', 'p50_ns'),
          ns('p99', 'p99_ns'),
          ns('max', 'max_ns'),
          {
            title: '',
            text: (s) => {
              const b = longestStop(model, s.reason);
              return b ? link('show the longest', () => goTo({ from: b.start, to: b.end })) : '';
            },
          },
        ],
        gc.stops,
        { what: 'reasons' },
      ).node,
  );
  const longest = Math.max(...gc.cycles.map(([from, to]) => to - from), 1);
  const cycles = gc.cycles.map(([from, to], i) => ({ n: i + 1, from, to }));
  byId('gc-collections').hidden = cycles.length === 0;
  fill(
    'gc-cycles',
    cycles.length,
    () =>
      new List(
        [
          {
            title: 'collection',
            num: true,
            value: (c) => c.n,
            text: (c) => link(String(c.n), () => goTo({ from: c.from, to: c.to }), 'show in the timeline'),
          },
          {
            title: 'start',
            num: true,
            unit: 'ns',
            value: (c) => c.from,
            text: (c) => format.moment(Math.max(0, c.from), model.duration / 10000, model.duration),
          },
          {
            title: 'mark phase',
            num: true,
            unit: 'ns',
            value: (c) => c.to - c.from,
            text: (c) => shareBar(format.duration(c.to - c.from), (c.to - c.from) / longest, theme.chrome().gc),
          },
        ],
        cycles,
        { what: 'collections', few: 6 },
      ).node,
  );
  more('more-cycles', cycles.length, gc.all, 'collections');
}

export { draw };
