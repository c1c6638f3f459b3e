// shape.js: the shapes ECharts draws the timeline with. One path holds all rectangles of
// one colour in a lane; one element per span would take seconds to draw.

// register registers the shapes with ECharts, and the function that draws the
// distributions, which charts.go names. Each timeline has painters of its own (draw.js).
function register(echarts) {
  const extend = echarts.graphic.extendShape;
  // rects is a flat list of x, y, width, height. On a canvas, whose colour and opacity
  // are set by now, each is filled separately: filling one path of thousands of
  // rectangles is many times slower.
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
  // xs are the positions of marks of one kind; their tops are at y, they are size pixels high.
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
  // curves is a flat list of start, two control points and end of each curve.
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
  // heads is a flat list of arrow heads: their tips, and the direction they
  // point to; dots are the starts of arrows without a waker.
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

// bar draws one bin of a distribution, on the chart's own axes.
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

// Kinds that stop a goroutine at any instruction, or for the runtime's own needs, are
// solid; the others are outlines.
const solid = new Set(['async', 'stw', 'suspend']);

export { register, solid };
