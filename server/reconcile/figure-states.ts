/** What the claims together say of each figure of the narrative. */
import type { Claim, NarrativeFigure, Operand } from '../claims/claim.ts';
import { type ClaimOutcome, holds } from './claim-outcome.ts';
import type { Term } from './constraint.ts';
import { isPlace } from './quantity.ts';

export interface FigureState {
  /** In how many claims that could have failed it stands, all of which hold. */
  holding: number;
  /** It stands in a claim that fails, and may be the wrong one. */
  doubtful: boolean;
  /** What makes it wrong. */
  failed: ClaimOutcome | undefined;
  /** The claim that says best what it is. */
  shown: ClaimOutcome | undefined;
  /** The place of the tables that it states. */
  place: Term | undefined;
}

export function figureStates(
  outcomes: readonly ClaimOutcome[],
): ReadonlyMap<NarrativeFigure, FigureState> {
  const states = new Map<NarrativeFigure, FigureState>();
  const stateOf = (figure: NarrativeFigure): FigureState => {
    let state = states.get(figure);
    if (state === undefined) {
      state = {
        holding: 0,
        doubtful: false,
        failed: undefined,
        shown: undefined,
        place: undefined,
      };
      states.set(figure, state);
    }
    return state;
  };
  for (const outcome of outcomes) {
    const { claim, verdict, misprint } = outcome;
    const subject = subjectOf(outcome);
    const isProof = holds(verdict) && !saysOnlyWhichWay(claim);
    for (const figure of figuresOf(claim)) {
      const state = stateOf(figure);
      if (isProof) state.holding += 1;
      if (isFault(outcome)) {
        if (figure === subject) state.failed ??= outcome;
        else if (DOUBTS.has(claim.kind) && verdict !== 'follows') state.doubtful = true;
      }
      if (tells(outcome, figure) > tells(state.shown, figure)) state.shown = outcome;
    }
    if (misprint !== undefined) {
      const { expected } = misprint;
      stateOf(misprint.figure).failed ??= { ...outcome, verdict: 'broken', expected, against: [] };
    }
    if (claim.kind === 'equals') stateOf(claim.figure).place ??= statedPlace(outcome);
  }
  for (const state of states.values()) forgive(state);
  return states;
}

/** Claims whose failing does not say which figure is wrong; a percentage that fails is itself the fault. */
const DOUBTS: ReadonlySet<Claim['kind']> = new Set(['sum', 'bound', 'level', 'same', 'together']);

/** What a table proves is not in doubt; of a sum that fails it is the parts that are. */
function forgive(state: FigureState): void {
  if (state.place === undefined || state.failed?.claim.kind === 'equals') return;
  state.doubtful = false;
  if (state.failed?.claim.kind === 'sum' || state.failed?.claim.kind === 'bound') {
    state.failed = undefined;
  }
}

function isFault({ verdict }: ClaimOutcome): boolean {
  return !holds(verdict) && verdict !== 'unknown' && verdict !== 'shortfall';
}

/** The figure that is wrong where the claim fails; undefined where its failing does not say which. */
function subjectOf({ claim, cause }: ClaimOutcome): NarrativeFigure | undefined {
  switch (claim.kind) {
    case 'equals':
    case 'share':
    case 'completion':
    case 'change':
    case 'rate':
      return claim.figure;
    case 'same':
      return cause === claim.figure ? undefined : claim.figure;
    case 'sum':
      return figureOf(claim.total);
    case 'bound':
      return figureOf(claim.lesser);
    default:
      return undefined;
  }
}

/** How well a claim says what a figure is. */
function tells(outcome: ClaimOutcome | undefined, figure: NarrativeFigure): number {
  if (outcome === undefined) return -1;
  const { claim, verdict, constraint } = outcome;
  if (constraint === undefined || verdict === 'unknown') return 0;
  const own = 'figure' in claim && claim.figure === figure;
  if (own && isFault(outcome)) return 8;
  if (claim.kind === 'equals') return 7;
  if (own) return claim.kind === 'same' ? 5 : 6;
  if (claim.kind === 'sum') return figureOf(claim.total) === figure ? 4 : 2;
  return claim.kind === 'completion' || claim.kind === 'share' || claim.kind === 'rate' ? 3 : 1;
}

function statedPlace({ constraint, verdict }: ClaimOutcome): Term | undefined {
  if (constraint?.kind !== 'linear' || verdict === 'unknown') return undefined;
  const quantity = constraint.right[0]?.quantity;
  return quantity !== undefined && isPlace(quantity) ? quantity : undefined;
}

/** Whether a claim leaves the size of its figures open. */
function saysOnlyWhichWay(claim: Claim): boolean {
  return claim.kind === 'direction' || (claim.kind === 'completed' && claim.relation !== '=');
}

/** Every figure of the narrative that a claim speaks of. */
export function figuresOf(claim: Claim): readonly NarrativeFigure[] {
  switch (claim.kind) {
    case 'equals':
    case 'completed':
      return [claim.figure];
    case 'same':
      return [claim.figure, claim.other];
    case 'share':
      return among([claim.part, claim.whole], claim.figure);
    case 'completion':
      return among([claim.final, claim.budget], claim.figure);
    case 'change':
      return among([claim.current, claim.base], claim.figure);
    case 'rate':
      return among([claim.current, claim.base], claim.figure, claim.change);
    case 'sum':
      return among([claim.total, ...claim.parts]);
    case 'bound':
      return among([claim.lesser, claim.greater]);
    case 'level':
      return among([claim.left, claim.right]);
    case 'direction':
    case 'shares':
      return claim.figures;
    case 'together':
      return among([claim.amount], claim.figure);
    default:
      return [];
  }
}

function among(
  operands: readonly (Operand | undefined)[],
  ...figures: readonly (NarrativeFigure | undefined)[]
): NarrativeFigure[] {
  const found: NarrativeFigure[] = [];
  for (const figure of figures) if (figure !== undefined) found.push(figure);
  for (const operand of operands) {
    const figure = operand && figureOf(operand);
    if (figure !== undefined) found.push(figure);
  }
  return found;
}

function figureOf(operand: Operand): NarrativeFigure | undefined {
  return operand.kind === 'figure' ? operand.figure : undefined;
}
