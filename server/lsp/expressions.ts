/** The expressions of a tree: those of a line, all of them, and what stands at an offset in one. */
import type {
  DefinitionLine,
  Expression,
  Line,
  NameReference,
  Piece,
  Range,
  Reference,
  SyntaxTree,
} from '../../grammar/syntax-tree.ts';
import { walk } from '../reconcile/definitions.ts';

/** The expressions that stand on a line, in order of place. */
export function expressionsOf(line: Line): readonly Expression[] {
  switch (line.kind) {
    case 'definition':
      return line.expression === undefined ? [] : [line.expression];
    case 'assertion':
      return [line.left, line.right, line.tolerance].filter((one) => one !== undefined);
    case 'prose':
      return line.bindings.flatMap(({ expression }) => expression ?? []);
    default:
      return [];
  }
}

/** Every expression of a tree with its line, in order of place. */
export function* everyExpression({ lines }: SyntaxTree): Iterable<readonly [Expression, Line]> {
  for (const line of lines) for (const one of expressionsOf(line)) yield [one, line];
}

/** A part of an expression that is worth asking about. */
export type ExpressionPart =
  | { readonly kind: 'reference'; readonly reference: Reference; readonly summed: boolean }
  | { readonly kind: 'name'; readonly name: NameReference; readonly summed: boolean }
  | { readonly kind: 'function'; readonly name: Piece; readonly call: Expression };

/** The smallest part of the expressions at an offset; the end of a part still belongs to it. */
export function partAt(
  expressions: readonly Expression[],
  offset: number,
): ExpressionPart | undefined {
  let found: ExpressionPart | undefined;
  for (const expression of expressions) {
    if (!holds(expression, offset)) continue;
    walk(expression, (part, summed) => {
      if (part.kind === 'reference' && holds(part, offset)) {
        found = { kind: 'reference', reference: part, summed };
      } else if (part.kind === 'name' && holds(part, offset)) {
        found = { kind: 'name', name: part, summed };
      } else if (part.kind === 'call' && holds(part.name, offset)) {
        found = { kind: 'function', name: part.name, call: part };
      }
    });
  }
  return found;
}

/** True at the start, inside and at the end of a range. */
export function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Uses of a name given with 设, in order of place. */
export function usesOfName(tree: SyntaxTree, name: string): readonly NameReference[] {
  const uses: NameReference[] = [];
  for (const [expression] of everyExpression(tree)) {
    walk(expression, (part) => {
      if (part.kind === 'name' && part.name === name) uses.push(part);
    });
  }
  return uses;
}

export function definitionsNamed(tree: SyntaxTree, name: string): readonly DefinitionLine[] {
  return tree.definitions.filter((definition) => definition.name.value === name);
}
