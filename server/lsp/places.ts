/** Offsets to positions of the language server protocol and back; nothing else in this room does. */
import type { Position, Range as ProtocolRange } from 'vscode-languageserver';
import type { Range } from '../../grammar/syntax-tree.ts';
import { Positions } from '../project/positions.ts';

/**
 * The places of a text. The protocol counts lines and characters from 0, characters in UTF-16 code units, and a
 * byte-order mark that a client sends is a character like any other to that client.
 */
export class Places {
  readonly #positions: Positions;
  readonly #mark: 0 | 1;

  constructor(text: string) {
    this.#positions = new Positions(text);
    this.#mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  position(offset: number): Position {
    const { line, column } = this.#positions.at(offset);
    if (line > 1) return { line: line - 1, character: column - 1 };
    return { line: 0, character: offset < this.#mark ? 0 : column - 1 + this.#mark };
  }

  /** A character beyond the end of its line is taken to the end, a line beyond the text to the text's end. */
  offset({ line, character }: Position): number {
    if (line > 0) return this.#positions.offsetAt({ line: line + 1, column: character + 1 });
    if (character < this.#mark) return 0;
    return this.#positions.offsetAt({ line: 1, column: character + 1 - this.#mark });
  }

  range({ start, end }: Range): ProtocolRange {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The stretch between two positions; a range that is written backwards is turned round. */
  stretch({ start, end }: ProtocolRange): Range {
    const [from, to] = [this.offset(start), this.offset(end)];
    return from <= to ? { start: from, end: to } : { start: to, end: from };
  }
}
