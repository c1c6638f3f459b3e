// machine.js: tables of Ps, threads and cores, and the migrations between them.
import { el, byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { List, shareBar, parts } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, more, numbers } from './fill.js';
import { goLane } from './links.js';

// moves shows the figures about migrations.
/** @param {Model} model */
function moves({ page, duration }) {
  const { migrations: m } = page.stat,
    v = page.moves;
  const handoffs = v.givenUp + v.takenByMonitor + v.takenByOther,
    readied = v.stolen + v.onSameP;
  numbers('moves', [
    ['goroutines to another P', format.count(m.g_between_p), 'how often a goroutine ran on a different P than before'],
    [
      'made ready on one P, ran on another',
      readied
        ? `${format.count(v.stolen)} of ${format.count(readied)} (${format.percent(v.stolen / readied)}); stolen (inferred)`
        : '',
      'The trace does not record the run queues: some of these may have come from the global queue instead.',
    ],
    ['Ps to another thread', format.count(m.p_between_m)],
    ['threads to another core', page.cores ? format.count(m.m_between_cores) : ''],
    [
      'Ps handed off in system calls',
      handoffs
        ? `${format.count(handoffs)} (${format.count(v.givenUp)} by the thread itself, ${format.count(v.takenByMonitor)} by sysmon, ${format.count(v.takenByOther)} by other threads)`
        : '',
      'handoffs: the goroutine and its thread stayed in the system call, and the P went on without them',
    ],
    [
      'idle P while a goroutine was runnable',
      v.wasted
        ? `${format.duration(v.wasted)} (${format.percent(v.wasted / duration)} of the time; ${format.duration(v.wastedP)} summed over Ps)`
        : '',
      'unused parallelism; stop-the-world pauses do not count',
    ],
  ]);
}

/** @param {Model} model */
function procs(model) {
  const { page, duration } = model;
  const laneOf = (id) => model.lanes.p.find((l) => l.key === id);
  const share = (name, colour, hint) => ({
    title: name,
    colour,
    num: true,
    unit: 'ns',
    hint,
    value: (p) => p[name],
    text: (p) => format.percent(p[name] / duration),
  });
  fill(
    'procs',
    page.procs.length,
    () =>
      new List(
        [
          {
            title: 'P',
            num: true,
            value: (p) => p.id,
            text: (p) => link(String(p.id), () => goLane('p', laneOf(p.id)), 'show its lane in the timeline'),
          },
          {
            title: 'time',
            value: (p) => p.running,
            num: true,
            unit: 'ns',
            text: (p) =>
              parts([
                ['running', p.running / duration, theme.state('running')],
                ['system calls', p.syscall / duration, theme.state('syscall')],
                ['scheduling', p.scheduling / duration, theme.state('runnable')],
                ['idle', p.idle / duration, theme.chrome().dim],
              ]),
          },
          share('running', theme.state('running'), 'a goroutine ran on it'),
          share('syscall', theme.state('syscall'), 'a goroutine was in a system call on it'),
          share(
            'scheduling',
            theme.state('runnable'),
            'a thread held it for the scheduler’s own work, such as looking for goroutines to run',
          ),
          share('idle', theme.chrome().dim, 'no thread held it'),
          {
            title: 'slices',
            num: true,
            hint: 'how many times a goroutine ran on it',
            value: (p) => p.slices,
            text: (p) => format.count(p.slices),
          },
          {
            title: 'handoffs',
            num: true,
            hint: 'how often it was taken from a thread in a system call',
            value: (p) => p.handoffs,
            text: (p) => format.count(p.handoffs),
          },
          {
            title: 'thread changes',
            num: true,
            hint: 'how often a different thread than before acquired it',
            value: (p) => p.migrations,
            text: (p) => format.count(p.migrations),
          },
        ],
        page.procs,
        { what: 'Ps', few: 8 },
      ).node,
  );
}

/** @param {Model} model */
function threads(model) {
  const { page, duration } = model;
  const rows = page.threads,
    cores = rows.some((t) => t.cores);
  const most = Math.max(...rows.map((t) => (cores ? t.cores?.onCore || 0 : t.running + t.syscall)), 1);
  const laneOf = (id) => model.lanes.m.find((l) => l.key === id);
  const time = (title, value, hint) => ({
    title,
    hint,
    num: true,
    unit: 'ns',
    value,
    text: (t) => (value(t) ? format.duration(value(t)) : ''),
  });
  const number = (title, value, hint) => ({
    title,
    hint,
    num: true,
    value,
    text: (t) => (value(t) ? format.count(value(t)) : ''),
  });
  const at = (t) => (t < 0 ? '' : format.moment(t, duration / 1000, duration));
  byId('threads').hidden = rows.length === 0;
  fill(
    'threads-table',
    rows.length,
    () =>
      new List(
        [
          {
            title: 'M',
            num: true,
            value: (t) => t.id,
            text: (t) =>
              laneOf(t.id)
                ? link(String(t.id), () => goLane('m', laneOf(t.id)), 'show its lane in the timeline')
                : String(t.id),
          },
          ...(cores && rows.some((t) => t.cores?.name)
            ? [{ title: 'name', value: (t) => t.cores?.name || '', text: (t) => t.cores?.name || '' }]
            : []),
          ...(cores
            ? [
                {
                  title: 'on cores',
                  num: true,
                  unit: 'ns',
                  hint: 'with or without a goroutine, as counted by the kernel',
                  value: (t) => t.cores?.onCore || 0,
                  text: (t) =>
                    t.cores
                      ? shareBar(format.duration(t.cores.onCore), t.cores.onCore / most, theme.chrome().accent)
                      : '',
                },
              ]
            : []),
          {
            ...time('running', (t) => t.running, 'time in which it ran goroutines'),
            ...(cores
              ? {}
              : { text: (t) => shareBar(format.duration(t.running), t.running / most, theme.state('running')) }),
          },
          time('in system calls', (t) => t.syscall),
          number('slices', (t) => t.slices),
          { title: 'first goroutine at', num: true, unit: 'ns', value: (t) => t.first, text: (t) => at(t.first) },
          { title: 'last at', num: true, unit: 'ns', value: (t) => t.last, text: (t) => at(t.last) },
          ...(cores
            ? [
                number('switched in', (t) => t.cores?.switches || 0, 'how often it got onto a core'),
                number(
                  'preempted',
                  (t) => t.cores?.preemptions || 0,
                  'how often the kernel took it off its core although it was still runnable',
                ),
                number(
                  'core changes',
                  (t) => t.cores?.migrations || 0,
                  'how often it got onto a different core than before',
                ),
              ]
            : []),
        ],
        rows,
        { what: 'threads', few: 8 },
      ).node,
  );
  more('more-threads', rows.length, page.carried.threads, 'threads');
}

// cores shows how the process's threads shared the cores.
/** @param {Model} model */
function cores({ page, duration }) {
  const { cores: d } = page;
  byId('cores').hidden = !d;
  if (!d) return;
  const how =
    d.source === 'proc'
      ? 'An approximation: each thread’s state in /proc, sampled every millisecond.'
      : 'From the kernel’s record of every context switch.';
  byId('cores-how').textContent =
    `The stronger the colour, the larger the share of that time step in which a thread of this process was on the core. ${how}`;
  const others = d.cores.some((c) => c.other > 0);
  const share = (title, value, colour, hint) => ({
    title,
    hint,
    colour,
    num: true,
    unit: 'ns',
    value,
    text: (c) => format.percent(value(c) / Math.max(1, duration)),
  });
  byId('core-use').replaceChildren(
    new List(
      [
        { title: 'core', num: true, value: (c) => c.id, text: (c) => String(c.id) },
        {
          title: 'time',
          num: true,
          unit: 'ns',
          value: (c) => c.onCore,
          text: (c) =>
            parts([
              ['goroutines', c.running / duration, theme.state('running')],
              ['runtime, kernel', (c.onCore - c.running) / duration, theme.state('runnable')],
              ['other processes', c.other / duration, theme.chrome().dim],
            ]),
        },
        share('goroutines', (c) => c.running, theme.state('running')),
        share(
          'runtime, kernel',
          (c) => c.onCore - c.running,
          theme.state('runnable'),
          'threads of this process that were not running a goroutine',
        ),
        ...(others ? [share('other processes', (c) => c.other, theme.chrome().dim)] : []),
      ],
      d.cores,
      { what: 'cores', few: 8 },
    ).node,
  );
  byId('core-others').replaceChildren(
    ...(d.others.length
      ? [
          el('h3', {}, 'Other processes'),
          new List(
            [
              { title: 'process', num: true, value: (o) => o.id, text: (o) => String(o.id) },
              { title: 'name', value: (o) => o.name || 'unknown', text: (o) => o.name || 'unknown' },
              {
                title: 'on cores',
                num: true,
                unit: 'ns',
                value: (o) => o.onCore,
                text: (o) => format.duration(o.onCore),
              },
            ],
            d.others,
            { what: 'processes', few: 5 },
          ).node,
        ]
      : []),
  );
}

/** @param {Model} model */
function draw(model) {
  moves(model);
  procs(model);
  cores(model);
  threads(model);
}

export { draw };
