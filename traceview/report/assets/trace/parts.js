// parts.js: what is drawn of a trace: the overview of all of it, or a finer part in
// its place. A part has the spans, marks and the like of its stretch of time, and for
// each lane which of them are in it. Lanes, goroutines, threads, stacks and strings
// are the model's, and the same in every part; times are from the trace's start.
(function (sv) {
  'use strict';

  const EMPTY = { rows: new Int32Array(0), marks: [], under: [] };

  // build makes a part of columns that refer to the model's tables.
  function build(model, cols, { from, to, resolution, resolutions, complete, groupStep }) {
    const part = { from, to, resolution, resolutions, complete, spans: spansOf(cols), lanes: new Map(), groups: groupsOf(model, cols, from, groupStep), onCore: null, others: [] };
    const { p, m } = model.lanes;
    const byKey = { p: new Map(p.map((l) => [l.key, l])), m: new Map(m.map((l) => [l.key, l])), g: model.laneOfG };
    for (const kind of ['p', 'm', 'g']) cutRows(part, kind, byKey[kind], cols);
    addMarks(part, model, byKey.p, cols);
    addAnnotations(part, model, cols);
    sv.cores?.build(model, part, cols);
    return part;
  }

  // show has the model and its lanes hold what is in the part.
  function show(model, part) {
    const { spans, marks, bands, onCore, others } = part;
    Object.assign(model, { part, spans, marks, bands, onCore, others });
    for (const lanes of Object.values(model.lanes)) {
      for (const lane of lanes) Object.assign(lane, part.lanes.get(lane) || EMPTY);
    }
  }

  function spansOf(cols) {
    const spans = {};
    for (const name of ['start', 'dur', 'g', 'm', 'p', 'stack', 'waker', 'n', 'reason', 'state', 'preempt', 'idle']) spans[name] = cols['span.' + name];
    spans.oncore = cols['span.oncore'] || new Int32Array(spans.start.length).fill(-1);
    spans.end = spans.start.map((t, i) => t + spans.dur[i]);
    return spans;
  }

  // groupsOf are the goroutines of which not all have a lane, by start function: how many
  // there are, and the mean numbers of them that were running and runnable, by step.
  function groupsOf(model, cols, from, step) {
    const n = cols['group.func']?.length ?? 0, steps = n && cols['group.running'].length / n;
    return Array.from({ length: n }, (_, i) => {
      const course = (name) => ({ name, f: sv.counters.fromSeries({ start: from, step }, cols['group.' + name].subarray(i * steps, (i + 1) * steps).map((v) => v / 100)) });
      return {
        func: model.strings[cols['group.func'][i]], others: !!cols['group.others'][i],
        goroutines: cols['group.goroutines'][i], lanes: cols['group.lanes'][i],
        step, courses: [course('running'), course('runnable')],
      };
    });
  }

  // cutRows cuts the flat list of span rows into those of each lane.
  function cutRows(part, kind, byKey, cols) {
    const keys = cols[`lane.${kind}.key`], counts = cols[`lane.${kind}.count`], rows = cols[`lane.${kind}.rows`];
    for (let i = 0, at = 0; i < keys.length; at += counts[i++]) {
      part.lanes.set(byKey.get(keys[i]), { rows: rows.subarray(at, at + counts[i]), marks: [], under: [] });
    }
  }

  // addMarks hangs each mark on its P, M and G lanes; they are ascending already.
  function addMarks(part, model, ps, c) {
    const marks = { time: c['mark.time'], g: c['mark.g'], m: c['mark.m'], p: c['mark.p'], stack: c['mark.stack'], n: c['mark.n'], kind: c['mark.kind'] };
    part.marks = marks;
    for (let i = 0; i < marks.time.length; i++) {
      for (const lane of [ps.get(marks.p[i]), model.lanes.m[marks.m[i]], model.laneOfG.get(marks.g[i])]) part.lanes.get(lane)?.marks.push(i);
    }
  }

  // addAnnotations splits ranges into those of everybody (bands over the timeline)
  // and those of one goroutine, and hangs the latter and regions and logs on its lane.
  function addAnnotations(part, model, c) {
    const text = model.strings;
    const ofG = (g) => part.lanes.get(model.laneOfG.get(g))?.under;
    part.bands = [];
    for (let i = 0; i < c['range.name'].length; i++) {
      const r = { name: text[c['range.name'][i]], start: c['range.start'][i], end: c['range.start'][i] + c['range.dur'][i], g: c['range.g'][i], p: c['range.p'][i], n: c['range.n'][i] };
      r.busy = r.n > 1 ? c['range.busy'][i] : r.end - r.start;
      r.stw = r.name.startsWith('stop-the-world');
      r.gap = r.name === 'missing from the trace';
      if (r.stw || (r.g < 0 && r.p < 0)) part.bands.push(r);
      else ofG(r.g)?.push({ ...r, kind: 'range' });
    }
    for (let i = 0; i < c['region.type'].length; i++) {
      const end = c['region.end'][i];
      ofG(model.byID.get(c['region.g'][i]))?.push({
        kind: 'region', name: text[c['region.type'][i]],
        start: Math.max(0, c['region.start'][i]), end: end < 0 ? model.duration : end,
      });
    }
    for (let i = 0; i < c['log.time'].length; i++) {
      const t = c['log.time'][i];
      const name = [text[c['log.category'][i]], text[c['log.message'][i]]].filter(Boolean).join(': ');
      ofG(model.byID.get(c['log.g'][i]))?.push({ kind: 'log', name, start: t, end: t });
    }
  }

  sv.parts = { build, show };
})(globalThis.schedviz ??= {});
