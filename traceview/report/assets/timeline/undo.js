// undo.js: undo and redo of views. A step is an address (address.js); changes in quick
// succession are one step.
import { write, read, push, withoutSelection } from './address.js';

const SETTLED = 300; // ms without a redraw
const MOST = 200; // steps kept

class Undo {
  /** @param {Timeline} tl */
  constructor(tl) {
    this.tl = tl;
    this.before = [];
    this.after = [];
    this.now = write(tl);
    this.timer = 0;
    tl.on('draw', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.settle(), SETTLED);
    });
    tl.nodes.undo.addEventListener('click', () => this.back());
    tl.nodes.redo.addEventListener('click', () => this.forward());
    tl.nodes.opening.addEventListener('click', () => this.visit(tl.opening));
    this.update();
  }

  // settle records the current view. A change of the selection alone is not a step.
  settle() {
    clearTimeout(this.timer);
    const now = write(this.tl);
    if (now === this.now) return;
    if (withoutSelection(now) !== withoutSelection(this.now)) {
      this.before.push(this.now);
      if (this.before.length > MOST) this.before.shift();
      this.after = [];
    }
    this.now = now;
    this.update();
  }

  // visit shows an address as a link to it does: the browser's Back returns, too.
  visit(address) {
    this.settle();
    push(this.tl, address);
    read(this.tl, address);
  }

  back() {
    this.go(this.before, this.after, 'nothing to undo');
  }
  forward() {
    this.go(this.after, this.before, 'nothing to redo');
  }

  go(from, to, none) {
    this.settle();
    if (!from.length) return this.tl.say(none);
    to.push(this.now);
    this.now = from.pop();
    read(this.tl, this.now);
    this.update();
  }

  update() {
    this.tl.nodes.undo.disabled = !this.before.length;
    this.tl.nodes.redo.disabled = !this.after.length;
    this.tl.emit('settled', this.now);
  }
}

export { Undo };
