// types.d.ts: the shapes that the modules share, for tsc --checkJs. Times are nanoseconds
// from the trace's start unless it says otherwise; rows are indices into the columns of spans.

import type { Columns as PageColumns } from './trace/columns.js';
import type { Boxes as LaneBoxes } from './timeline/boxes.js';
import type { Timeline as PageTimeline } from './timeline/timeline.js';
import type { methods as arranging } from './timeline/arranging.js';
import type { methods as matches } from './timeline/matches.js';
import type { methods as moving } from './timeline/moving.js';
import type { methods as navigate } from './timeline/navigate.js';
import type { methods as select } from './timeline/select.js';

type Methods = typeof moving & typeof select & typeof navigate & typeof arranging & typeof matches;

// A timeline has the methods of several modules (timeline.js).
declare module './timeline/timeline.js' {
  interface Timeline extends Methods {}
}

declare global {
  /** ECharts, which the page loads as a separate script. */
  const echarts: any;

  type Timeline = PageTimeline;
  type Boxes = LaneBoxes;
  type Columns = PageColumns;

  /** What data.js unpacks: a page's header, the strings that columns refer to, and the columns. */
  interface PageData {
    page: Page;
    strings: string[];
    cols: Columns;
  }

  /** The header of a page's data, as marshalled by header.go. */
  interface Page {
    title: string;
    duration: number;
    stat: any;
    charts: Record<string, any>;
    carried: Record<string, number>;
    resolution: number;
    resolutions?: Record<string, number>;
    rangeResolution?: number;
    exact: View[];
    lesson?: any;
    served?: { facts: string[]; warnings: string[]; whole: boolean };
    [section: string]: any;
  }

  /** The spans of a part of the trace, in columns. */
  interface Spans {
    start: Float64Array;
    end: Float64Array;
    dur: Float64Array;
    /** The goroutine's index in Model.gs; -1 is none. */
    g: Int32Array;
    /** The thread's index in Model.threads; -1 is none. */
    m: Int32Array;
    p: Int32Array;
    stack: Int32Array;
    /** For runnable spans, the goroutine that made it runnable; -1 is none. */
    waker: Int32Array;
    /** The number of spans it stands for; 1 unless it is merged. */
    n: Int32Array;
    reason: Int32Array;
    /** An index into states (states.js). */
    state: Uint8Array;
    /** An index into preempts (kinds.js). */
    preempt: Uint8Array;
    /** For a merged span, the gaps between its spans. */
    idle: Float64Array;
    /** The share of it on a core in thousandths, -1 if unknown. */
    oncore: Int32Array;
    /** The core for rows on core lanes, -1 for others; absent without cores. */
    core?: Int32Array;
    other?: Int32Array;
    left?: Uint8Array;
  }

  /** Preemption marks, ascending by time. */
  interface Marks {
    time: Float64Array;
    g: Int32Array;
    m: Int32Array;
    p: Int32Array;
    stack: Int32Array;
    n: Int32Array;
    kind: Uint8Array;
  }

  interface Goroutines {
    id: Float64Array;
    func: Int32Array;
    /** 1 for the runtime's own. */
    system: Uint8Array;
    parent: Float64Array;
    created: Float64Array;
  }

  type LaneKind = 'p' | 'm' | 'g' | 'c' | 't';

  /** A range, a region or a log of one goroutine. */
  interface Under extends Stretch {
    kind: 'range' | 'region' | 'log';
    name: string;
  }

  /** What a part of the trace has on a lane: indices of spans and marks, and annotations. */
  interface LaneRows {
    rows: Int32Array;
    marks: number[];
    under: Under[];
  }

  /** A P, a thread, a goroutine or a core: key is its ID; for a goroutine, its index in Model.gs. */
  interface SpanLane extends LaneRows {
    kind: 'p' | 'm' | 'g' | 'c';
    key: number;
    [more: string]: any;
  }

  /** The tasks, or the regions, of one type. */
  interface TaskLane extends LaneRows {
    kind: 't';
    key: string;
    what: 'task' | 'region';
    name: string;
    boxes: Box[];
    levels: number;
    [more: string]: any;
  }

  /** A group of lanes, which is also a lane. */
  interface Group extends LaneRows {
    kind: 'group';
    key: string;
    title: string;
    lanes: Lane[];
    folded: boolean;
    /** Instead of lanes: how many goroutines it counts, and what they did. */
    without?: any;
    [more: string]: any;
  }

  type Lane = SpanLane | TaskLane | Group;

  /** A task or a region. */
  interface Box {
    what: 'task' | 'region';
    name: string;
    start: number;
    end: number;
    open: boolean;
    level?: number;
    g: number;
    task: number;
    id?: number;
    parent?: number;
  }

  /** A span on a lane: its index in the lane's rows. */
  interface Place {
    lane: Lane;
    place: number;
  }

  interface View {
    from: number;
    to: number;
  }

  /** A view chosen before the run (report/lesson.go); an empty string is the default, to 0 is the whole trace. */
  interface Arrangement extends View {
    lanes: string;
    colour: string;
    group: string;
    order: string;
    find: string;
    pin: number[];
    hide: number[];
  }

  interface Stretch {
    start: number;
    end: number;
  }

  /** GC phases, stop-the-world pauses and gaps in the trace, across all lanes. */
  interface Band extends Stretch {
    name: string;
    n: number;
    busy: number;
    stw: boolean;
    gap: boolean;
    g: number;
    p: number;
  }

  /** When a thread was on which core, ascending; Float64Arrays once sorted. */
  interface OnCore {
    start: any;
    end: any;
    core: any;
    left: any;
  }

  /** A part's resolution, 0 being exact, by kind of lane if they differ. */
  interface PartHeader extends View {
    resolution: number;
    resolutions?: Record<string, number>;
    /** Whether all goroutines have a lane. */
    complete: boolean;
    /** The time step of its groups' courses. */
    groupStep?: number;
  }

  /** What is drawn for a time range of the trace (parts.js). */
  interface Part extends PartHeader {
    spans: Spans;
    marks: Marks;
    bands: Band[];
    lanes: Map<Lane, LaneRows>;
    groups: any[];
    onCore: OnCore[] | null;
    others: any[];
    counts?: Counts;
  }

  /** The trace (model.js), with the part that is drawn now. */
  interface Model {
    page: Page;
    strings: string[];
    cols: Columns;
    gs: Goroutines;
    duration: number;
    lanes: { p: SpanLane[]; m: SpanLane[]; g: SpanLane[]; c: SpanLane[]; t: TaskLane[] };
    threads: Float64Array;
    byID: Map<number, number>;
    laneOfG: Map<number, SpanLane>;
    overview: Part;
    part: Part;
    spans: Spans;
    marks: Marks;
    bands: Band[];
    onCore: OnCore[] | null;
    others: any[];
    logs: Map<number, { time: number; text: string; g: number }[]>;
    [workedOut: string]: any;
  }

  interface Frame {
    func: string;
    file: string;
    line: number;
    /** 0 is the program's own, 1 a library's, 2 the runtime's. */
    whose?: number;
  }

  /** Who made a goroutine runnable, and when (wakes.js). */
  interface Wake {
    g: number;
    row: number;
    run: number;
    t: number;
    by: number;
    byRow: number;
    kind: 'wake' | 'create' | 'self' | 'return' | 'unknown';
    inferred: string;
  }

  /** A step function over time (steps.js). */
  interface Steps {
    time: Float64Array;
    level: Float64Array;
    area: Float64Array;
    max: number;
  }

  /** The counters of a part, by name. */
  interface Counts {
    exact: boolean;
    running: Steps;
    runnable: Steps;
    heap: Steps | null;
    [sampled: string]: any;
  }

  /** A window that can be loaded (windows.js). */
  interface Wanted extends View {
    key: string | number;
  }

  /** Where windows come from: the page, or its server. */
  interface WindowSource {
    delay: number;
    isHere?: boolean;
    wanted(view: View, covers: (w: View, view: View) => boolean): Wanted | null;
    get(w: Wanted, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  }

  /** A column of a table (table.js): the sort key, and what to show. */
  interface TableColumn {
    title: string;
    text(r: any): any;
    value?(r: any): any;
    num?: boolean;
    unit?: string;
    width?: string;
    hint?: string;
    colour?: string;
  }

  /** What is under the pointer (hit.js); kind says which other fields are set. */
  interface Hit {
    kind: 'arrow' | 'band' | 'counters' | 'gap' | 'group' | 'mark' | 'span' | 'task';
    lane?: any;
    t?: number;
    place?: number;
    row?: number;
    mark?: number;
    band?: Band;
    arrow?: { wake: Wake };
    /** Its own tooltip and click action, if it has any. */
    tip?: () => HTMLElement;
    click?: () => void;
    [more: string]: any;
  }

  /** The timeline's selection. */
  interface Selected {
    lane: Lane;
    place: number;
    row: number;
    g: number;
  }

  interface SelectedRange extends View {
    /** null is all. */
    lanes: Lane[] | null;
    lane: Lane | null;
  }

  /** A term of a search (filter.js): its kind, and what spans are compared with. */
  interface Word {
    kind: string;
    value: any;
    not?: boolean;
  }
}
