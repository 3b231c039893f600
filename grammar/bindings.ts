import { skipBlanks, trimEnd } from './characters.ts';
import { FUNCTIONS, SCOPES } from './functions.ts';
import { isBlankText, readNumber } from './number.ts';
import { readLine } from './read-line.ts';
import type { Binding, Piece, SyntaxProblem, Vocabulary } from './syntax-tree.ts';
import { unitAt } from './units.ts';
import { dropBlanks, foldWidth } from './width.ts';

export interface BindingsOfLine {
  readonly bindings: readonly Binding[];
  readonly problems: readonly SyntaxProblem[];
}

/** Figures in brackets are short. */
const LONGEST_FIGURE = 40;

/**
 * The bindings of one prose line. `[…](…)` is one only if the square brackets hold a figure or nothing, and the round
 * ones 无 or an expression that begins with a known name; everything else is text.
 */
export function readBindings(
  text: string,
  start: number,
  end: number,
  names: ReadonlySet<string>,
  vocabulary: Vocabulary,
): BindingsOfLine {
  const line = foldWidth(text.slice(start, end)).replace(/【/g, '[').replace(/】/g, ']');
  const bindings: Binding[] = [];
  const problems: SyntaxProblem[] = [];
  const closing = matchRound(line);
  for (let open = line.indexOf('['); open >= 0; ) {
    const close = line.indexOf(']', open);
    if (close < 0) break;
    const inner = line.lastIndexOf('[', close);
    const from = inner > open ? inner : open;
    const round = skipBlanks(line, close + 1, line.length);
    const escaped = from > 0 && isEscaped(line, from);
    if (!escaped && line[round] === '(' && isFigure(line.slice(from + 1, close))) {
      const stop = closing[round] ?? -1;
      const target = line.slice(round + 1, stop < 0 ? line.length : stop);
      if (target.trim() === '无' || beginsWithKnownName(target, names, vocabulary)) {
        const binding = makeBinding(text, start, { from, close, round, stop, end: line.length });
        bindings.push(binding.binding);
        if (binding.problem) problems.push(binding.problem);
        open = line.indexOf('[', stop < 0 ? line.length : stop);
        continue;
      }
    }
    open = line.indexOf('[', close);
  }
  return { bindings, problems };
}

interface Marks {
  readonly from: number;
  readonly close: number;
  readonly round: number;
  /** Of the closing round bracket; -1 where it is missing. */
  readonly stop: number;
  readonly end: number;
}

function makeBinding(
  text: string,
  start: number,
  marks: Marks,
): { binding: Binding; problem: SyntaxProblem | undefined } {
  const target = {
    start: start + marks.round + 1,
    end: start + (marks.stop < 0 ? marks.end : marks.stop),
  };
  const end = marks.stop < 0 ? target.end : target.end + 1;
  const waived = text.slice(target.start, target.end).trim() === '无' && marks.stop >= 0;
  const figure = { start: start + marks.from + 1, end: start + marks.close };
  const place = { figure, target, start: start + marks.from, end };
  const unit = marks.stop < 0 ? undefined : unitAt(text, end, start + marks.end);
  const unitAfter: Piece | undefined =
    unit && unit.start === end ? { value: unit.word, start: unit.start, end: unit.end } : undefined;
  if (waived) {
    return { binding: { ...place, expression: undefined, waived, unitAfter }, problem: undefined };
  }
  if (marks.stop < 0) {
    const problem = {
      code: 'binding-unclosed',
      data: {},
      start: place.start,
      end: trimEnd(text, target.start, target.end),
    };
    return { binding: { ...place, expression: undefined, waived, unitAfter }, problem };
  }
  const read = readLine('expression', 'expression', text, target.start, target.end);
  return {
    binding: { ...place, expression: read.value, waived, unitAfter },
    problem: read.problem,
  };
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function isFigure(inside: string): boolean {
  if (inside.length > LONGEST_FIGURE) return false;
  if (isBlankText(inside)) return true;
  const { kind } = readNumber(inside);
  if (kind === 'number' || kind === 'malformed') return true;
  return /^\s*[-+]?[\d.,]+\s*\S{0,3}\s*[-—~至]\s*[\d.,]+\s*\S{0,3}\s*$/.test(inside);
}

const FIRST_NAME = /^[\s]*([^\s()[\].,+\-*/=<>≤≥≠"]+)\s*([([.]?)/;

function beginsWithKnownName(
  target: string,
  names: ReadonlySet<string>,
  vocabulary: Vocabulary,
): boolean {
  const found = FIRST_NAME.exec(target);
  const name = found?.[1];
  if (name === undefined) return false;
  const follows = found?.[2];
  if (follows === '(') return FUNCTIONS.has(name);
  if (follows === '.' && SCOPES.some((scope) => scope === name)) return true;
  if (names.has(name)) return true;
  const plain = dropBlanks(name);
  return vocabulary.formKey(plain) !== undefined || vocabulary.attachmentPrefix(plain) === plain;
}

/** For each `(` of the line the place of its `)`; -1 elsewhere. One pass, so that many open brackets cost nothing extra. */
function matchRound(line: string): readonly number[] {
  const closing: number[] = new Array(line.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const mark = line[at];
    if (mark === '(') open.push(at);
    else if (mark === ')') {
      const partner = open.pop();
      if (partner !== undefined) closing[partner] = at;
    }
  }
  return closing;
}
