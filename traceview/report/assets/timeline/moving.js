// moving.js: zooming and panning a timeline. These are methods of Timeline.
import * as draw from './draw.js';

/** @satisfies {ThisType<Timeline>} */
const methods = {
  // setView shows a time range, clipped to the trace. Linked timelines follow.
  setView(from, to) {
    const view = this.clip(from, to);
    if (view.from === this.view.from && view.to === this.view.to) return;
    this.view = view;
    this.hideTip();
    this.redraw();
    this.emit('view', this.view);
  },

  // clip is a time range as far as it is in the trace, and not too short to be shown.
  clip(from, to) {
    const d = this.extent;
    const span = Math.min(d, Math.max(to - from, Math.min(d, 100)));
    from = Math.max(0, Math.min(from, d - span));
    return { from, to: from + span };
  },

  // setExtent sets the length of the time axis, if it differs from the trace's: timelines
  // that are compared share an axis.
  setExtent(duration) {
    const all = this.view.to - this.view.from >= this.extent;
    this.extent = Math.max(this.model.duration, duration);
    draw.minimap(this);
    this.setView(this.view.from, all ? this.extent : this.view.to);
    this.redraw();
  },

  zoom(factor, share = 0.5) {
    const span = this.view.to - this.view.from;
    const at = this.view.from + span * share;
    this.setView(at - span * factor * share, at + span * factor * (1 - share));
  },

  pan(share) {
    const by = (this.view.to - this.view.from) * share;
    this.setView(this.view.from + by, this.view.to + by);
  },

  reset() {
    this.setView(0, this.extent);
  },

  // around is a time range with a margin around it.
  around(from, to) {
    const pad = Math.max((to - from) * 0.15, 50);
    return this.clip(from - pad, to + pad);
  },

  fit(from, to) {
    const view = this.around(from, to);
    this.setView(view.from, view.to);
  },

  fitSelection() {
    if (this.range) {
      const { from, to } = this.range;
      this.range = null;
      this.closePanel();
      this.setView(from, to);
    } else if (this.selected) {
      this.fit(this.model.spans.start[this.selected.row], this.model.spans.end[this.selected.row]);
    }
  },

  // show goes to a location: a time range, goroutines, or both.
  /** @param {{ from?: number, to?: number, gs?: number[] }} place */
  show({ from, to, gs }) {
    if (gs?.length) {
      this.shown.g = true;
      for (const id of gs) this.arranged.hidden.delete('g' + id);
      this.search(gs.map((id) => 'G' + id).join(' '));
      this.nodes.scroll.scrollTop = 0;
    }
    if (from !== undefined) this.fit(from, to);
    this.root.scrollIntoView({ block: 'start' });
  },
};

// link gives timelines a common time axis and makes each follow the others.
/** @param {Timeline[]} timelines */
function link(timelines) {
  const extent = Math.max(...timelines.map((tl) => tl.model.duration));
  let following = false;
  const follow = (leader, { from, to }) => {
    if (following) return;
    following = true;
    for (const tl of timelines) if (tl !== leader) tl.setView(from, to);
    following = false;
  };
  for (const tl of timelines) {
    tl.setExtent(extent);
    tl.on('view', (view) => follow(tl, view));
  }
}

export { methods, link };
