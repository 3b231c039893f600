/**
 * Cells that hold a lone `=`: what the identities, and the author's own assertions, say that they hold. An answer may be
 * what the next one follows from; answers that wait for each other are a circle and have no value.
 */
import type { AssertionLine, Expression } from '../../grammar/syntax-tree.ts';
import type { Figure } from '../report/figure.ts';
import { keptWith } from '../report/kept-with.ts';
import type { Cell, Report } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { impliedFigure, unitExponent } from './amount.ts';
import { type AskedAnswer, answerFrom, answerIdentities } from './asked-identities.ts';
import { assertionConstraint } from './assertion-constraint.ts';
import type { Outcome, Term } from './constraint.ts';
import { cyclesOf, definitionsOf, namesIn } from './definitions.ts';
import { type Dimension, dimensionOf, type Value } from './dimension.ts';
import { Environment, type Instance } from './environment.ts';
import { Evaluator } from './expression-value.ts';
import { roundedUnits } from './fraction.ts';
import { pointOf } from './linear-fraction.ts';
import { isTrouble } from './trouble.ts';

export interface AskedAnswers {
  readonly answers: ReadonlyMap<Cell, AskedAnswer>;
  /** The same as figures. */
  readonly figures: ReadonlyMap<Cell, Figure>;
  /** Cells and names that wait for each other, each with the way round in words. */
  readonly cycles: readonly AskedCycle[];
}

export interface AskedCycle {
  /** The cell that asks, or the name given with 设. */
  readonly member: Cell | string;
  readonly way: readonly string[];
}

const NOTHING: AskedAnswers = { answers: new Map(), figures: new Map(), cycles: [] };

/** @param outcomes of the identities; those of assertions are left out of account, and worked out here */
export function askedAnswers(
  scope: ReferenceScope & { readonly outcomes: readonly Outcome[] },
): AskedAnswers {
  return answersOf(scope.report, scope);
}

const answersOf = keptWith(
  (
    report: Report,
    scope: ReferenceScope & { readonly outcomes: readonly Outcome[] },
  ): AskedAnswers =>
    asksForAnything(report) ? new Answering(scope, identitiesOf(scope)).run() : NOTHING,
);

function identitiesOf({ outcomes }: { readonly outcomes: readonly Outcome[] }): Outcome[] {
  return outcomes.filter(({ constraint }) => 'identity' in constraint.origin);
}

export function asksForAnything({ tables }: Report): boolean {
  return tables.some(({ panels }) => panels.some(({ asks }) => asks));
}

/** An assertion in one row and column, with the cells that it asks for. */
interface Asking {
  readonly line: AssertionLine;
  readonly instance: Instance;
  readonly left: Expression;
  readonly right: Expression;
}

/** More than any author writes; beyond, an assertion answers nothing. */
const MOST_ASKING = 10_000;

class Answering {
  readonly #environment: Environment;
  readonly #identities: readonly Outcome[];
  readonly #answers = new Map<Cell, AskedAnswer>();
  readonly #figures = new Map<Cell, Figure>();

  constructor(scope: ReferenceScope, identities: readonly Outcome[]) {
    this.#environment = new Environment(scope, this.#figures);
    this.#identities = identities;
  }

  run(): AskedAnswers {
    let asking = this.#asking();
    for (let before = -1; before < this.#answers.size; ) {
      before = this.#answers.size;
      for (const [cell, answer] of answerIdentities(this.#identities, this.#figures)) {
        this.#put(cell, answer);
      }
      asking = asking.filter((one) => !this.#answer(one));
    }
    return { answers: this.#answers, figures: this.#figures, cycles: this.#cycles(asking) };
  }

  #put(cell: Cell, answer: AskedAnswer): void {
    this.#answers.set(cell, answer);
    this.#figures.set(cell, impliedFigure(answer.units, answer.decimals, answer.term.column.unit));
  }

  /** The equations that speak of a cell that asks. */
  #asking(): Asking[] {
    const found: Asking[] = [];
    for (const line of this.#environment.scope.report.tree.assertions) {
      const { left, right, relation } = line;
      if (left === undefined || right === undefined || relation !== '=') continue;
      const sides = [left, right];
      if (this.#environment.troubles(sides).length > 0) continue;
      for (const instance of this.#environment.instances(sides)) {
        if (found.length >= MOST_ASKING) return found;
        if (sides.some((side) => this.#asked(side, instance).length > 0)) {
          found.push({ line, instance, left, right });
        }
      }
    }
    return found;
  }

  /** Cells without an answer that an expression reads, names followed. */
  #asked(expression: Expression, instance: Instance): Cell[] {
    const cells: Cell[] = [];
    this.#environment.references([expression], (reference, summed) => {
      const terms = this.#environment.terms(reference, summed, instance);
      if (isTrouble(terms)) return;
      for (const { cell, report } of terms) {
        if (cell?.reading.kind !== 'asked' || report !== undefined) continue;
        if (!this.#answers.has(cell)) cells.push(cell);
      }
    });
    return cells;
  }

  /** Whether an equation is done with: it lacks nothing, or what it lacked is known now. */
  #answer({ line, instance, left, right }: Asking): boolean {
    const open = [...this.#asked(left, instance), ...this.#asked(right, instance)];
    const [cell] = open;
    if (cell === undefined) return true;
    if (open.some((other) => other !== cell)) return false;
    const answer =
      this.#fromSide(left, right, instance, line) ??
      this.#fromSide(right, left, instance, line) ??
      this.#fromSum(line, instance, cell);
    if (answer === undefined) return false;
    this.#put(cell, answer);
    return true;
  }

  /** The cell stands alone on one side, and the other side has a value. */
  #fromSide(
    side: Expression,
    other: Expression,
    instance: Instance,
    line: AssertionLine,
  ): AskedAnswer | undefined {
    const term = this.#alone(side, instance);
    if (term === undefined) return undefined;
    const evaluator = new Evaluator(this.#environment, instance);
    const value = evaluator.value(other);
    if (isTrouble(value)) return undefined;
    const printed = printedIn(term, value, this.#environment.scope.report.header.unit);
    return printed && { ...printed, term, origin: { assertion: line, places: evaluator.places } };
  }

  #fromSum(line: AssertionLine, instance: Instance, cell: Cell): AskedAnswer | undefined {
    const constraint = assertionConstraint(line, this.#environment, instance);
    const term = [...(constraint?.left ?? []), ...(constraint?.right ?? [])].find(
      (one) => one.cell === cell,
    );
    return constraint && term && answerFrom(constraint, term, this.#figures);
  }

  /** The cell without an answer that is all of a side. */
  #alone(side: Expression, instance: Instance): Term | undefined {
    if (side.kind === 'group') return this.#alone(side.inner, instance);
    if (side.kind !== 'reference') return undefined;
    const terms = this.#environment.terms(side, false, instance);
    const [only] = isTrouble(terms) ? [] : terms;
    const { cell, report } = only ?? {};
    return cell?.reading.kind === 'asked' && report === undefined && !this.#answers.has(cell)
      ? only
      : undefined;
  }

  #cycles(left: readonly Asking[]): AskedCycle[] {
    const uses = new Map<string, string[]>();
    const members = new Map<string, Cell | string>();
    for (const asking of left) {
      for (const [side, other] of [
        [asking.left, asking.right],
        [asking.right, asking.left],
      ] as const) {
        const term = this.#alone(side, asking.instance);
        if (term?.cell === undefined) continue;
        const key = term.expression;
        members.set(key, term.cell);
        const needed = uses.get(key) ?? [];
        uses.set(key, needed);
        needed.push(...this.#needs(other, asking.instance));
        // What it needs through names, so that these are members too.
        for (const name of namesIn(other)) this.#nameNeeds(name, asking.instance, uses, members);
      }
    }
    const cycles = cyclesOf(uses);
    return [...cycles].flatMap(([key, way]) => {
      const member = members.get(key);
      return member === undefined ? [] : [{ member, way }];
    });
  }

  /** The cells and names that an expression itself speaks of. */
  #needs(expression: Expression, instance: Instance): string[] {
    const names = namesIn(expression);
    const needed = names.map((name) => `设 ${name}`);
    this.#environment.ownReferences(expression, (reference, summed) => {
      const terms = this.#environment.terms(reference, summed, instance);
      if (isTrouble(terms)) return;
      for (const term of terms) {
        if (term.cell?.reading.kind === 'asked') needed.push(term.expression);
      }
    });
    return needed;
  }

  #nameNeeds(
    name: string,
    instance: Instance,
    uses: Map<string, string[]>,
    members: Map<string, Cell | string>,
  ): void {
    const { byName } = definitionsOf(this.#environment.scope.report);
    const queue = [name];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const key = `设 ${next}`;
      const expression = byName.get(next)?.expression;
      if (uses.has(key) || expression === undefined) continue;
      members.set(key, next);
      uses.set(key, this.#needs(expression, instance));
      queue.push(...namesIn(expression));
    }
  }
}

/** A value as a cell of a column prints it; undefined where it counts something else. */
function printedIn(
  { column, row }: Term,
  { number, dimension }: Value,
  header: string,
): { readonly units: number; readonly decimals: number } | undefined {
  const own: Dimension = dimensionOf(column.unit);
  const isAlike = own === dimension || own === 'bare' || dimension === 'bare';
  if (!isAlike) return undefined;
  // A bare number among amounts is in the report's unit; a rate in a column without unit is a bare number.
  const bare = dimension === 'bare' && own === '元' ? unitExponent(header) : 0;
  const exponent = unitExponent(column.unit) - bare;
  const point = pointOf(number);
  // As finely as what stands beside it: 2.40 before 2.50.
  const usual = Math.max(column.decimals, ...(row?.cells ?? []).map(decimalsOf));
  const most = Math.max(usual, 2);
  for (let decimals = usual; decimals <= most; decimals++) {
    const units = roundedUnits(point, decimals - exponent);
    const size = Number(units);
    if (!Number.isSafeInteger(size)) return undefined;
    // No more decimals than it takes.
    if (decimals === most || isExact(point, units, decimals - exponent)) {
      return { units: size, decimals };
    }
  }
  return undefined;
}

function decimalsOf(cell: Cell | undefined): number {
  return cell?.reading.kind === 'figure' ? cell.reading.figure.decimals : 0;
}

function isExact(
  { over, under }: { readonly over: bigint; readonly under: bigint },
  units: bigint,
  decimals: number,
): boolean {
  return decimals >= 0
    ? over * 10n ** BigInt(decimals) === units * under
    : over === units * under * 10n ** BigInt(-decimals);
}
