/** Bytes to text: UTF-8, what older Chinese programs save (GB18030), and UTF-16 that says so. */

/** Undefined where the bytes are no text. */
export function decode(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const mark = wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined);
  if (mark !== undefined) return decodeAs(bytes, mark);
  if (bytes.includes(0)) return undefined;
  const text = decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
  return text === undefined || isBinary(text) ? undefined : text;
}

/** Programs' own formats hold control characters that no text does. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7f || code < 9 || (code > 0x0d && code < 0x1b)) return true;
  }
  return false;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
