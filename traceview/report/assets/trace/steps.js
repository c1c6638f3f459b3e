// steps.js: step functions over time: their means, and how to build them from spans.

// fromSpans merges the starts and ends of all spans in a state (null: any state) into one
// step function.
/** @param {{ rows: Iterable<number> }[]} lanes @param {Spans} spans @param {number | null} state */
function fromSpans(lanes, spans, state) {
  const starts = [],
    ends = [];
  for (const lane of lanes) {
    for (const r of lane.rows) {
      if (state !== null && spans.state[r] !== state) continue;
      starts.push(spans.start[r]);
      ends.push(spans.end[r]);
    }
  }
  const s = Float64Array.from(starts).sort(),
    e = Float64Array.from(ends).sort();
  const time = new Float64Array(s.length * 2),
    level = new Float64Array(s.length * 2);
  let n = 0,
    at = 0;
  for (let i = 0, j = 0; j < e.length;) {
    const start = i < s.length && s[i] < e[j];
    const t = start ? s[i++] : e[j++];
    at += start ? 1 : -1;
    if (n > 0 && time[n - 1] === t) n--;
    time[n] = t;
    level[n++] = at;
  }
  return steps(time.subarray(0, n), level.subarray(0, n));
}

/** @param {{ start: number, step: number }} s @param {ArrayLike<number>} values */
function fromSeries(s, values) {
  return steps(
    Float64Array.from(values, (_, i) => s.start + i * s.step),
    Float64Array.from(values),
  );
}

// steps adds the integral over time up to each change, for the means per pixel.
/** @param {Float64Array} time @param {Float64Array} level */
function steps(time, level) {
  const area = new Float64Array(time.length);
  for (let i = 1; i < time.length; i++) area[i] = area[i - 1] + level[i - 1] * (time[i] - time[i - 1]);
  return { time, level, area, max: level.reduce((a, b) => Math.max(a, b), 0) };
}

// before is the index of the last change at or before t, -1 if there is none.
/** @param {Steps} f @param {number} t */
function before(f, t) {
  let lo = 0,
    hi = f.time.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (f.time[mid] <= t) lo = mid + 1;
    else hi = mid;
  }
  return lo - 1;
}

/** @param {Steps} f @param {number} t */
const levelAt = (f, t) => f.level[before(f, t)] ?? 0;

/** @param {Steps} f @param {number} i @param {number} t */
function areaUpTo(f, i, t) {
  return i < 0 ? 0 : f.area[i] + f.level[i] * (t - f.time[i]);
}

// byPixel returns the mean and the maximum level in each pixel.
/** @param {Steps} f @param {number} from @param {number} to @param {number} width */
function byPixel(f, from, to, width) {
  const mean = new Float32Array(width),
    max = new Float32Array(width);
  const per = (to - from) / width;
  let i = before(f, from);
  for (let x = 0; x < width; x++) {
    const t0 = from + x * per,
      t1 = t0 + per;
    while (i + 1 < f.time.length && f.time[i + 1] <= t0) i++;
    const a0 = areaUpTo(f, i, t0);
    let most = f.level[i] ?? 0;
    while (i + 1 < f.time.length && f.time[i + 1] < t1) most = Math.max(most, f.level[++i]);
    max[x] = most;
    mean[x] = (areaUpTo(f, i, t1) - a0) / per;
  }
  return { mean, max };
}

export { steps, fromSpans, fromSeries, levelAt, byPixel };
