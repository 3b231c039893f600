import { isBlank, trimEnd } from './characters.ts';
import { readTableStart } from './plain-lines.ts';
import { holdsReference } from './statements.ts';
import type { Piece, Range, Vocabulary } from './syntax-tree.ts';
import type { TableAhead } from './table-ahead.ts';
import { bracketedUnit } from './table-fields.ts';
import { dropBlanks, foldWidth } from './width.ts';

/** What a line says that begins a table. */
export interface TableStart {
  readonly name: Piece;
  readonly instance: Piece | undefined;
  readonly unit: Piece | undefined;
  readonly form: string | undefined;
  readonly attachment: boolean;
  /** True where the line gives a form's number and no name. */
  readonly numberOnly: boolean;
}

/** Longer lines are sentences. */
const LONGEST_NAME = 80;

const NUMBER_ALONE = /^公开\d+(?:-\d+)?表$/;

/** `表 公开05表 （单位：元）`. Gives 'broken' for a line that plainly means a table of a form and is not one. */
export function readMarkedStart(
  text: string,
  start: number,
  end: number,
  line: number,
  vocabulary: Vocabulary,
  ahead: TableAhead,
): TableStart | 'broken' | undefined {
  const parts = readTableStart(text, start, end);
  if (!parts.marked || parts.title.start >= parts.title.end) return undefined;
  const known = knownStart(text, parts.title, parts.unit, vocabulary);
  if (known) return known;
  if (parts.title.end - parts.title.start <= LONGEST_NAME) {
    const title = text.slice(parts.title.start, parts.title.end);
    if (!/[，。；！？]|[:：]$/.test(title) && ahead.reachesRow(line + 1)) {
      return {
        name: { value: title, ...parts.title },
        instance: undefined,
        unit: unitPiece(text, parts.unit),
        form: undefined,
        attachment: false,
        numberOnly: false,
      };
    }
  }
  const folded = foldWidth(text.slice(parts.title.start, parts.title.end));
  return holdsReference(folded, vocabulary) ? 'broken' : undefined;
}

/** A line that is just the name or number of a form or attachment. Whether rows follow is for the caller to ask. */
export function readBareStart(
  text: string,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): TableStart | undefined {
  if (end - start > LONGEST_NAME) return undefined;
  const last = text.charAt(end - 1);
  if (last === '表') return bareStart(text, { start, end }, undefined, vocabulary);
  if (last !== '）' && last !== ')') return undefined;
  const parts = readTableStart(text, start, end);
  if (!parts.unit || parts.marked) return undefined;
  return bareStart(text, parts.title, parts.unit, vocabulary);
}

function bareStart(
  text: string,
  title: Range,
  unit: Range | undefined,
  vocabulary: Vocabulary,
): TableStart | undefined {
  const start = knownStart(text, title, unit, vocabulary);
  return start?.instance ? undefined : start;
}

function knownStart(
  text: string,
  title: Range,
  unit: Range | undefined,
  vocabulary: Vocabulary,
): TableStart | undefined {
  const written = text.slice(title.start, title.end);
  const folded = foldWidth(written);
  const plain = dropBlanks(folded);
  const prefix = vocabulary.attachmentPrefix(folded);
  const form = vocabulary.formKey(plain);
  if (prefix !== undefined) {
    const prefixEnd = title.start + lengthOf(folded, dropBlanks(prefix).length);
    const rest = trimmed(text, prefixEnd, title.end);
    // The name of a form may begin with the name of an attachment.
    if (form === undefined || rest.start === rest.end) {
      return {
        name: trimmed(text, title.start, prefixEnd),
        instance: rest.start < rest.end ? rest : undefined,
        unit: unitPiece(text, unit),
        form: form ?? vocabulary.formKey(dropBlanks(prefix)),
        attachment: true,
        numberOnly: false,
      };
    }
  }
  if (form === undefined) return undefined;
  return {
    name: { value: written, ...title },
    instance: undefined,
    unit: unitPiece(text, unit),
    form,
    attachment: false,
    numberOnly: NUMBER_ALONE.test(plain),
  };
}

/** Length of the part of the text that holds its first `count` characters other than blanks. */
function lengthOf(text: string, count: number): number {
  let seen = 0;
  let at = 0;
  while (at < text.length && seen < count) if (!isBlank(text.charCodeAt(at++))) seen++;
  return at;
}

function trimmed(text: string, from: number, to: number): Piece {
  let start = from;
  while (start < to && isBlank(text.charCodeAt(start))) start++;
  const end = trimEnd(text, start, to);
  return { value: text.slice(start, end), start, end };
}

function unitPiece(text: string, bracket: Range | undefined): Piece | undefined {
  if (!bracket) return undefined;
  const { value, valueRange } = bracketedUnit(text, bracket);
  return { value, ...valueRange };
}
