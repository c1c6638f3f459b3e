// shape.js: what ECharts draws the timeline with. One path holds all rectangles
// of one colour in a lane; drawing an element per span instead would take seconds.

// register makes the shapes known to ECharts, and the function that draws the
// distributions, which charts.go names. What draws a timeline is its own (draw.js).
function register(echarts) {
  const extend = echarts.graphic.extendShape;
  // rects is a flat list of x, y, width, height. On a canvas, whose colour and opacity
  // are set by now, each is filled by itself: to fill a path of thousands of them
  // takes the browser many times as long.
  echarts.graphic.registerShape(
    'schedvizRects',
    extend({
      shape: { rects: [] },
      buildPath(path, shape) {
        const r = shape.rects,
          canvas = path.getContext?.();
        if (canvas?.fillRect) {
          for (let i = 0; i < r.length; i += 4) canvas.fillRect(r[i], r[i + 1], r[i + 2], r[i + 3]);
          return;
        }
        for (let i = 0; i < r.length; i += 4) path.rect(r[i], r[i + 1], r[i + 2], r[i + 3]);
      },
    }),
  );
  // xs are the moments of marks of one kind; they hang from y, size pixels high.
  echarts.graphic.registerShape(
    'schedvizMarks',
    extend({
      shape: { kind: '', xs: [], y: 0, size: 8 },
      buildPath(path, shape) {
        const draw = drawMark[shape.kind] || drawMark.unknown;
        for (const x of shape.xs) draw(path, x, shape.y, shape.size);
      },
    }),
  );
  // curves is a flat list of a curve's start, two control points and end.
  echarts.graphic.registerShape(
    'schedvizCurves',
    extend({
      shape: { curves: [] },
      buildPath(path, { curves: c }) {
        for (let i = 0; i < c.length; i += 8) {
          path.moveTo(c[i], c[i + 1]);
          path.bezierCurveTo(c[i + 2], c[i + 3], c[i + 4], c[i + 5], c[i + 6], c[i + 7]);
        }
      },
    }),
  );
  // heads is a flat list of arrow heads: where they end, and the direction they
  // point to; dots are where arrows come out of nowhere.
  echarts.graphic.registerShape(
    'schedvizHeads',
    extend({
      shape: { heads: [], dots: [], size: 7 },
      buildPath(path, { heads: h, dots, size }) {
        for (let i = 0; i < h.length; i += 4) drawHead(path, h[i], h[i + 1], h[i + 2] * size, h[i + 3] * size);
        for (let i = 0; i < dots.length; i += 2) drawMark.suspend(path, dots[i], dots[i + 1] - size / 3, size / 1.5);
      },
    }),
  );
  echarts.registerCustomSeries('schedviz.bar', bar);
}

/** @param {number[]} points */
function polygon(path, points) {
  path.moveTo(points[0], points[1]);
  for (let i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
  path.closePath();
}

const drawHead = (path, x, y, dx, dy) =>
  polygon(path, [x, y, x - dx - dy / 2, y - dy + dx / 2, x - dx + dy / 2, y - dy - dx / 2]);

const drawMark = {
  async: (p, x, y, s) => polygon(p, [x - s / 2, y, x + s / 2, y, x, y + s]),
  cooperative: (p, x, y, s) => polygon(p, [x - s / 2, y + s, x + s / 2, y + s, x, y]),
  gosched: (p, x, y, s) => polygon(p, [x, y, x + s / 2, y + s / 2, x, y + s, x - s / 2, y + s / 2]),
  mutex_handoff: (p, x, y, s) => polygon(p, [x - s / 2, y, x + s / 2, y + s / 2, x - s / 2, y + s]),
  stw: (p, x, y, s) => p.rect(x - s / 2, y, s, s),
  suspend(p, x, y, s) {
    p.moveTo(x + s / 2, y + s / 2);
    p.arc(x, y + s / 2, s / 2, 0, Math.PI * 2);
  },
  unknown(p, x, y, s) {
    p.moveTo(x - s / 2, y);
    p.lineTo(x + s / 2, y + s);
    p.moveTo(x + s / 2, y);
    p.lineTo(x - s / 2, y + s);
  },
};

// bar draws one bin of a distribution; both of its axes are the chart's own.
function bar(params, api) {
  const [x0, y0] = api.coord([api.value(0), api.value(2)]);
  const [x1] = api.coord([api.value(1), api.value(2)]);
  const bottom = params.coordSys.y + params.coordSys.height;
  return {
    type: 'rect',
    shape: { x: x0 + 0.5, y: y0, width: Math.max(1, x1 - x0 - 1), height: Math.max(0, bottom - y0) },
    style: { fill: api.visual('color') },
  };
}

// Kinds that stop a goroutine against its will at any instruction, or for the
// runtime's sake, are solid; the others are outlines.
const solid = new Set(['async', 'stw', 'suspend']);

export { register, solid };
