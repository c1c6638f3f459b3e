// data.js: unpacks the blob; pack.go describes its layout.

const arrays = { f64: Float64Array, i32: Int32Array, u8: Uint8Array };

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function gunzip(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// varints decodes zigzag varints up to 2^53, which is more than bit operations can handle.
/**
 * @param {Uint8Array} bytes
 * @param {number} offset
 * @param {Float64Array | Int32Array | Uint8Array} out
 * @param {boolean} delta
 */
function varints(bytes, offset, out, delta) {
  let at = offset;
  let last = 0;
  for (let i = 0; i < out.length; i++) {
    let b = bytes[at++];
    let v = b & 127;
    for (let scale = 128; b > 127; scale *= 128) {
      b = bytes[at++];
      v += (b & 127) * scale;
    }
    const n = v % 2 === 0 ? v / 2 : -(v + 1) / 2;
    out[i] = last = delta ? last + n : n;
  }
  return out;
}

// unpack turns the decompressed blob into the page's header and its columns.
/** @param {Uint8Array} bytes @returns {PageData} */
function unpack(bytes) {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== 'SVZ1') throw new Error('the page’s data is damaged: it begins with ' + JSON.stringify(magic));
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
  const cols = /** @type {any} */ ({});
  for (const c of head.columns) {
    cols[c.name] = varints(bytes, 8 + size + c.offset, new arrays[c.type](c.count), c.delta);
  }
  return { page: head.page, strings: head.strings, cols };
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
const unzip = async (bytes) => unpack(await gunzip(bytes));
/** @param {string} base64 */
const load = (base64) => unzip(fromBase64(base64.trim()));

export { load, unzip, varints, fromBase64 };
