// print.js: the page on paper: light, as wide as print.css says, the timeline as it
// stands, tables with the rows that a reader would leaf through.
(function (sv) {
  'use strict';
  const { theme } = sv;

  const ROWS = 200; // of a table

  // begin lays the page out for paper. What is printed is what is drawn when it returns.
  function begin(timelines) {
    document.documentElement.classList.add('printing');
    theme.force('light');
    redraw(timelines);
  }

  function end(timelines) {
    document.documentElement.classList.remove('printing');
    theme.force(null);
    redraw(timelines);
  }

  function redraw(timelines) {
    for (const tl of timelines) {
      tl.relayout();
      tl.draw();
    }
    sv.charts?.resize();
    for (const box of document.querySelectorAll('.virtual-box')) box.dispatchEvent(new Event('scroll'));
    for (const { list } of document.querySelectorAll('.list')) list?.draw();
  }

  const active = () => document.documentElement.classList.contains('printing');

  function listen(timelines) {
    addEventListener('beforeprint', () => begin(timelines));
    addEventListener('afterprint', () => end(timelines));
  }

  sv.print = { listen, active, ROWS };
})(globalThis.schedviz ??= {});
