// links.js: links from the sections into the page's timeline.
import { byId, el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { current as timeline } from '../timeline/current.js';

const goTo = (location) => timeline.show(location);

// goLane selects a P or thread in the timeline.
function goLane(kind, lane) {
  const tl = timeline;
  if (!lane) return;
  if (!tl.shown[kind]) tl.switchLanes(kind, true);
  tl.selectLane(lane);
  byId('timeline').scrollIntoView({ block: 'start' });
}

// goroutine links to a goroutine's lane, or to a location on it.
const goroutine = (id, func, location = {}) =>
  id < 0
    ? ''
    : [
        link('G' + id, () => goTo({ ...location, gs: [id] }), 'show in the timeline'),
        func ? el('span', { class: 'file' }, ' ' + format.shortFunc(func)) : '',
      ];

export { goTo, goLane, goroutine };
