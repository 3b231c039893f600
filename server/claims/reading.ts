import type { BudgetKind } from './aspect-words.ts';
import type { Direction, NarrativeFigure, Operand, Place } from './claim.ts';
import type { Candidate } from './subject.ts';

/** A figure while it is being read. */
export type FigureDraft = { -readonly [K in keyof NarrativeFigure]: NarrativeFigure[K] };

export type Against = 'last-year' | 'budget';

/** A change that was stated of a subject. */
export interface StatedChange {
  readonly figure: FigureDraft;
  readonly direction: Direction;
  /** Which sentence stated it. */
  readonly sentence: number;
}

/** What the narrative has said so far of one subject, under one heading. */
export class Reading {
  readonly candidate: Candidate | undefined;
  /** The candidate's name, or the sentence's own words; undefined where nothing names it. */
  readonly name: string | undefined;
  final: FigureDraft | undefined;
  readonly budgets: { [Kind in BudgetKind]: FigureDraft | undefined } = {
    initial: undefined,
    annual: undefined,
    any: undefined,
  };
  lastYear: FigureDraft | undefined;
  /** The rate of completion that was stated last, and of which budget. */
  completed: { readonly figure: FigureDraft; readonly of: BudgetKind } | undefined;
  /** The last figure that was stated as its value. */
  latest: FigureDraft | undefined;
  /** In the order of their sentences. */
  readonly #changes: { [Base in Against]: StatedChange[] } = { 'last-year': [], budget: [] };

  constructor(candidate: Candidate | undefined, name: string | undefined) {
    this.candidate = candidate;
    this.name = candidate?.name ?? name;
  }

  addChange(against: Against, change: StatedChange): void {
    this.#changes[against].push(change);
  }

  /** The change that a sentence states, once all of it is read. */
  changeIn(sentence: number, against: Against): StatedChange | undefined {
    return this.#changes[against].find((change) => change.sentence === sentence);
  }

  /** The change that was stated last. */
  latestChange(against: Against): StatedChange | undefined {
    return this.#changes[against].at(-1);
  }

  finalOperand(): Operand | undefined {
    return figureOperand(this.final) ?? placeOperand(this.finalPlaces()[0]);
  }

  finalPlaces(): readonly Place[] {
    return (this.candidate?.final ?? []).filter(isGiven);
  }

  /**
   * The budget of a kind. 年初预算 and 全年预算 are told apart; 预算 alone is either, if only one is stated. The tables print the
   * annual budget, but for a column whose head says 年初.
   */
  budgetOperand(kind: BudgetKind): Operand | undefined {
    const stated = this.#statedBudget(kind);
    if (stated === 'ambiguous') return undefined;
    return figureOperand(stated) ?? placeOperand(this.budgetPlaces(kind)[0]);
  }

  budgetPlaces(kind: BudgetKind): readonly Place[] {
    const places = (this.candidate?.budget ?? []).filter(isGiven);
    return kind === 'initial' ? places.filter(printsInitialBudget) : places;
  }

  #statedBudget(kind: BudgetKind): FigureDraft | 'ambiguous' | undefined {
    const { initial, annual, any } = this.budgets;
    if (kind !== 'any') return this.budgets[kind] ?? any;
    if (any) return any;
    return initial && annual ? 'ambiguous' : (initial ?? annual);
  }
}

/** A row that a table leaves out is zero, but a total is not: a table without it is incomplete. */
export function isGiven({ row, definition }: Place): boolean {
  if (row || !definition) return true;
  return definition.role !== 'total' && definition.role !== 'grand-total';
}

function printsInitialBudget({ column }: Place): boolean {
  return column.heads.some((head) => head.value.includes('年初'));
}

/** Undefined for a figure that no arithmetic can use: malformed, or a range with two ends. */
export function figureOperand(figure: FigureDraft | undefined): Operand | undefined {
  return figure && isUsable(figure) ? { kind: 'figure', figure } : undefined;
}

export function placeOperand(place: Place | undefined): Operand | undefined {
  return place && { kind: 'place', place };
}

export function isUsable({ number }: FigureDraft): boolean {
  return number.malformed === undefined && number.upper === undefined;
}

/** Whether a claim can be made of the figure; what a malformed one says is known, and that it is wrong. */
export function isReadable({ number }: FigureDraft): boolean {
  return number.upper === undefined;
}
