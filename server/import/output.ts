/** The source as it is written, and where each stretch of it came from. */
import type { SourceStretch, TextPiece } from './block.ts';
import type { Fragment } from './fragments.ts';

/** Where a fragment stands decides which characters need a `\` before them. */
export type Place = 'prose' | 'cell';

export class Output {
  #text = '';
  readonly #stretches: SourceStretch[] = [];

  get length(): number {
    return this.#text.length;
  }

  get text(): string {
    return this.#text;
  }

  get stretches(): readonly SourceStretch[] {
    return this.#stretches;
  }

  /** The importer's own text. */
  own(text: string): void {
    this.#text += text;
  }

  /** The place of the original where nothing stands and something would (an empty cell). */
  mark(original: number): void {
    this.#stretches.push({
      start: this.length,
      end: this.length,
      originalStart: original,
      originalEnd: original,
    });
  }

  fragments(fragments: readonly Fragment[], place: Place): void {
    const opening = place === 'prose' ? bindingLike(fragments) : undefined;
    let offset = 0;
    for (const fragment of fragments) {
      if (typeof fragment === 'string') this.own(fragment);
      else this.#piece(fragment, place, opening, offset);
      offset += typeof fragment === 'string' ? fragment.length : fragment.text.length;
    }
  }

  #piece(
    piece: TextPiece,
    place: Place,
    opening: ReadonlySet<number> | undefined,
    offset: number,
  ): void {
    const { text } = piece;
    if (text === '\n' || piece.end - piece.start !== text.length) {
      this.#converted(place === 'cell' && text === '\n' ? '<br>' : text.replace('\n', ' '), piece);
      return;
    }
    let from = 0;
    const until = (index: number): void => {
      if (index > from)
        this.#stretch(text.slice(from, index), piece.start + from, piece.start + index);
      from = index;
    };
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charAt(index);
      if (character === '\t') {
        until(index);
        this.own(' ');
        from = index + 1;
      } else if (needsEscape(character, place, opening?.has(offset + index) === true)) {
        until(index);
        this.own('\\');
      }
    }
    until(text.length);
  }

  #converted(written: string, piece: TextPiece): void {
    const start = this.length;
    this.#text += written;
    this.#stretches.push({
      start,
      end: this.length,
      originalStart: piece.start,
      originalEnd: piece.end,
    });
  }

  #stretch(written: string, originalStart: number, originalEnd: number): void {
    const start = this.length;
    this.#text += written;
    const last = this.#stretches.at(-1);
    if (
      last !== undefined &&
      last.end === start &&
      last.originalEnd === originalStart &&
      last.end - last.start === last.originalEnd - last.originalStart &&
      last.end > last.start
    ) {
      this.#stretches[this.#stretches.length - 1] = { ...last, end: this.length, originalEnd };
      return;
    }
    this.#stretches.push({ start, end: this.length, originalStart, originalEnd });
  }
}

function needsEscape(character: string, place: Place, opensBinding: boolean): boolean {
  if (character === '\\' || character === '＼') return true;
  return place === 'cell' ? character === '|' || character === '｜' : opensBinding;
}

const BINDING = /[[［【][^[\]［］【】]*[\]］】][(（]/g;

/** Offsets of brackets that the language could take for a binding: `[12](见附表)`. */
function bindingLike(fragments: readonly Fragment[]): ReadonlySet<number> | undefined {
  let text = '';
  for (const fragment of fragments) text += typeof fragment === 'string' ? fragment : fragment.text;
  if (!/[[［【]/.test(text)) return undefined;
  const offsets = new Set<number>();
  for (const match of text.matchAll(BINDING)) offsets.add(match.index);
  return offsets;
}
