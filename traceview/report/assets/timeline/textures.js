// textures.js: what distinguishes states and reasons besides colour: a wait is a line
// dashed according to its reason, a system call is dotted. They are made of rectangles,
// and drawn if a span is wide enough.
import * as theme from '../base/theme.js';

const MIN_DASHED = 16,
  MIN_DOTTED = 10; // pixels
const DOT = 2,
  DOT_PITCH = 6;

const PALE = 0.38; // opacity between dashes, so that one span remains one line

// dashed fills a rectangle with dashes; dash lists pixels on and off in turn.
/**
 * @param {Boxes} boxes
 * @param {string} fill
 * @param {number[]} dash
 * @param {number} x
 * @param {number} y
 * @param {number} w
 * @param {number} h
 */
function dashed(boxes, fill, dash, x, y, w, h) {
  if (!dash.length || w < MIN_DASHED) return boxes.add(fill, 1, x, y, w, h);
  boxes.add(fill, PALE, x, y, w, h);
  for (let at = x, i = 0; at < x + w; at += dash[i % dash.length], i++) {
    if (i % 2 === 0) boxes.add(fill, 1, at, y, Math.min(dash[i % dash.length], x + w - at), h);
  }
}

// dotted puts a row of dots along the lower edge of a rectangle.
/**
 * @param {Boxes} boxes
 * @param {string} fill
 * @param {number} x
 * @param {number} y
 * @param {number} w
 * @param {number} h
 */
function dotted(boxes, fill, x, y, w, h) {
  if (w < MIN_DOTTED || h < DOT + 2) return;
  for (let at = x + 2; at + DOT < x + w; at += DOT_PITCH)
    boxes.add(theme.ink(fill), 0.75, at, y + h - DOT - 1, DOT, DOT);
}

// background is a dash pattern as a CSS background, for legends.
/** @param {string} colour @param {number[]} dash */
function background(colour, dash) {
  if (!dash.length) return colour;
  let at = 0;
  const stops = dash.map(
    (length, i) =>
      `${i % 2 ? `color-mix(in srgb, ${colour} ${100 * PALE}%, transparent)` : colour} ${at}px ${(at += length)}px`,
  );
  return `repeating-linear-gradient(to right, ${stops.join(', ')})`;
}

export { dashed, dotted, background };
