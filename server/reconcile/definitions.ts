/** Names given with 设: what each stands for, and which of them go round in a circle. */
import type { DefinitionLine, Expression } from '../../grammar/syntax-tree.ts';
import { keptWith } from '../report/kept-with.ts';
import type { Report } from '../report/model.ts';

export interface Definitions {
  /** The first definition of each name. */
  readonly byName: ReadonlyMap<string, DefinitionLine>;
  /** Definitions of a name that is already given. */
  readonly repeated: readonly DefinitionLine[];
  /** Names that stand for themselves in the end, each with the way round: 甲 → 乙 → 甲. */
  readonly cycles: ReadonlyMap<string, readonly string[]>;
}

/** The definitions of a report, read once. */
export const definitionsOf: (report: Report) => Definitions = keptWith(({ tree }) =>
  readDefinitions(tree.definitions),
);

function readDefinitions(lines: readonly DefinitionLine[]): Definitions {
  const byName = new Map<string, DefinitionLine>();
  const repeated: DefinitionLine[] = [];
  for (const line of lines) {
    if (byName.has(line.name.value)) repeated.push(line);
    else byName.set(line.name.value, line);
  }
  return { byName, repeated, cycles: findCycles(byName) };
}

function findCycles(byName: ReadonlyMap<string, DefinitionLine>): Map<string, readonly string[]> {
  const uses = new Map<string, readonly string[]>();
  for (const [name, { expression }] of byName) {
    const names = expression === undefined ? [] : namesIn(expression);
    uses.set(
      name,
      names.filter((other) => byName.has(other)),
    );
  }
  return cyclesOf(uses);
}

/**
 * Of things that use others, those that use themselves in the end, each with the way round: strongly connected (Tarjan),
 * without recursion, since a chain may be as long as the file.
 */
export function cyclesOf(
  uses: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles = new Map<string, readonly string[]>();
  for (const start of uses.keys()) {
    if (order.has(start)) continue;
    const work: { name: string; next: number }[] = [{ name: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1] as { name: string; next: number };
      const { name } = frame;
      if (frame.next === 0) {
        order.set(name, order.size);
        low.set(name, order.get(name) as number);
        stack.push(name);
        onStack.add(name);
      }
      const other = uses.get(name)?.[frame.next++];
      if (other !== undefined) {
        if (!order.has(other)) work.push({ name: other, next: 0 });
        else if (onStack.has(other)) lower(low, name, order.get(other) as number);
        continue;
      }
      work.pop();
      const above = work[work.length - 1];
      if (above !== undefined) lower(low, above.name, low.get(name) as number);
      if (low.get(name) !== order.get(name)) continue;
      const members = stack.splice(stack.lastIndexOf(name));
      for (const member of members) onStack.delete(member);
      if (members.length > 1 || uses.get(name)?.includes(name)) {
        const way = [...members, name];
        for (const member of members) cycles.set(member, way);
      }
    }
  }
  return cycles;
}

function lower(low: Map<string, number>, name: string, order: number): void {
  if (order < (low.get(name) as number)) low.set(name, order);
}

/** Names that an expression mentions, in order of place. */
export function namesIn(expression: Expression): string[] {
  const names: string[] = [];
  walk(expression, (part) => {
    if (part.kind === 'name') names.push(part.name);
  });
  return names;
}

/** Visits an expression and its parts, with whether they stand inside 合计 or 个数. Nesting is bounded by the parser. */
export function walk(
  expression: Expression,
  visit: (part: Expression, summed: boolean) => void,
  summed = false,
): void {
  visit(expression, summed);
  switch (expression.kind) {
    case 'sum':
      for (const { operand } of expression.terms) walk(operand, visit, summed);
      return;
    case 'product':
      for (const { operand } of expression.factors) walk(operand, visit, summed);
      return;
    case 'negation':
      walk(expression.operand, visit, summed);
      return;
    case 'group':
      walk(expression.inner, visit, summed);
      return;
    case 'call': {
      const inside = summed || expression.name.value === '合计' || expression.name.value === '个数';
      for (const parameter of expression.parameters) walk(parameter, visit, inside);
      return;
    }
    default:
      return;
  }
}
