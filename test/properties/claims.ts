/** Figures of generated prose where they stand in the text, and texts with one of them wrong. */
import type { Generated } from '../generate/generate.ts';
import { partsOf } from '../generate/narrative.ts';
import type { ClaimKind } from '../generate/prose.ts';

export interface PlacedFigure {
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind | undefined;
}

/** Every figure of the thirteen sections, in order. */
export function placedFigures({ gouji, sheet }: Generated): PlacedFigure[] {
  const figures: PlacedFigure[] = [];
  let from = gouji.indexOf('# 第三部分');
  for (const part of partsOf(sheet)) {
    if (part.kind !== 'paragraph' || part.figures.length === 0) continue;
    const at = gouji.indexOf(`\n${part.text}\n`, from) + 1;
    if (at === 0) throw new Error(`Not in the text: ${part.text}`);
    from = at + part.text.length;
    for (const { start, end, kind } of part.figures) {
      figures.push({ start: start + at, end: end + at, kind });
    }
  }
  return figures;
}

/** The text with the first digit of a figure another one that is not zero: wrong beyond all rounding. */
export function withWrongDigit(text: string, { start, end }: PlacedFigure): string {
  const printed = text.slice(start, end);
  const wrong = printed.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1));
  return text.slice(0, start) + wrong + text.slice(end);
}
