// current.js: the page's timeline (the first, if there are several), as the target of
// links elsewhere on the page. Code that draws a timeline gets it as a parameter instead.

let current = /** @type {Timeline | null} */ (null);

/** @param {Timeline} tl */
function setCurrent(tl) {
  current = tl;
}

export { current, setCurrent };
