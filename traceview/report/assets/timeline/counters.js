// counters.js: how many goroutines ran and were runnable at each moment, and how
// large the heap was.
(function (sv) {
  'use strict';
  const { RUNNABLE, RUNNING } = sv.model;

  const sampleEvery = 10e6; // GODEBUG=schedtrace=10

  // build counts from the spans where all of them are carried and exact, else it
  // takes the summary's means over steps.
  function build(model) {
    const { page, lanes, spans } = model;
    const exact = model.part.resolution === 0 && model.part.complete;
    const heap = fromSamples(model);
    const sampled = fromQueues(model);
    if (!exact) {
      const s = page.series;
      return { exact, heap, ...sampled, runnable: fromSeries(s, s.runnable), running: fromSeries(s, s.running) };
    }
    return { exact, heap, ...sampled, runnable: fromSpans(lanes.g, spans, RUNNABLE), running: fromSpans(lanes.g, spans, RUNNING) };
  }

  // fromSpans merges all starts and ends of spans in a state, null: in any, into one
  // step function.
  function fromSpans(lanes, spans, state) {
    const starts = [], ends = [];
    for (const lane of lanes) {
      for (const r of lane.rows) {
        if (state !== null && spans.state[r] !== state) continue;
        starts.push(spans.start[r]);
        ends.push(spans.end[r]);
      }
    }
    const s = Float64Array.from(starts).sort(), e = Float64Array.from(ends).sort();
    const time = new Float64Array(s.length * 2), level = new Float64Array(s.length * 2);
    let n = 0, at = 0;
    for (let i = 0, j = 0; j < e.length; ) {
      const start = i < s.length && s[i] < e[j];
      const t = start ? s[i++] : e[j++];
      at += start ? 1 : -1;
      if (n > 0 && time[n - 1] === t) n--;
      time[n] = t;
      level[n++] = at;
    }
    return steps(time.subarray(0, n), level.subarray(0, n));
  }

  function fromSeries(s, values) {
    return steps(Float64Array.from(values, (_, i) => s.start + i * s.step), Float64Array.from(values));
  }

  // fromSamples is the size of the heap's objects, null where there is no course to show.
  function fromSamples({ cols, strings, page }) {
    const at = [];
    for (let i = 0; i < cols['sample.time'].length; i++) {
      if (strings[cols['sample.name'][i]] === '/memory/classes/heap/objects:bytes') at.push(i);
    }
    if (at.length < 3 || !page.stat.gc.cycles) return null;
    return steps(Float64Array.from(at, (i) => cols['sample.time'][i]), Float64Array.from(at, (i) => cols['sample.value'][i]));
  }

  // fromQueues is what was sampled of the scheduler beside the trace: how many
  // goroutines were in run queues, how many threads looked for work, how many Ps were
  // idle. What was between two samples is not known: a sample is drawn for as long as
  // there should be until the next, and no longer.
  function fromQueues(model) {
    const c = model.cols, time = c['queue.time'];
    if (!time || !time.length) return {};
    model.queues = Array.from(time, () => null);
    for (let i = 0, at = 0; i < time.length; at += c['queue.ps'][i++]) {
      const local = Array.from(c['queue.local'].subarray(at, at + c['queue.ps'][i]));
      model.queues[i] = { time: time[i], global: c['queue.global'][i], local, idle: c['queue.idle'][i], spinning: c['queue.spinning'][i], threads: c['queue.threads'][i] };
    }
    const course = (value) => {
      const at = [], level = [];
      model.queues.forEach((q, i) => {
        at.push(q.time);
        level.push(value(q));
        if (!(time[i + 1] <= q.time + 1.5 * sampleEvery)) {
          at.push(q.time + sampleEvery);
          level.push(0);
        }
      });
      return steps(Float64Array.from(at), Float64Array.from(level));
    };
    return {
      queued: course((q) => q.global + q.local.reduce((a, b) => a + b, 0)),
      'idle Ps': course((q) => q.idle), spinning: course((q) => q.spinning),
    };
  }

  // queueAt is the last sample at or before t, null if there is none.
  function queueAt(model, t) {
    const q = model.queues || [];
    let i = q.length - 1;
    while (i >= 0 && q[i].time > t) i--;
    return i >= 0 && t - q[i].time <= 1.5 * sampleEvery ? q[i] : null;
  }

  // steps adds the integral over time up to each change, for means by pixel.
  function steps(time, level) {
    const area = new Float64Array(time.length);
    for (let i = 1; i < time.length; i++) area[i] = area[i - 1] + level[i - 1] * (time[i] - time[i - 1]);
    return { time, level, area, max: level.reduce((a, b) => Math.max(a, b), 0) };
  }

  // before is the place of the last change at or before t, -1 if there is none.
  function before(f, t) {
    let lo = 0, hi = f.time.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (f.time[mid] <= t) lo = mid + 1;
      else hi = mid;
    }
    return lo - 1;
  }

  const levelAt = (f, t) => f.level[before(f, t)] ?? 0;

  function areaUpTo(f, i, t) {
    return i < 0 ? 0 : f.area[i] + f.level[i] * (t - f.time[i]);
  }

  // byPixel gives for each pixel the mean and the largest level in it.
  function byPixel(f, from, to, width) {
    const mean = new Float32Array(width), max = new Float32Array(width);
    const per = (to - from) / width;
    let i = before(f, from);
    for (let x = 0; x < width; x++) {
      const t0 = from + x * per, t1 = t0 + per;
      while (i + 1 < f.time.length && f.time[i + 1] <= t0) i++;
      const a0 = areaUpTo(f, i, t0);
      let most = f.level[i] ?? 0;
      while (i + 1 < f.time.length && f.time[i + 1] < t1) most = Math.max(most, f.level[++i]);
      max[x] = most;
      mean[x] = (areaUpTo(f, i, t1) - a0) / per;
    }
    return { mean, max };
  }

  sv.counters = { queueAt, build, byPixel, levelAt, fromSpans, fromSeries };
})(globalThis.schedviz ??= {});
