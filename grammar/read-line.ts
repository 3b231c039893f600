import { type IRecognitionException, type IToken, Lexer } from 'chevrotain';
import { DEEPEST_NESTING } from './functions.ts';
import { LineParser } from './line-parser.ts';
import type { SyntaxProblem } from './syntax-tree.ts';
import { CloseRound, Dot, definitionOf, type Mode, Name, OpenRound } from './tokens.ts';

/** A rule of the line parser that needs no parameters. */
type Rule = {
  [K in keyof LineParser]: LineParser[K] extends () => infer R
    ? R extends object | undefined
      ? K
      : never
    : never;
}[keyof LineParser];

export interface LineReading<T> {
  /** Undefined where the line could not be read. */
  readonly value: T | undefined;
  readonly problem: SyntaxProblem | undefined;
}

const lexers = new Map<Mode, Lexer>();
let parser: LineParser | undefined;

/** A lexer is made at the first line of its kind: what a report does not use it does not pay for. */
function lexerOf(mode: Mode): Lexer {
  let lexer = lexers.get(mode);
  if (!lexer) {
    lexer = new Lexer(definitionOf(mode), {
      positionTracking: 'onlyOffset',
      skipValidations: true,
    });
    lexers.set(mode, lexer);
  }
  return lexer;
}

function theParser(): LineParser {
  parser ??= new LineParser({ validate: false });
  return parser;
}

type Result<R extends Rule> = LineParser[R] extends () => infer T ? T : never;

/** Reads [start, end) of the text, which holds no line ending, by one rule. Ranges in the result are those of the text. */
export function readLine<R extends Rule>(
  rule: R,
  mode: Mode,
  text: string,
  start: number,
  end: number,
): LineReading<Result<R>> {
  const { tokens } = lexerOf(mode).tokenize(text.slice(start, end), mode);
  const deep = tooDeep(tokens);
  if (deep) {
    return {
      value: undefined,
      problem: {
        code: 'nesting',
        data: { most: String(DEEPEST_NESTING) },
        start: start + deep.startOffset,
        end: start + deep.startOffset + deep.image.length,
      },
    };
  }
  const line = theParser();
  line.base = start;
  line.input = tokens;
  const value = (line[rule] as () => Result<R>)();
  const error = line.errors[0];
  if (!error) return { value, problem: undefined };
  return { value: undefined, problem: problemOf(error, tokens, start, end) };
}

function tooDeep(tokens: readonly IToken[]): IToken | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === OpenRound) {
      if (++depth > DEEPEST_NESTING) return token;
    } else if (token.tokenType === CloseRound) depth--;
  }
  return undefined;
}

/** At the end of the line there is no token to point at: the problem then stands at the last one. */
function problemOf(
  error: IRecognitionException,
  tokens: readonly IToken[],
  start: number,
  end: number,
): SyntaxProblem {
  const found =
    Number.isInteger(error.token.startOffset) && error.token.image !== '' ? error.token : undefined;
  const place = found ?? tokens.at(-1);
  if (!place) return { code: 'nothing', data: {}, start, end };
  const from = start + place.startOffset;
  if (found && isUnquotedName(found, tokens)) {
    return { code: 'name-unquoted', data: {}, start: from, end: from + place.image.length };
  }
  return {
    code: found ? error.message : `${error.message}-at-end`,
    data: found ? { found: shortened(found.image) } : { after: shortened(place.image) },
    start: from,
    end: from + place.image.length,
  };
}

/** `.因公出国（境）费`: a bracket directly after a column's name, where the name wants quotation marks. */
function isUnquotedName(found: IToken, tokens: readonly IToken[]): boolean {
  if (found.tokenType !== OpenRound) return false;
  const at = tokens.indexOf(found);
  const name = tokens[at - 1];
  return (
    name?.tokenType === Name &&
    tokens[at - 2]?.tokenType === Dot &&
    name.startOffset + name.image.length === found.startOffset
  );
}

/** A message quotes a word, not half a page. */
function shortened(image: string): string {
  return image.length > 24 ? `${image.slice(0, 23)}…` : image;
}
