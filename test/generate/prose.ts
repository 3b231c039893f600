/**
 * Prose with the figures in it marked: what each of them says, so that a test can make one wrong. A wording is a template
 * with slots in braces; what fills a slot is text or prose.
 */

/** What a figure of a sentence claims, and so what a wrong one must come into conflict with. */
export type ClaimKind =
  /** Stands in a table. */
  | 'table'
  /** The budget that a rate of completion divides by. */
  | 'budget'
  | 'share'
  | 'completion'
  /** A change beside its rate. */
  | 'change'
  | 'rate'
  /** A whole that stands beside its parts, and a part beside the others. */
  | 'sum'
  | 'count-sum';

export interface MarkedFigure {
  readonly start: number;
  readonly end: number;
  /** Undefined: nothing in the report can prove it wrong. */
  readonly kind: ClaimKind | undefined;
}

export interface Prose {
  readonly text: string;
  readonly figures: readonly MarkedFigure[];
}

export type Slots = Readonly<Record<string, string | Prose>>;

export function plain(text: string): Prose {
  return { text, figures: [] };
}

export function figure(text: string, kind: ClaimKind | undefined): Prose {
  // A zero has no digit that could be a wrong one.
  const proven = /[1-9]/.test(text) ? kind : undefined;
  return { text, figures: text === '' ? [] : [{ start: 0, end: text.length, kind: proven }] };
}

export function concat(parts: readonly Prose[], separator = ''): Prose {
  let text = '';
  const figures: MarkedFigure[] = [];
  parts.forEach((part, index) => {
    if (index > 0) text += separator;
    for (const { start, end, kind } of part.figures) {
      figures.push({ start: start + text.length, end: end + text.length, kind });
    }
    text += part.text;
  });
  return { text, figures };
}

/** `{year}年度收入合计{total}。` */
export function fill(template: string, slots: Slots): Prose {
  const parts = template.split(/\{(\w+)\}/).map((piece, index): Prose => {
    if (index % 2 === 0) return plain(piece);
    const slot = slots[piece];
    if (slot === undefined) throw new Error(`No slot ${piece} for ${template}`);
    return typeof slot === 'string' ? plain(slot) : slot;
  });
  return concat(parts);
}
