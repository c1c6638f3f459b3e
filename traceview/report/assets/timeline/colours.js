// colours.js: the colour of a goroutine, the same wherever it is drawn.
import * as theme from '../base/theme.js';

// colourOf is a goroutine's colour: its own, or with "colour by function" that of its start
// function. Where traces are compared, model.roles has the colours of start functions, so
// that one has the same colour in all of them; a function without a role is grey.
/** @param {{ model: Model, colourBy: string }} tl @param {number} g the goroutine's index */
function colourOf({ model: { gs, roles }, colourBy }, g) {
  if (colourBy !== 'function') return theme.byIndex(gs.id[g] ?? 0);
  if (!roles) return theme.byIndex(gs.func[g] ?? 0);
  const role = roles.ofFunc.get(gs.func[g]);
  return role === undefined ? theme.state('idle') : theme.byIndex(role);
}

// giveRoles has traces show each role in one colour. A role is a name, "" for none to be
// told, with the start functions of its goroutines.
/** @param {Model[]} models @param {{ name: string, funcs: string[] }[]} roles */
function giveRoles(models, roles) {
  for (const model of models) {
    const index = new Map(model.strings.map((s, i) => [s, i]));
    const ofFunc = new Map();
    roles.forEach(({ funcs }, role) => funcs.forEach((f) => index.has(f) && ofFunc.set(index.get(f), role)));
    model.roles = { names: roles.map((r) => r.name), ofFunc };
  }
}

// functionsOf lists the start functions in traces as roles without names.
/** @param {Model[]} models */
function functionsOf(models) {
  const names = new Set(models.flatMap((m) => Array.from(m.gs.func, (f) => m.strings[f])));
  return [...names].sort().map((name) => ({ name: '', funcs: [name] }));
}

export { colourOf, giveRoles, functionsOf };
