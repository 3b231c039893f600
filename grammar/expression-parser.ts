import { readPlainComparison, readPlainExpression } from './plain-expressions.ts';
import { readLine } from './read-line.ts';
import type { Expression, Piece, Relation, SyntaxProblem } from './syntax-tree.ts';

/** An expression alone, as a form's identities are written. `expression` is undefined where `problems` says why. */
export function parseExpression(text: string): {
  expression: Expression | undefined;
  problems: readonly SyntaxProblem[];
} {
  const plain = readPlainExpression(text);
  if (plain !== undefined) return { expression: plain, problems: [] };
  const { value, problem } = readLine('expression', 'expression', text, 0, text.length);
  return { expression: value, problems: problem ? [problem] : [] };
}

/** What stands after 核对: `左 = 右 [容差 表达式] [“说明”]`. Ranges are relative to the text. */
export interface AssertionReading {
  readonly left: Expression | undefined;
  readonly relation: Relation | undefined;
  readonly right: Expression | undefined;
  readonly tolerance: Expression | undefined;
  readonly explanation: Piece | undefined;
  readonly problems: readonly SyntaxProblem[];
}

export function parseAssertion(text: string): AssertionReading {
  const plain = readPlainComparison(text);
  if (plain !== undefined) return plain;
  const { value, problem } = readLine('comparison', 'expression', text, 0, text.length);
  return {
    left: value?.left,
    relation: value?.relation,
    right: value?.right,
    tolerance: value?.tolerance,
    explanation: value?.explanation,
    problems: problem ? [problem] : [],
  };
}
