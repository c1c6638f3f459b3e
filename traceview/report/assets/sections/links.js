// links.js: links from the sections into the page's timeline.
import { byId, el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { current as timeline } from '../timeline/current.js';

const goTo = (place) => timeline.show(place);

// goLane chooses a P or thread in the timeline.
function goLane(kind, lane) {
  const tl = timeline;
  if (!lane) return;
  if (!tl.shown[kind]) tl.switchLanes(kind, true);
  tl.selectLane(lane);
  byId('timeline').scrollIntoView({ block: 'start' });
}

// goroutine links a goroutine to its lane, or to a place on it.
const goroutine = (id, func, place = {}) =>
  id < 0
    ? ''
    : [
        link('G' + id, () => goTo({ ...place, gs: [id] }), 'show it in the timeline'),
        func ? el('span', { class: 'file' }, ' ' + format.shortFunc(func)) : '',
      ];

export { goTo, goLane, goroutine };
