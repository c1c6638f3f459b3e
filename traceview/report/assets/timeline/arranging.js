// arranging.js: the arrangement of lanes: groups, order, lanes pinned to the top and
// hidden lanes. These are methods of Timeline.
import * as groups from './groups.js';
import { itemOf } from './layout.js';
import * as toolbar from './toolbar.js';
import { laneID, laneName } from '../trace/model.js';

const mostPins = 8;

// none is the arrangement of a freshly opened page.
const none = () => ({
  group: 'none',
  at: null,
  order: 'id',
  active: false,
  folds: new Map(),
  pins: [],
  hidden: new Set(),
});

/** @satisfies {ThisType<Timeline>} */
const methods = {
  // arrange changes the arrangement, and keeps what is in view where it is.
  arrange(changes) {
    Object.assign(this.arranged, changes);
    toolbar.sync(this);
    this.relayout();
  },

  // groupBy groups goroutines by "none", "function", "parent", or "state" at a given
  // time, by default at the end of the trace.
  groupBy(by, at = null) {
    if (!groups.groupings.includes(by)) return;
    if (by !== 'none') this.shown.g = true;
    this.arrange({ group: by, at: by === 'state' ? at : null });
  },

  orderBy(order) {
    if (groups.orders.includes(order)) this.arrange({ order });
  },

  // activeOnly leaves out goroutines that only wait during the time in view.
  activeOnly(on) {
    if (on) this.shown.g = true;
    this.arrange({ active: on });
  },

  fold(key, folded) {
    this.arranged.folds.set(key, folded);
    this.arrange({});
  },

  // foldAll folds all groups, or unfolds them if all are folded.
  foldAll() {
    const open = this.layout.groups.some((g) => !g.folded);
    for (const g of this.layout.groups) this.arranged.folds.set(g.key, open);
    this.arrange({});
  },

  /** @param {Lane} lane */
  isPinned(lane) {
    return this.arranged.pins.includes(laneID(this.model, lane));
  },

  // pin pins a lane to the top, or unpins it. There is room for a few.
  pin(lane, on = null) {
    if (lane.kind === 'group') return;
    on ??= !this.isPinned(lane);
    const id = laneID(this.model, lane),
      others = this.arranged.pins.filter((p) => p !== id);
    this.arrange({ pins: on ? [...others, id].slice(-mostPins) : others });
    this.say(`${laneName(this.model, lane)} ${on ? 'is pinned to the top' : 'is unpinned'}`);
  },

  // hide hides lanes or groups.
  hide(...lanes) {
    for (const lane of lanes) {
      const id = lane.kind === 'group' ? lane.key : laneID(this.model, lane);
      this.arranged.hidden.add(id);
      this.arranged.pins = this.arranged.pins.filter((p) => p !== id);
    }
    this.arrange({});
    this.say(`${lanes.length === 1 ? laneName(this.model, lanes[0]) + ' is' : lanes.length + ' lanes are'} hidden`);
  },

  showHidden() {
    this.arrange({ hidden: new Set() });
    this.say('all lanes are visible again');
  },

  // laneByID finds a lane by its ID in the address, undefined if there is none.
  laneByID(id) {
    const lanes = Object.values(this.model.lanes);
    const count = lanes.reduce((n, l) => n + l.length, 0);
    // A finer part of the trace may add lanes.
    if (this.ids?.count !== count)
      this.ids = { count, lanes: new Map(lanes.flat().map((l) => [laneID(this.model, l), l])) };
    return this.ids.lanes.get(id);
  },

  // chosenLane is the lane that keys act on: that of the focused label or selected span.
  chosenLane() {
    const label = this.nodes.gutter.contains(document.activeElement)
      ? /** @type {any} */ (document.activeElement.closest('.lane-label'))
      : null;
    return label?.lane ?? this.selected?.lane ?? null;
  },

  // reveal brings a lane into view: it switches its kind on, unhides it, unfolds its group
  // and scrolls to it.
  reveal(lane) {
    const { kind } = lane,
      wasHidden = this.arranged.hidden.delete(laneID(this.model, lane));
    if (wasHidden || (!this.shown[kind] && !this.isPinned(lane))) {
      this.shown[kind] ||= !this.isPinned(lane);
      this.arrange({});
    }
    const group = this.layout.groups.find((g) => g.folded && g.lanes.includes(lane));
    if (group) this.fold(group.key, false);
    const item = itemOf(this, lane);
    if (!item || item.pinned) return;
    const { scroll } = this.nodes,
      { viewport } = this.layout;
    if (item.y < scroll.scrollTop) scroll.scrollTop = item.y - 4;
    else if (item.y + item.height > scroll.scrollTop + viewport) scroll.scrollTop = item.y + item.height - viewport + 4;
    this.scrollTop = scroll.scrollTop;
    this.redraw();
  },

  // say announces what happened to screen readers.
  say(text) {
    this.nodes.said.textContent = text;
  },
};

export { methods, none, mostPins };
