/**
 * The tokens of a squeezed paragraph. Where a character begins none of them nothing is tried; elsewhere only the tokens
 * that can begin with it. Everything between two tokens is one `Text`.
 */
import type { IToken, TokenType } from 'chevrotain';
import { CLAIM_TOKENS, Plain, Text } from './claim-tokens.ts';
import { firstCharacters, type Match, matcher } from './token-pattern.ts';

/** A token of a squeezed paragraph. Its characters are cut out when they are asked for: of most tokens nobody does. */
export class ClaimToken implements IToken {
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  readonly startOffset: number;
  /** Offset behind it. */
  readonly end: number;
  readonly #text: string;

  constructor(tokenType: TokenType, text: string, start: number, end: number) {
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx as number;
    this.startOffset = start;
    this.end = end;
    this.#text = text;
  }

  get image(): string {
    return this.#text.slice(this.startOffset, this.end);
  }
}

interface Candidate {
  readonly type: TokenType;
  readonly match: Match;
}

/** Candidates by first character, and at each character the place of its list; 0 where it begins no token. */
interface Dispatch {
  readonly places: Uint16Array;
  readonly candidates: readonly (readonly Candidate[])[];
}

let dispatch: Dispatch | undefined;

function makeDispatch(): Dispatch {
  const places = new Uint16Array(0x10000);
  const candidates: Candidate[][] = [[]];
  for (const { type, pattern } of CLAIM_TOKENS) {
    const candidate = { type, match: matcher(pattern) };
    for (const first of firstCharacters(pattern)) {
      const code = first.charCodeAt(0);
      const place = places[code] as number;
      if (place > 0) candidates[place]?.push(candidate);
      else {
        places[code] = candidates.length;
        candidates.push([candidate]);
      }
    }
  }
  return { places, candidates };
}

export function scanClaims(text: string): ClaimToken[] {
  dispatch ??= makeDispatch();
  const { places, candidates } = dispatch;
  const tokens: ClaimToken[] = [];
  const { length } = text;
  /** Where the text begins that no token has taken yet. */
  let from = 0;
  let at = 0;
  while (at < length) {
    const place = places[text.charCodeAt(at)] as number;
    if (place === 0) {
      at += 1;
      continue;
    }
    let end = -1;
    for (const { type, match } of candidates[place] as readonly Candidate[]) {
      end = match(text, at);
      if (end < 0) continue;
      if (type !== Plain) {
        if (from < at) tokens.push(new ClaimToken(Text, text, from, at));
        tokens.push(new ClaimToken(type, text, at, end));
        from = end;
      }
      break;
    }
    at = end < 0 ? at + 1 : end;
  }
  if (from < length) tokens.push(new ClaimToken(Text, text, from, length));
  return tokens;
}
