// timeline.js: the timeline: its state, its layout, and what the pointer does to it.
(function (sv) {
  'use strict';
  const { el, byId } = sv.dom;
  const { theme, format, model: m } = sv;

  const AXIS = 24, STRIP = 14, COUNTER = 34, COUNTER_GAP = 10, GROUP_GAP = 10; // pixels

  const sampled = new Set(['queued', 'idle Ps', 'spinning']);

  class Timeline {
    constructor(model) {
      sv.timeline.current = this;
      this.model = model;
      this.counts = sv.counters.build(model);
      this.view = { from: 0, to: model.duration };
      this.shown = { p: true, m: false, g: false, c: model.lanes.c.length > 0 && model.lanes.c.length <= 16 };
      if (model.lanes.p.length === 0 && model.lanes.g.length > 0) this.shown = { p: false, m: false, g: true, c: false };
      this.usual = Object.keys(this.shown).filter((k) => this.shown[k]).join('');
      this.colourBy = 'goroutine';
      this.found = null; // the goroutines searched for; null: all
      this.selected = null; // {lane, place, row, g}
      this.range = null; // the selected time
      this.scrollTop = 0;
      this.redraws = 0;
      this.lastRedrawMS = 0;
      this.labelBudget = 500;
      this.font = getComputedStyle(document.body).fontFamily;
      this.nodes = {};
      for (const id of ['tl-scroll', 'tl-inner', 'tl-view', 'tl-gutter', 'tl-canvas', 'tl-tip', 'tl-panel', 'tl-map', 'tl-map-canvas', 'tl-window', 'tl-find', 'tl-found', 'tl-range']) this.nodes[id] = byId(id);
      this.charts();
      this.listen();
      this.relayout();
    }

    charts() {
      const { page } = this.model;
      this.chart?.dispose();
      this.map?.dispose();
      this.chart = echarts.init(this.nodes['tl-canvas'], theme.echartsTheme(), { renderer: 'canvas' });
      this.chart.setOption(page.charts.timeline);
      this.map = echarts.init(this.nodes['tl-map-canvas'], theme.echartsTheme(), { renderer: 'canvas' });
      this.map.setOption(page.charts.minimap);
    }

    // ---- layout

    // lanesShown lists the lanes that are switched on, in order.
    lanesShown() {
      const { lanes } = this.model;
      const gs = this.found ? lanes.g.filter((l) => this.found.has(l.key)) : lanes.g;
      return [...(this.shown.p ? lanes.p : []), ...(this.shown.m ? lanes.m : []), ...(this.shown.c ? lanes.c : []), ...(this.shown.g ? gs : [])];
    }

    // relayout places lanes and counters in the room there is. A few lanes share
    // the room, many keep a height that can be read, and scroll.
    relayout() {
      const lanes = this.lanesShown();
      const narrow = innerWidth < 640;
      const room = Math.max(260, Math.round(innerHeight * (narrow ? 0.6 : 0.56)));
      const top = AXIS + (this.model.bands.length ? STRIP : 2);
      let counters = this.counterRows(COUNTER);
      const viewportMax = room - top - counters.height - COUNTER_GAP;
      const groups = new Set(lanes.map((l) => l.kind)).size - 1;
      const big = lanes.filter((l) => l.kind !== 'g').length, small = lanes.length - big;
      const pitch = Math.max(34, Math.min(96, Math.floor((viewportMax - 6 - groups * GROUP_GAP - small * 22) / Math.max(1, big))));
      let y = 4;
      const placed = [];
      for (const lane of lanes) {
        const first = placed.length > 0 && placed.at(-1).lane.kind !== lane.kind;
        if (first) y += GROUP_GAP;
        const height = lane.kind === 'g' ? 22 : pitch;
        placed.push({ lane, y, height, head: lane.kind === 'g' ? 6 : 12 });
        y += height;
      }
      const viewport = Math.max(40, Math.min(viewportMax, y + 2));
      // With a few lanes only, the counters take what they leave.
      counters = this.counterRows(COUNTER + Math.min(46, Math.floor((viewportMax - viewport) / counters.rows.length)));
      this.layout = { lanes: placed, top, viewport, total: y + 2, counters: counters.rows, below: counters.height + COUNTER_GAP };
      this.height = top + viewport + this.layout.below;
      this.resize();
    }

    counterRows(height) {
      const procs = this.model.page.stat.procs.gomaxprocs || this.model.lanes.p.length;
      const names = ['running', 'runnable', 'queued', 'idle Ps', 'spinning', 'heap'].filter((name) => this.counts[name]);
      const rows = names.map((name, i) => ({
        name, y: i * (height + 8), height,
        max: Math.max(1, this.counts[name].max, name === 'running' || name === 'idle Ps' ? procs : 0),
      }));
      return { rows, height: rows.length * (height + 8) };
    }

    resize() {
      const n = this.nodes;
      n['tl-scroll'].style.height = this.height + 'px';
      n['tl-inner'].style.height = this.height + Math.max(0, this.layout.total - this.layout.viewport) + 'px';
      n['tl-view'].style.height = this.height + 'px';
      n['tl-gutter'].style.width = this.gutterWidth() + 'px';
      this.width = n['tl-canvas'].clientWidth;
      if (this.chart.getWidth() !== this.width || this.chart.getHeight() !== this.height) this.chart.resize();
      if (this.map.getWidth() !== n['tl-map-canvas'].clientWidth) this.map.resize();
      this.scrollTop = n['tl-scroll'].scrollTop;
      this.gridChanged = true;
      this.drawMap();
      this.redraw();
    }

    gutterWidth() {
      const narrow = innerWidth < 640;
      return this.shown.g ? (narrow ? 92 : 168) : this.shown.m ? (narrow ? 80 : 96) : (narrow ? 72 : 84);
    }

    // ---- drawing

    redraw() {
      if (this.pending) return;
      this.pending = requestAnimationFrame(() => {
        this.pending = 0;
        this.draw();
      });
    }

    // draw lets ECharts paint the lanes in sight, then brings the rest in line.
    draw() {
      const begin = performance.now();
      const { layout, view } = this;
      const ticks = format.ticks(view.from, view.to, this.width);
      const axis = { min: view.from, max: view.to };
      // A label at the right edge would be cut.
      const whole = ticks.at.filter((t) => (t - view.from) / (view.to - view.from) * this.width < this.width - 58);
      const labels = { customValues: whole, formatter: (t) => format.moment(t, ticks.step, view.to), align: 'left', margin: layout.top - AXIS + 6, hideOverlap: true };
      const option = {
        xAxis: [{ ...axis, axisLabel: labels, axisTick: { customValues: ticks.at, length: 4 }, axisLine: { show: false }, splitLine: { show: true } }, axis],
        yAxis: [{ min: this.scrollTop, max: this.scrollTop + layout.viewport }, { min: 0, max: 1 }],
        series: [{ data: [[0, 0]], silent: true }, { data: this.visible().map((i) => [i, 0]), clip: true, silent: true }, { data: [[0, 0]], silent: true }],
      };
      if (this.gridChanged) {
        option.grid = [
          { left: 0, right: 0, top: layout.top, height: layout.viewport, outerBoundsMode: 'none' },
          { left: 0, right: 0, top: layout.top + layout.viewport + COUNTER_GAP, height: layout.below - COUNTER_GAP, outerBoundsMode: 'none' },
        ];
        this.gridChanged = false;
      }
      this.chart.setOption(option);
      this.chart.getZr().refreshImmediately();
      this.redraws++;
      this.lastRedrawMS = performance.now() - begin;
      this.drawGutter();
      this.drawWindow();
      this.drawStatus();
      sv.page?.remember(this);
    }

    // visible gives the places in the layout of the lanes in sight.
    visible() {
      const out = [];
      const { lanes, viewport } = this.layout;
      let i = lanes.length ? Math.max(0, lanes.indexOf(sv.hit.laneAt(this.layout, this.scrollTop))) : 0;
      for (; i < lanes.length && lanes[i].y < this.scrollTop + viewport; i++) out.push(i);
      return out;
    }

    drawGutter() {
      const rows = this.visible().map((i) => {
        const { lane, y, height, head } = this.layout.lanes[i];
        const at = this.layout.top + y + head - 4 - this.scrollTop, tall = height - head + 3;
        const func = lane.kind === 'g' ? format.shortFunc(m.gFunc(this.model, lane.key)) : '';
        const name = m.laneName(this.model, lane);
        const chosen = this.selected && (this.selected.lane === lane || (lane.kind === 'g' && lane.key === this.selected.g));
        return el('button', {
          class: 'lane-label' + (chosen ? ' chosen' : ''), type: 'button', title: func ? name + ' ' + func : name,
          style: { top: at + 'px', height: tall + 'px', clipPath: clip(at, tall, this.layout) },
          onclick: () => this.selectLane(lane),
        }, lane.kind === 'g' && sv.dom.swatch(theme.byIndex(this.model.gs.id[lane.key])), el('b', {}, name), func && el('span', { class: 'func' }, ' ' + func));
      });
      const base = this.layout.top + this.layout.viewport + COUNTER_GAP;
      for (const c of this.layout.counters) {
        rows.push(el('div', { class: 'counter-label', style: { top: base + c.y + 'px', height: c.height + 'px' } }, el('b', {}, c.name), el('span', {}, (sampled.has(c.name) ? 'sampled ≤' : 'max ') + (c.name === 'heap' ? format.bytes(c.max) : format.count(c.max)))));
      }
      if (this.model.bands.length) rows.push(el('div', { class: 'strip-label', style: { top: this.layout.top - 13 + 'px' } }, 'GC, STW'));
      this.nodes['tl-gutter'].replaceChildren(...rows);
    }

    drawMap() {
      this.map.setOption({
        xAxis: { min: 0, max: this.model.duration }, yAxis: { min: 0, max: 1 },
        series: [{ data: this.model.lanes.p.map((_, i) => [i, 0]), silent: true }],
      });
    }

    // drawWindow shows on the minimap what part is in view.
    drawWindow() {
      const s = this.nodes['tl-window'].style, d = this.model.duration;
      s.left = (this.view.from / d) * 100 + '%';
      s.width = Math.max(0.2, ((this.view.to - this.view.from) / d) * 100) + '%';
      this.nodes['tl-map'].classList.toggle('whole', this.view.from <= 0 && this.view.to >= d);
    }

    drawStatus() {
      const span = this.view.to - this.view.from;
      this.nodes['tl-range'].textContent = span >= this.model.duration ? 'all of ' + format.duration(this.model.duration)
        : `${format.duration(span)} of ${format.duration(this.model.duration)}`;
    }

    // ---- moving

    setView(from, to) {
      const d = this.model.duration;
      const span = Math.min(d, Math.max(to - from, Math.min(d, 100)));
      from = Math.max(0, Math.min(from, d - span));
      this.view = { from, to: from + span };
      this.hideTip();
      this.redraw();
    }

    zoom(factor, share = 0.5) {
      const span = this.view.to - this.view.from;
      const at = this.view.from + span * share;
      this.setView(at - span * factor * share, at + span * factor * (1 - share));
    }

    pan(share) {
      const by = (this.view.to - this.view.from) * share;
      this.setView(this.view.from + by, this.view.to + by);
    }

    reset() { this.setView(0, this.model.duration); }

    // fit shows a stretch of time with some room around it.
    fit(from, to) {
      const pad = Math.max((to - from) * 0.15, 50);
      this.setView(from - pad, to + pad);
    }

    fitSelection() {
      if (this.range) {
        const { from, to } = this.range;
        this.range = null;
        this.closePanel();
        this.setView(from, to);
      } else if (this.selected) {
        this.fit(this.model.spans.start[this.selected.row], this.model.spans.end[this.selected.row]);
      }
    }

    // show goes to a place: a stretch of time, goroutines, or both.
    show({ from, to, gs }) {
      if (gs?.length) {
        this.shown.g = true;
        this.search(gs.map((id) => 'G' + id).join(' '));
        this.nodes['tl-scroll'].scrollTop = 0;
      }
      if (from !== undefined) this.fit(from, to);
      byId('timeline').scrollIntoView({ block: 'start' });
    }

    // ---- choosing

    switchLanes(kind, on) {
      this.shown[kind] = on;
      this.syncButtons();
      this.relayout();
    }

    setColour(by) {
      this.colourBy = by;
      this.syncButtons();
      this.drawMap();
      this.redraw();
    }

    syncButtons() {
      for (const b of document.querySelectorAll('[data-lanes]')) {
        b.setAttribute('aria-pressed', this.shown[b.dataset.lanes]);
        if (b.dataset.lanes === 'c') b.hidden = !this.model.onCore;
      }
      for (const b of document.querySelectorAll('[data-colour]')) b.setAttribute('aria-pressed', this.colourBy === b.dataset.colour);
    }

    // search greys all other goroutines; an empty text ends it.
    search(text) {
      this.nodes['tl-find'].value = text;
      this.found = m.find(this.model, text);
      this.nodes['tl-found'].textContent = this.found ? format.plural(this.found.size, 'goroutine') : '';
      this.syncButtons();
      this.drawMap();
      this.relayout();
    }

    select(lane, place) {
      const row = lane.rows[place];
      this.selected = { lane, place, row, g: this.model.spans.g[row] };
      this.range = null;
      this.openPanel(sv.details.spanPanel(this, this.selected));
      this.redraw();
    }

    // selectLane chooses the lane's first span in view, or the nearest to it.
    selectLane(lane) {
      if (!lane.rows.length) return;
      const mid = (this.view.from + this.view.to) / 2;
      const place = sv.lanes.at(this.model.spans, lane, mid, Infinity);
      this.select(lane, Math.max(0, place));
    }

    // step goes to the previous or next span of the selected one's lane.
    step(by) {
      if (!this.selected) {
        const lane = this.layout.lanes[0]?.lane;
        return lane && this.selectLane(lane);
      }
      const { lane, place } = this.selected;
      const next = Math.max(0, Math.min(lane.rows.length - 1, place + by));
      this.select(lane, next);
      const { start, end } = this.model.spans, row = lane.rows[next];
      const span = this.view.to - this.view.from;
      if (end[row] < this.view.from + span * 0.02 || start[row] > this.view.to - span * 0.02) {
        const mid = (start[row] + end[row]) / 2;
        this.setView(mid - span / 2, mid + span / 2);
      }
    }

    selectRange(from, to) {
      this.range = { from: Math.max(0, from), to: Math.min(this.model.duration, to) };
      this.selected = null;
      this.openPanel(sv.details.rangePanel(this, this.range));
      this.redraw();
    }

    // clear undoes one thing at a time: the selection, then the search.
    clear() {
      this.hideTip();
      if (this.selected || this.range) {
        this.selected = this.range = null;
        this.closePanel();
        this.redraw();
      } else if (this.found) {
        this.search('');
      }
    }

    openPanel(nodes) {
      const panel = this.nodes['tl-panel'];
      const opened = panel.hidden;
      panel.replaceChildren(el('button', { class: 'close', type: 'button', title: 'close (Esc)', 'aria-label': 'close', onclick: () => this.clear() }, '×'), ...nodes);
      panel.hidden = false;
      if (opened) this.resize();
    }

    closePanel() {
      if (this.nodes['tl-panel'].hidden) return;
      this.nodes['tl-panel'].hidden = true;
      this.resize();
    }

    // ---- pointer

    listen() {
      const canvas = this.nodes['tl-canvas'], scroll = this.nodes['tl-scroll'];
      scroll.addEventListener('scroll', () => {
        this.scrollTop = scroll.scrollTop;
        this.hideTip();
        this.redraw();
      }, { passive: true });
      canvas.addEventListener('wheel', (e) => this.wheel(e), { passive: false });
      canvas.addEventListener('pointerdown', (e) => this.press(e));
      canvas.addEventListener('pointermove', (e) => this.hover(e));
      canvas.addEventListener('pointerleave', () => this.hideTip());
      canvas.addEventListener('dblclick', (e) => this.zoom(0.4, this.share(e)));
      this.listenMap();
      new ResizeObserver(() => this.canvasResized()).observe(canvas);
      addEventListener('resize', () => this.relayout());
    }

    canvasResized() {
      if (Math.abs(this.nodes['tl-canvas'].clientWidth - this.width) > 0.5) this.resize();
    }

    // share is how far along the canvas the pointer is, 0 to 1.
    share(e) {
      const box = this.nodes['tl-canvas'].getBoundingClientRect();
      return (e.clientX - box.left) / box.width;
    }

    timeAt(e) { return this.view.from + this.share(e) * (this.view.to - this.view.from); }

    // wheel zooms with Ctrl and pans sideways; else the browser scrolls.
    wheel(e) {
      this.lastShare = this.share(e);
      if (e.ctrlKey || e.metaKey) {
        e.preventDefault();
        this.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.006), this.share(e));
      } else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
        e.preventDefault();
        this.pan((e.deltaX || e.deltaY) / this.width);
      }
    }

    // press begins a drag: it selects time, or with Shift or a finger moves the
    // view. A press that does not move is a click.
    press(e) {
      if (e.button !== 0) return;
      const canvas = this.nodes['tl-canvas'];
      const start = { x: e.clientX, time: this.timeAt(e), view: { ...this.view } };
      const moves = e.shiftKey || e.pointerType === 'touch';
      let dragged = false;
      this.hideTip();
      canvas.setPointerCapture?.(e.pointerId);
      const move = (ev) => {
        if (!dragged && Math.abs(ev.clientX - start.x) < 4) return;
        dragged = this.dragging = true;
        if (moves) {
          const by = ((ev.clientX - start.x) / this.width) * (start.view.to - start.view.from);
          this.setView(start.view.from - by, start.view.to - by);
        } else {
          const t = this.timeAt(ev);
          this.range = { from: Math.max(0, Math.min(start.time, t)), to: Math.min(this.model.duration, Math.max(start.time, t)) };
          this.redraw();
        }
      };
      const done = (ev) => {
        canvas.removeEventListener('pointermove', move);
        canvas.removeEventListener('pointerup', done);
        canvas.removeEventListener('pointercancel', done);
        this.dragging = false;
        if (!dragged && ev.type === 'pointerup') this.click(ev);
        else if (dragged && !moves && this.range) this.selectRange(this.range.from, this.range.to);
      };
      canvas.addEventListener('pointermove', move);
      canvas.addEventListener('pointerup', done);
      canvas.addEventListener('pointercancel', done);
    }

    hitAt(e) {
      const box = this.nodes['tl-canvas'].getBoundingClientRect();
      return sv.hit.at(this, e.clientX - box.left, e.clientY - box.top);
    }

    click(e) {
      const hit = this.hitAt(e);
      if (hit?.kind === 'span') this.select(hit.lane, hit.place);
      else if (hit?.kind === 'mark') this.selectMark(hit);
      else if (hit?.kind === 'band') this.selectRange(hit.band.start, hit.band.end);
      else this.clear();
    }

    // selectMark chooses the span that the mark ends.
    selectMark({ lane, mark }) {
      const t = this.model.marks.time[mark];
      const place = sv.lanes.at(this.model.spans, lane, t - 1, Infinity);
      if (place >= 0) this.select(lane, place);
    }

    hover(e) {
      this.lastShare = this.share(e);
      if (this.dragging) return;
      const hit = this.hitAt(e);
      this.nodes['tl-canvas'].style.cursor = hit?.kind === 'span' || hit?.kind === 'mark' || hit?.kind === 'band' ? 'pointer' : 'crosshair';
      const node = sv.details.tooltip(this, hit);
      if (!node) return this.hideTip();
      const tip = this.nodes['tl-tip'];
      tip.replaceChildren(node);
      tip.hidden = false;
      const w = tip.offsetWidth, h = tip.offsetHeight;
      tip.style.left = Math.max(4, e.clientX + 16 + w > innerWidth ? e.clientX - w - 12 : e.clientX + 16) + 'px';
      tip.style.top = Math.max(4, Math.min(e.clientY + 16, innerHeight - h - 6)) + 'px';
    }

    hideTip() { this.nodes['tl-tip'].hidden = true; }

    // listenMap lets the minimap be clicked, and its window dragged.
    listenMap() {
      const map = this.nodes['tl-map'];
      const timeOf = (e) => {
        const box = map.getBoundingClientRect();
        return ((e.clientX - box.left) / box.width) * this.model.duration;
      };
      map.addEventListener('pointerdown', (e) => {
        const t0 = timeOf(e), view = { ...this.view }, span = view.to - view.from;
        const grabbed = span < this.model.duration && t0 >= view.from && t0 <= view.to;
        let dragged = false;
        map.setPointerCapture?.(e.pointerId);
        const move = (ev) => {
          const t = timeOf(ev);
          if (!dragged && Math.abs(ev.clientX - e.clientX) < 3) return;
          dragged = true;
          if (grabbed) this.setView(view.from + t - t0, view.to + t - t0);
          else this.setView(Math.min(t, t0), Math.max(t, t0));
        };
        const done = () => {
          map.removeEventListener('pointermove', move);
          map.removeEventListener('pointerup', done);
          if (!dragged && !grabbed) this.setView(t0 - span / 2, t0 + span / 2);
        };
        map.addEventListener('pointermove', move);
        map.addEventListener('pointerup', done);
      });
    }

    themeChanged() {
      this.charts();
      this.syncButtons();
      this.relayout();
    }

    // state is for tests and for the curious.
    state() {
      const n = this.layout.lanes.length;
      return {
        from: this.view.from, to: this.view.to, duration: this.model.duration,
        lanes: Object.keys(this.shown).filter((k) => this.shown[k]).join(''), colour: this.colourBy,
        laneCount: n, visibleLanes: this.visible().length, spans: this.model.spans.start.length,
        redraws: this.redraws, lastRedrawMS: this.lastRedrawMS, scrollTop: this.scrollTop,
        found: this.found ? this.found.size : null, search: this.nodes['tl-find'].value,
        selected: this.selected ? { g: this.model.gs.id[this.selected.g], row: this.selected.row, lane: m.laneName(this.model, this.selected.lane) } : null,
        range: this.range, tip: this.nodes['tl-tip'].hidden ? '' : this.nodes['tl-tip'].textContent,
      };
    }
  }

  // clip keeps a lane's label from reaching over the axis and the counters.
  function clip(at, height, layout) {
    const above = Math.max(0, layout.top - at), below = Math.max(0, at + height - layout.top - layout.viewport);
    return above || below ? `inset(${above}px 0 ${below}px 0)` : '';
  }

  sv.timeline = { Timeline, current: null };
})(globalThis.schedviz ??= {});
