/** A set of facts with the values that they would have to print instead. */
import type { NarrativeFigure } from '../../claims/claim.ts';
import type { Cell } from '../../report/model.ts';
import type { Term } from '../constraint.ts';
import type { FigureValue } from '../quantity.ts';
import type { Supposed } from '../supposed.ts';
import type { Fact, FactValue } from './fact.ts';

/** One fact and the value that it would have to print. */
export interface Change {
  readonly fact: Fact;
  readonly value: FactValue;
}

export class Hypothesis implements Supposed {
  readonly changes: readonly Change[];
  readonly #cells = new Map<Cell, Term>();
  readonly #figures = new Map<NarrativeFigure, FigureValue>();
  readonly #facts = new Set<Fact>();

  constructor(changes: readonly Change[]) {
    this.changes = changes;
    for (const { fact, value } of changes) {
      this.#facts.add(fact);
      if (fact.kind === 'cell') this.#cells.set(fact.cell, fact.termWith(value));
      else this.#figures.set(fact.figure, fact.valueWith(value));
    }
  }

  get size(): number {
    return this.changes.length;
  }

  has(fact: Fact): boolean {
    return this.#facts.has(fact);
  }

  with(fact: Fact, value: FactValue): Hypothesis {
    return new Hypothesis([...this.changes, { fact, value }]);
  }

  cellTerm(cell: Cell): Term | undefined {
    return this.#cells.get(cell);
  }

  figureValue(figure: NarrativeFigure): FigureValue | undefined {
    return this.#figures.get(figure);
  }
}

export const NOTHING = new Hypothesis([]);
