/**
 * Bytes to text. UTF-8 is what the language is written in; what older programs save (GB18030, UTF-16) is read all the
 * same and never written; what is no text is named, so that the user hears what to do instead.
 */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

/** What a file is that holds no text. */
export type BinaryKind =
  | 'pdf'
  | 'word'
  | 'excel'
  | 'old-office'
  | 'rtf'
  | 'zip'
  | 'image'
  | 'nul'
  | 'unknown';

export type Decoded =
  /** `text` keeps its byte-order mark, so that writing it back gives the same bytes. */
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'binary'; readonly what: BinaryKind };

/** Reads bytes as text, never by guesswork that could lose a character. */
export function decode(bytes: Uint8Array): Decoded {
  const magic = magicOf(bytes);
  if (magic !== undefined) return { kind: 'binary', what: magic };
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16LE' : undefined;
  const wide = mark ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : undefined);
  if (wide !== undefined) return decodeAs(bytes, wide) ?? { kind: 'binary', what: 'unknown' };
  if (bytes.includes(0)) return { kind: 'binary', what: 'nul' };
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return { kind: 'text', text, encoding: 'UTF-8' };
  }
  const chinese = decodeAs(bytes, 'GB18030');
  return chinese !== undefined && isLikelyText(chinese.text)
    ? chinese
    : { kind: 'binary', what: 'unknown' };
}

function decodeAs(
  bytes: Uint8Array,
  encoding: Encoding,
): Extract<Decoded, { kind: 'text' }> | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, encoding };
  } catch {
    return undefined;
  }
}

// Almost any bytes can be read as GB18030. Control characters and private-use characters give away those that are not.
function isLikelyText(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 32 && (code < 9 || code > 13)) || code === 127 || (code >= 0xe000 && code < 0xf900))
      odd++;
  }
  return odd * 50 <= text.length;
}

function magicOf(bytes: Uint8Array): BinaryKind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return packageKind(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'old-office';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM.{4}\0\0|II\*\0|MM\0\*)/s.test(head)) return 'image';
  return undefined;
}

// The names of the parts stand in clear among the compressed bytes, those of an Office file near the beginning.
function packageKind(bytes: Uint8Array): BinaryKind {
  const names = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  if (names.includes('word/')) return 'word';
  if (names.includes('xl/')) return 'excel';
  const directory = Buffer.from(bytes.subarray(-8192)).toString('latin1');
  if (directory.includes('word/')) return 'word';
  return directory.includes('xl/') ? 'excel' : 'zip';
}
