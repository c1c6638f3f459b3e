// columns.js: the names of the columns of a page's data (data.js).
// Code generated from package columns by go generate. DO NOT EDIT.

export const g = /** @type {const} */ ({
  id: 'g.id',
  func: 'g.func',
  system: 'g.system',
  parent: 'g.parent',
  created: 'g.created',
});

export const span = /** @type {const} */ ({
  start: 'span.start',
  dur: 'span.dur',
  g: 'span.g',
  m: 'span.m',
  p: 'span.p',
  stack: 'span.stack',
  waker: 'span.waker',
  n: 'span.n',
  reason: 'span.reason',
  state: 'span.state',
  preempt: 'span.preempt',
  idle: 'span.idle',
  oncore: 'span.oncore',
});

export const mark = /** @type {const} */ ({
  time: 'mark.time',
  g: 'mark.g',
  m: 'mark.m',
  p: 'mark.p',
  stack: 'mark.stack',
  n: 'mark.n',
  kind: 'mark.kind',
});

export const range = /** @type {const} */ ({
  name: 'range.name',
  start: 'range.start',
  dur: 'range.dur',
  g: 'range.g',
  p: 'range.p',
  n: 'range.n',
  busy: 'range.busy',
});

export const task = /** @type {const} */ ({
  id: 'task.id',
  parent: 'task.parent',
  type: 'task.type',
  start: 'task.start',
  end: 'task.end',
  open: 'task.open',
});

export const region = /** @type {const} */ ({
  task: 'region.task',
  type: 'region.type',
  g: 'region.g',
  start: 'region.start',
  end: 'region.end',
  open: 'region.open',
});

export const log = /** @type {const} */ ({
  time: 'log.time',
  g: 'log.g',
  task: 'log.task',
  category: 'log.category',
  message: 'log.message',
});

export const group = /** @type {const} */ ({
  func: 'group.func',
  others: 'group.others',
  goroutines: 'group.goroutines',
  lanes: 'group.lanes',
  running: 'group.running',
  runnable: 'group.runnable',
});

export const sample = /** @type {const} */ ({
  time: 'sample.time',
  name: 'sample.name',
  value: 'sample.value',
});

export const core = /** @type {const} */ ({
  key: 'core.key',
  count: 'core.count',
  start: 'core.start',
  dur: 'core.dur',
  m: 'core.m',
  other: 'core.other',
  n: 'core.n',
  left: 'core.left',
  idle: 'core.idle',
});

export const other = /** @type {const} */ ({
  id: 'other.id',
  process: 'other.process',
  name: 'other.name',
  traced: 'other.traced',
});

export const queue = /** @type {const} */ ({
  time: 'queue.time',
  global: 'queue.global',
  ps: 'queue.ps',
  local: 'queue.local',
  idle: 'queue.idle',
  spinning: 'queue.spinning',
  threads: 'queue.threads',
});

export const table = /** @type {const} */ ({
  id: 'table.id',
  func: 'table.func',
  parent: 'table.parent',
  ended: 'table.ended',
  life: 'table.life',
  running: 'table.running',
  runnable: 'table.runnable',
  waiting: 'table.waiting',
  syscall: 'table.syscall',
  runs: 'table.runs',
  maxSlice: 'table.maxSlice',
  maxLatency: 'table.maxLatency',
  preempted: 'table.preempted',
  migrations: 'table.migrations',
  endState: 'table.endState',
  endReason: 'table.endReason',
  system: 'table.system',
});

export const heat = /** @type {const} */ ({
  utilisation: 'heat.utilisation',
  cores: 'heat.cores',
});

export const lane = /** @type {const} */ ({
  g: {
    key: 'lane.g.key',
    count: 'lane.g.count',
    rows: 'lane.g.rows',
  },
  p: {
    key: 'lane.p.key',
    count: 'lane.p.count',
    rows: 'lane.p.rows',
  },
  m: {
    key: 'lane.m.key',
    count: 'lane.m.count',
    rows: 'lane.m.rows',
  },
});

export const stack = /** @type {const} */ ({
  len: 'stack.len',
  frames: 'stack.frames',
});

export const frame = /** @type {const} */ ({
  func: 'frame.func',
  file: 'frame.file',
  line: 'frame.line',
  whose: 'frame.whose',
});

export const site = /** @type {const} */ ({
  stack: {
    len: 'site.stack.len',
    frames: 'site.stack.frames',
  },
  frame: {
    func: 'site.frame.func',
    file: 'site.frame.file',
    line: 'site.frame.line',
    whose: 'site.frame.whose',
  },
});

export const flame = /** @type {const} */ ({
  blocking: {
    depth: 'flame.blocking.depth',
    name: 'flame.blocking.name',
    frame: 'flame.blocking.frame',
    total: 'flame.blocking.total',
    count: 'flame.blocking.count',
  },
  ready: {
    depth: 'flame.ready.depth',
    name: 'flame.ready.name',
    frame: 'flame.ready.frame',
    total: 'flame.ready.total',
    count: 'flame.ready.count',
  },
  syscalls: {
    depth: 'flame.syscalls.depth',
    name: 'flame.syscalls.name',
    frame: 'flame.syscalls.frame',
    total: 'flame.syscalls.total',
    count: 'flame.syscalls.count',
  },
  samples: {
    depth: 'flame.samples.depth',
    name: 'flame.samples.name',
    frame: 'flame.samples.frame',
    total: 'flame.samples.total',
    count: 'flame.samples.count',
  },
});

/**
 * Columns are a page's decoded columns. Some pages lack some of them.
 * @typedef {{
 *   'g.id': Float64Array,
 *   'g.func': Int32Array,
 *   'g.system': Uint8Array,
 *   'g.parent': Float64Array,
 *   'g.created': Float64Array,
 *   'span.start': Float64Array,
 *   'span.dur': Float64Array,
 *   'span.g': Int32Array,
 *   'span.m': Int32Array,
 *   'span.p': Int32Array,
 *   'span.stack': Int32Array,
 *   'span.waker': Int32Array,
 *   'span.n': Int32Array,
 *   'span.reason': Int32Array,
 *   'span.state': Uint8Array,
 *   'span.preempt': Uint8Array,
 *   'span.idle': Float64Array,
 *   'span.oncore': Int32Array,
 *   'mark.time': Float64Array,
 *   'mark.g': Int32Array,
 *   'mark.m': Int32Array,
 *   'mark.p': Int32Array,
 *   'mark.stack': Int32Array,
 *   'mark.n': Int32Array,
 *   'mark.kind': Uint8Array,
 *   'range.name': Int32Array,
 *   'range.start': Float64Array,
 *   'range.dur': Float64Array,
 *   'range.g': Int32Array,
 *   'range.p': Int32Array,
 *   'range.n': Int32Array,
 *   'range.busy': Float64Array,
 *   'task.id': Float64Array,
 *   'task.parent': Float64Array,
 *   'task.type': Int32Array,
 *   'task.start': Float64Array,
 *   'task.end': Float64Array,
 *   'task.open': Uint8Array,
 *   'region.task': Float64Array,
 *   'region.type': Int32Array,
 *   'region.g': Float64Array,
 *   'region.start': Float64Array,
 *   'region.end': Float64Array,
 *   'region.open': Uint8Array,
 *   'log.time': Float64Array,
 *   'log.g': Float64Array,
 *   'log.task': Float64Array,
 *   'log.category': Int32Array,
 *   'log.message': Int32Array,
 *   'group.func': Int32Array,
 *   'group.others': Uint8Array,
 *   'group.goroutines': Int32Array,
 *   'group.lanes': Int32Array,
 *   'group.running': Float64Array,
 *   'group.runnable': Float64Array,
 *   'sample.time': Float64Array,
 *   'sample.name': Int32Array,
 *   'sample.value': Float64Array,
 *   'core.key': Int32Array,
 *   'core.count': Int32Array,
 *   'core.start': Float64Array,
 *   'core.dur': Float64Array,
 *   'core.m': Int32Array,
 *   'core.other': Int32Array,
 *   'core.n': Int32Array,
 *   'core.left': Uint8Array,
 *   'core.idle': Float64Array,
 *   'other.id': Float64Array,
 *   'other.process': Float64Array,
 *   'other.name': Int32Array,
 *   'other.traced': Uint8Array,
 *   'queue.time': Float64Array,
 *   'queue.global': Int32Array,
 *   'queue.ps': Int32Array,
 *   'queue.local': Int32Array,
 *   'queue.idle': Int32Array,
 *   'queue.spinning': Int32Array,
 *   'queue.threads': Int32Array,
 *   'table.id': Float64Array,
 *   'table.func': Int32Array,
 *   'table.parent': Float64Array,
 *   'table.ended': Float64Array,
 *   'table.life': Float64Array,
 *   'table.running': Float64Array,
 *   'table.runnable': Float64Array,
 *   'table.waiting': Float64Array,
 *   'table.syscall': Float64Array,
 *   'table.runs': Float64Array,
 *   'table.maxSlice': Float64Array,
 *   'table.maxLatency': Float64Array,
 *   'table.preempted': Float64Array,
 *   'table.migrations': Float64Array,
 *   'table.endState': Uint8Array,
 *   'table.endReason': Int32Array,
 *   'table.system': Uint8Array,
 *   'heat.utilisation': Uint8Array,
 *   'heat.cores': Uint8Array,
 *   'lane.g.key': Int32Array,
 *   'lane.g.count': Int32Array,
 *   'lane.g.rows': Int32Array,
 *   'lane.p.key': Int32Array,
 *   'lane.p.count': Int32Array,
 *   'lane.p.rows': Int32Array,
 *   'lane.m.key': Float64Array,
 *   'lane.m.count': Int32Array,
 *   'lane.m.rows': Int32Array,
 *   'stack.len': Int32Array,
 *   'stack.frames': Int32Array,
 *   'frame.func': Int32Array,
 *   'frame.file': Int32Array,
 *   'frame.line': Int32Array,
 *   'frame.whose': Uint8Array,
 *   'site.stack.len': Int32Array,
 *   'site.stack.frames': Int32Array,
 *   'site.frame.func': Int32Array,
 *   'site.frame.file': Int32Array,
 *   'site.frame.line': Int32Array,
 *   'site.frame.whose': Uint8Array,
 *   'flame.blocking.depth': Int32Array,
 *   'flame.blocking.name': Int32Array,
 *   'flame.blocking.frame': Int32Array,
 *   'flame.blocking.total': Float64Array,
 *   'flame.blocking.count': Float64Array,
 *   'flame.ready.depth': Int32Array,
 *   'flame.ready.name': Int32Array,
 *   'flame.ready.frame': Int32Array,
 *   'flame.ready.total': Float64Array,
 *   'flame.ready.count': Float64Array,
 *   'flame.syscalls.depth': Int32Array,
 *   'flame.syscalls.name': Int32Array,
 *   'flame.syscalls.frame': Int32Array,
 *   'flame.syscalls.total': Float64Array,
 *   'flame.syscalls.count': Float64Array,
 *   'flame.samples.depth': Int32Array,
 *   'flame.samples.name': Int32Array,
 *   'flame.samples.frame': Int32Array,
 *   'flame.samples.total': Float64Array,
 *   'flame.samples.count': Float64Array,
 * }} Columns
 */
