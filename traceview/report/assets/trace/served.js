// served.js: a page that comes from schedviz serve: while the trace is read it says how
// far that is, shows the trace's beginning as soon as that is there, and then all of it.
(function (sv) {
  'use strict';
  const { el, byId } = sv.dom;
  const { format } = sv;

  const AGAIN = 200; // ms between questions
  const BUSY = 503;

  // ask fetches what the page's server has at a path, with the token that is in the
  // page's own address. Where the server is busy and says when to come again, it does.
  async function ask(what, signal) {
    const token = new URLSearchParams(location.search).get('token') ?? '';
    for (;;) {
      const answer = await fetch(what + (what.includes('?') ? '&' : '?') + 'token=' + encodeURIComponent(token), { signal, credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
      if (answer.ok) return answer;
      const text = (await answer.text()).trim(), after = Number(answer.headers.get('Retry-After'));
      if (answer.status !== BUSY || !after) throw new Error(text || 'schedviz serve answered ' + answer.status);
      await pause(after * 1000 * (1 + Math.random() / 2), signal); // not all at the same moment
    }
  }

  // pause waits, and not for what nobody wants any more.
  function pause(ms, signal) {
    return new Promise((resolve, reject) => {
      setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }

  const get = async (part) => sv.data.unzip(new Uint8Array(await (await ask('data?part=' + part)).arrayBuffer()));

  // follow calls draw with what there is to see. What is drawn is not drawn anew: for
  // the whole after the beginning the page is loaded again, at the same place.
  async function follow(draw) {
    let drawn = false;
    for (;;) {
      const { read, size, beginning, whole, error } = await (await ask('progress')).json();
      if (error) throw new Error(error);
      if (whole && drawn) return location.reload();
      if (whole || (beginning && !drawn)) {
        const data = await get(whole ? 'whole' : 'beginning');
        head(data.page);
        draw(data);
        drawn = true;
        if (whole) break;
      }
      show(read, size, drawn);
      await pause(AGAIN);
    }
    byId('reading-trace').hidden = true;
  }

  function show(read, size, drawn) {
    const bar = byId('progress');
    bar.max = size;
    bar.value = read;
    byId('progress-text').textContent = `reading the trace: ${format.bytes(read)} of ${format.bytes(size)}` + (drawn ? '; below is its beginning' : '');
  }

  // head writes what other pages have in their HTML.
  function head({ title, served }) {
    document.querySelector('h1').textContent = title;
    document.querySelector('.facts-line').replaceChildren(...served.facts.flatMap((f, i) => [i ? ' · ' : '', el('span', {}, f)]));
    byId('failure').before(...served.warnings.map((w) => el('p', { class: 'warning' }, w)));
  }

  sv.served = { follow, ask };
})(globalThis.schedviz ??= {});
