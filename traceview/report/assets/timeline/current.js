// current.js: the page's timeline, of several the first: where links elsewhere on the page
// lead. What draws a timeline is given it instead.

let current = /** @type {Timeline | null} */ (null);

/** @param {Timeline} tl */
function setCurrent(tl) {
  current = tl;
}

export { current, setCurrent };
