/** One line's marks (`**`, `<b>`, entities, Markdown escapes) taken off; what remains keeps its place in the original. */
import type { TextPiece } from './block.ts';
import { isBlank } from './lines.ts';

const MARK =
  /\*\*|<br\s*\/?>|<\/?(?:b|strong|i|em|u|span|font|sup|sub|p|div|center)(?:\s[^<>]{0,200})?>|&(?:lt|gt|amp|nbsp|quot);|\\[\\`*_{}[\]()#+\-.!|<>~]/gi;
/** What can't follow an opening `**`: in 张**、李** the stars stand for something left out. */
const AFTER_STARS = /[\s，。；：、）)》”]/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': ' ',
  '&quot;': '"',
};

/**
 * The pieces of `text` between `start` and `end`. In plain text (`markdown` false) `\` is itself; pairs of `**` and tags
 * are taken off in both, since text taken out of published files carries them.
 */
export function readPieces(
  text: string,
  start: number,
  end: number,
  markdown: boolean,
): TextPiece[] {
  const line = text.slice(start, end);
  if (!/[*<&\\]/.test(line)) return trimPieces([{ start, end, text: line }]);
  const pieces: TextPiece[] = [];
  let from = 0;
  let open = false;
  for (const match of line.matchAll(MARK)) {
    const mark = match[0];
    const after = match.index + mark.length;
    if (mark.startsWith('\\') && !markdown) continue;
    if (mark === '**') {
      if (!open && !(line.includes('**', after + 1) && !AFTER_STARS.test(line.charAt(after))))
        continue;
      open = !open;
    }
    if (match.index > from) {
      pieces.push({
        start: start + from,
        end: start + match.index,
        text: line.slice(from, match.index),
      });
    }
    from = mark.startsWith('\\') ? match.index + 1 : after;
    const character = /^<(?:br|p|div)[\s/>]/i.test(mark) ? '\n' : ENTITIES[mark.toLowerCase()];
    if (character !== undefined) {
      pieces.push({ start: start + match.index, end: start + after, text: character });
    }
  }
  if (from < line.length) pieces.push({ start: start + from, end, text: line.slice(from) });
  return trimPieces(pieces);
}

/** Without blanks and line breaks at either end. */
export function trimPieces(pieces: readonly TextPiece[]): TextPiece[] {
  let first = 0;
  let last = pieces.length;
  while (first < last && isAllBlank(pieces[first])) first += 1;
  while (last > first && isAllBlank(pieces[last - 1])) last -= 1;
  const kept = pieces.slice(first, last);
  const head = kept[0];
  if (head !== undefined) kept[0] = trimStart(head);
  const tail = kept.at(-1);
  if (tail !== undefined) kept[kept.length - 1] = trimEnd(tail);
  return kept;
}

function isAllBlank(piece: TextPiece | undefined): boolean {
  if (piece === undefined) return false;
  for (const character of piece.text) if (!isBlank(character)) return false;
  return true;
}

function trimStart(piece: TextPiece): TextPiece {
  let count = 0;
  while (isBlank(piece.text.charAt(count))) count += 1;
  return count === 0 ? piece : slicePiece(piece, count, piece.text.length);
}

function trimEnd(piece: TextPiece): TextPiece {
  let count = piece.text.length;
  while (isBlank(piece.text.charAt(count - 1))) count -= 1;
  return count === piece.text.length ? piece : slicePiece(piece, 0, count);
}

function slicePiece(piece: TextPiece, from: number, to: number): TextPiece {
  if (piece.end - piece.start !== piece.text.length) return piece;
  return { start: piece.start + from, end: piece.start + to, text: piece.text.slice(from, to) };
}

export function textOf(pieces: readonly TextPiece[]): string {
  const only = pieces[0];
  if (only === undefined) return '';
  if (pieces.length === 1) return only.text;
  let text = '';
  for (const piece of pieces) text += piece.text;
  return text;
}

/** The part of the pieces that is `from` to `to` of their joined text. */
export function slicePieces(
  pieces: readonly TextPiece[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): TextPiece[] {
  const parts: TextPiece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, piece.text.length);
    if (start < end) {
      const whole = start === 0 && end === piece.text.length;
      parts.push(whole ? piece : slicePiece(piece, start, end));
    }
    offset += piece.text.length;
  }
  return parts;
}
