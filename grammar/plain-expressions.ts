/**
 * References, sums of them and comparisons written as the profiles write theirs: `公开03表[合计].基本支出`,
 * `基本支出 = 人员经费 + 公用经费`. They are read without readying the parser of expressions; its rules say the same and stay
 * the measure (a property of the tests).
 */
import { skipBlanks } from './characters.ts';
import type { AssertionReading } from './expression-parser.ts';
import { SCOPES } from './functions.ts';
import { readSelector } from './selector.ts';
import type { Expression, ReferenceStep, Relation, Sum } from './syntax-tree.ts';

const OPEN = 0x5b;
const DOT = 0x2e;
const STAR = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;

/**
 * Undefined where the text holds more than names of Han characters, letters and digits, `.`, `*`, selectors, `+`, `-` and
 * blanks between them.
 */
export function readPlainExpression(text: string): Expression | undefined {
  const expression = readSum(text, 0);
  return expression && skipBlanks(text, expression.end, text.length) === text.length
    ? expression
    : undefined;
}

/** Two plain expressions with `=`, `≤` or `≥` between them, and nothing after them. */
export function readPlainComparison(text: string): AssertionReading | undefined {
  const left = readSum(text, 0);
  if (left === undefined) return undefined;
  const at = skipBlanks(text, left.end, text.length);
  const relation = relationAt(text, at);
  const right = relation && readSum(text, at + 1);
  if (!right || skipBlanks(text, right.end, text.length) < text.length) return undefined;
  return { left, relation, right, tolerance: undefined, explanation: undefined, problems: [] };
}

function relationAt(text: string, at: number): Relation | undefined {
  const mark = text.charAt(at);
  return mark === '=' || mark === '≤' || mark === '≥' ? mark : undefined;
}

function readSum(text: string, start: number): Expression | undefined {
  const first = readOperand(text, skipBlanks(text, start, text.length));
  if (first === undefined) return undefined;
  const terms: Sum['terms'][number][] = [{ sign: 1, operand: first }];
  let { end } = first;
  for (;;) {
    const at = skipBlanks(text, end, text.length);
    const code = text.charCodeAt(at);
    if (code !== PLUS && code !== MINUS) break;
    const operand = readOperand(text, skipBlanks(text, at + 1, text.length));
    if (operand === undefined) return undefined;
    terms.push({ sign: code === PLUS ? 1 : -1, operand });
    end = operand.end;
  }
  return terms.length === 1 ? first : { kind: 'sum', terms, start: first.start, end };
}

function readOperand(text: string, start: number): Expression | undefined {
  const nameEnd = endOfName(text, start);
  if (nameEnd === start) return undefined;
  const name = text.slice(start, nameEnd);
  const steps: ReferenceStep[] = [];
  let end = nameEnd;
  for (let step = stepAt(text, end); step !== undefined; step = stepAt(text, end)) {
    steps.push(step);
    end = step.end;
  }
  const first = steps[0];
  if (first === undefined) return { kind: 'name', name, start, end };
  const scope = SCOPES.find((word) => word === name);
  if (scope && first.kind === 'member') {
    const table = { value: first.name, start: first.end - first.name.length, end: first.end };
    return { kind: 'reference', scope, table, steps: steps.slice(1), start, end };
  }
  const table = { value: name, start, end: nameEnd };
  return { kind: 'reference', scope: undefined, table, steps, start, end };
}

function stepAt(text: string, at: number): ReferenceStep | undefined {
  const code = text.charCodeAt(at);
  if (code === OPEN) {
    const close = closeAfter(text, at + 1);
    if (close <= at + 1) return undefined;
    const selector = readSelector(text.slice(at + 1, close));
    return { kind: 'bracket', selector, start: at, end: close + 1 };
  }
  if (code !== DOT) return undefined;
  const star = text.charCodeAt(at + 1) === STAR;
  const end = star ? at + 2 : endOfName(text, at + 1);
  if (end === at + 1) return undefined;
  return { kind: 'member', name: text.slice(at + 1, end), quoted: false, start: at, end };
}

/** The first closing bracket of any width; -1 where there is none. */
function closeAfter(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5d || code === 0x3011 || code === 0xff3d) return at;
  }
  return -1;
}

/** The end of the name that begins at `start`; `start` where none does. No name begins with a digit. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x30 && code <= 0x39;
    const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (!letter && !(digit && at > start) && (code < 0x4e00 || code > 0x9fff)) break;
    at += 1;
  }
  return at;
}
