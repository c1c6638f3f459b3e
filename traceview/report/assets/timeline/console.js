// console.js: what the page's global, schedviz, offers to the browser's console and to
// tests, besides the exports of its entry module.
import { current } from './current.js';
import { link } from './moving.js';
import { Timeline } from './timeline.js';

export const timeline = {
  Timeline,
  link,
  get current() {
    return current;
  },
};
export * as copy from '../base/copy.js';
export * as format from '../base/format.js';
export * as lazy from '../base/lazy.js';
export * as theme from '../base/theme.js';
export * as cores from '../trace/cores.js';
export * as lanes from '../trace/lanes.js';
export * as model from '../trace/model.js';
export * as states from '../trace/states.js';
export * as steps from '../trace/steps.js';
export * as totals from '../trace/totals.js';
export * as wakes from '../trace/wakes.js';
export * as colours from './colours.js';
export * as details from './details.js';
export * as groups from './groups.js';
export * as hit from './hit.js';
export * as layout from './layout.js';
