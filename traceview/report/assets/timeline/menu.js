// menu.js: the small menu of a lane or a group, for pointer and keyboard.
import { el } from '../base/dom.js';
import { gName } from '../trace/model.js';

// items lists the actions for a lane: [text, key, action].
/** @param {Timeline} tl @param {Lane} lane @returns {any[]} */
function items(tl, lane) {
  if (lane.kind === 'group') return groupItems(tl, lane);
  const others = () => (tl.layout.groups.find((g) => g.lanes.includes(lane))?.lanes ?? []).filter((l) => l !== lane);
  return [
    [tl.isPinned(lane) ? 'Unpin' : 'Pin to the top', 'P', () => tl.pin(lane)],
    ['Hide', 'H', () => tl.hide(lane)],
    others().length > 0 && ['Hide the other lanes of its group', '', () => tl.hide(...others())],
    lane.kind === 'g' && [
      `Show only ${gName(tl.model, lane.key)} on all lanes`,
      '',
      () => tl.search(gName(tl.model, lane.key)),
    ],
    lane.rows.length > 0 && ['Select the span in the middle of the view', '', () => tl.selectLane(lane)],
    ...common(tl),
  ].filter(Boolean);
}

/** @param {Timeline} tl @param {Group} g */
function groupItems(tl, g) {
  const others = tl.layout.groups.filter((o) => o !== g);
  return [
    !g.without && [g.folded ? 'Unfold' : 'Fold', '', () => tl.fold(g.key, !g.folded)],
    others.length > 0 && ['Fold or unfold all', 'Z', () => tl.foldAll()],
    ['Hide', '', () => tl.hide(g)],
    others.length > 0 && ['Hide the other groups', '', () => tl.hide(...others)],
    ...common(tl),
  ].filter(Boolean);
}

/** @param {Timeline} tl */
const common = (tl) =>
  tl.arranged.hidden.size ? [[`Show all hidden (${tl.arranged.hidden.size})`, 'Shift H', () => tl.showHidden()]] : [];

// open shows the menu at a label. It closes when an item is chosen or it loses the focus;
// the focus then goes back to where it was.
/** @param {Timeline} tl */
function open(tl, label) {
  const { menu } = tl.nodes;
  const back = /** @type {HTMLElement} */ (document.activeElement);
  const close = () => {
    if (menu.hidden) return;
    menu.hidden = true;
    menu.replaceChildren();
    if (back?.isConnected) back.focus();
  };
  menu.replaceChildren(
    ...items(tl, label.lane).map(([text, key, act]) =>
      el(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          tabIndex: -1,
          onclick: () => {
            close();
            act();
          },
        },
        el('span', {}, text),
        key && el('kbd', {}, key),
      ),
    ),
  );
  menu.onkeydown = (e) => press(e, menu, close);
  menu.onfocusout = (e) => {
    if (!menu.contains(e.relatedTarget)) close();
  };
  menu.hidden = false;
  const box = label.getBoundingClientRect();
  menu.style.left = Math.min(box.left + 12, innerWidth - menu.offsetWidth - 8) + 'px';
  menu.style.top =
    Math.max(4, Math.min(box.top + Math.min(22, box.height), innerHeight - menu.offsetHeight - 8)) + 'px';
  menu.firstChild.focus();
}

// press moves the focus through the menu. No key reaches the timeline.
/** @param {KeyboardEvent} e @param {HTMLElement} menu @param {() => void} close */
function press(e, menu, close) {
  e.stopPropagation();
  const all = /** @type {HTMLElement[]} */ ([...menu.children]),
    at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[e.key];
  if (to !== undefined) all.at(to % all.length).focus();
  else if (e.key === 'Escape' || e.key === 'Tab') close();
  else return;
  e.preventDefault();
}

export { open };
