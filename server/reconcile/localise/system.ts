/**
 * The facts of a report and every constraint over them: identities, claims, the author's own assertions. Under a
 * hypothesis a constraint is judged by the same judges as the printed report, with other numbers put in.
 */
import type { Claim, NarrativeFigure } from '../../claims/claim.ts';
import type { Cell } from '../../report/model.ts';
import { type ClaimConstraint, type ClaimOutcome, lacksItems } from '../claim-outcome.ts';
import type { Outcome, Term } from '../constraint.ts';
import { evaluate } from '../evaluate.ts';
import { figuresOf } from '../figure-states.ts';
import type { ClaimsJudge } from '../judge-claims.ts';
import type { UsualDecimals } from '../usual-decimals.ts';
import { placesOf } from './claim-facts.ts';
import { BROKEN, costOfClaim, costOfIdentity } from './cost.ts';
import { CellFact, type Fact, FigureFact, isCellFact, isFigureFact } from './fact.ts';
import type { Hypothesis } from './hypothesis.ts';

/** A constraint as the search sees it. */
export interface Link {
  readonly facts: readonly Fact[];
  /** An assertion of the author's that fails is reported where it stands: it is evidence, and need not be repaired. */
  readonly optional: boolean;
  readonly identity: Outcome | undefined;
  /** Index among the claims. */
  readonly claim: number | undefined;
}

/** A constraint under a hypothesis. */
export interface Judgement {
  readonly cost: number;
  /** What can be solved for a fact. */
  readonly identity: Outcome | undefined;
  readonly claim: ClaimConstraint | undefined;
  /** A figure that must be zero. */
  readonly none: NarrativeFigure | undefined;
}

const WORDS: ReadonlySet<Claim['kind']> = new Set([
  'level',
  'bound',
  'together',
  'absence',
  'list',
  'direction',
  'completed',
]);

const NO_HABIT: UsualDecimals = { ratio: 2, money: new Map() };

/** A claim is worth so many steps of work; an identity one for each of its terms. */
const CLAIM_STEPS = 12;

export class System {
  readonly links: Link[] = [];
  /** By index of the constraint, as printed. */
  readonly costs: number[] = [];
  /** How much work was done: terms evaluated. */
  steps = 0;
  /** Undefined where only tables are looked at. */
  readonly #judge: ClaimsJudge | undefined;
  readonly #claims: readonly ClaimOutcome[];
  readonly #cells = new Map<Cell, CellFact>();
  readonly #figures = new Map<NarrativeFigure, FigureFact>();
  readonly #printed: (Judgement | undefined)[] = [];

  constructor(
    outcomes: readonly Outcome[],
    claimOutcomes: readonly ClaimOutcome[],
    judge: ClaimsJudge | undefined,
  ) {
    this.#judge = judge;
    this.#claims = claimOutcomes;
    for (const outcome of outcomes) this.#addIdentity(outcome);
    for (let at = 0; at < claimOutcomes.length; at++) {
      const outcome = claimOutcomes[at];
      if (outcome !== undefined) this.#addClaim(outcome, at);
    }
  }

  get facts(): Iterable<Fact> {
    return [...this.#cells.values(), ...this.#figures.values()];
  }

  factOfCell(cell: Cell): CellFact | undefined {
    return this.#cells.get(cell);
  }

  /** Whether a constraint is one of words: what they say of figures may be what is wrong. */
  isWords(index: number): boolean {
    const claim = this.#judge?.claims[this.links[index]?.claim ?? -1];
    return claim !== undefined && WORDS.has(claim.kind);
  }

  /** Whether a total is more than the items that are told one by one. */
  isShortfall(index: number): boolean {
    const outcome = this.#claims[this.links[index]?.claim ?? -1];
    return outcome !== undefined && lacksItems(outcome);
  }

  /** The figure that the author of a claim works out, or copies, from the others. */
  derivedBy(index: number): FigureFact | undefined {
    const claim = this.#judge?.claims[this.links[index]?.claim ?? -1];
    switch (claim?.kind) {
      case 'share':
      case 'completion':
      case 'rate':
      case 'same':
      case 'equals':
        return this.#figures.get(claim.figure);
      default:
        return undefined;
    }
  }

  /** Whether a percentage is what another base would give: then it is known how it came about. */
  hasWrongBase(fact: Fact): boolean {
    return fact.constraints.some((index) => {
      const outcome = this.#claims[this.links[index]?.claim ?? -1];
      // What is only the rest, or the excess, may as well be a digit that was dropped.
      if (fact.kind !== 'figure' || outcome?.wrongBase?.kind !== 'divides-by') return false;
      return 'figure' in outcome.claim && outcome.claim.figure === fact.figure;
    });
  }

  /** Judges a constraint under a hypothesis. */
  judge(index: number, hypothesis: Hypothesis): Judgement {
    const link = this.links[index];
    if (link === undefined) throw new RangeError(`no constraint ${index}`);
    if (hypothesis.size === 0) {
      const known = this.#printed[index];
      if (known !== undefined) return known;
    }
    const found = this.#judgeLink(link, hypothesis);
    if (hypothesis.size === 0) this.#printed[index] = found;
    return found;
  }

  #judgeLink(link: Link, hypothesis: Hypothesis): Judgement {
    const { identity, claim, optional } = link;
    if (identity !== undefined) {
      const after = hypothesis.size === 0 ? identity : this.#evaluate(identity, hypothesis);
      const cost = costOfIdentity(after);
      return {
        cost: optional && cost >= BROKEN ? 1 : cost,
        identity: after,
        claim: undefined,
        none: undefined,
      };
    }
    this.steps += CLAIM_STEPS;
    const judge = this.#judge;
    const one = judge?.claims[claim ?? -1];
    if (judge === undefined || one === undefined) throw new RangeError(`no claim ${claim}`);
    const { verdict, constraint } = judge.values.suppose(hypothesis, () => judge.judge(one));
    // A count of what nothing was paid for is zero.
    const none = one.kind === 'together' && verdict === 'broken' ? one.figure : undefined;
    return { cost: costOfClaim(verdict), identity: undefined, claim: constraint, none };
  }

  #evaluate({ constraint }: Outcome, hypothesis: Hypothesis): Outcome {
    this.steps += constraint.left.length + constraint.right.length;
    const put = (term: Term): Term => {
      if (term.cell === undefined || term.report !== undefined) return term;
      const other = hypothesis.cellTerm(term.cell);
      if (other === undefined) return term;
      return term.coefficient === 1 ? other : other.with(term.coefficient, other.figure);
    };
    return evaluate({
      ...constraint,
      left: constraint.left.map(put),
      right: constraint.right.map(put),
    });
  }

  #addIdentity(outcome: Outcome): void {
    if (outcome.verdict === 'unknown') return;
    const { left, right, origin } = outcome.constraint;
    const facts: Fact[] = [];
    for (const term of left) this.#noteCell(facts, term);
    for (const term of right) this.#noteCell(facts, term);
    const cost = costOfIdentity(outcome);
    const optional = 'assertion' in origin && cost >= BROKEN;
    this.#add({ facts, optional, identity: outcome, claim: undefined }, optional ? 1 : cost);
  }

  #addClaim({ claim, verdict }: ClaimOutcome, index: number): void {
    if (verdict === 'unknown') return;
    const facts: Fact[] = [];
    for (const figure of figuresOf(claim)) this.#noteFigure(facts, figure);
    for (const place of placesOf(claim)) {
      const term = this.#judge?.values.places.at(place);
      if (term !== undefined) this.#noteCell(facts, term);
    }
    const link = { facts, optional: false, identity: undefined, claim: index };
    this.#add(link, costOfClaim(verdict));
  }

  #add(link: Link, cost: number): void {
    this.links.push(link);
    this.costs.push(cost);
  }

  #noteCell(facts: Fact[], term: Term): void {
    const { cell } = term;
    if (cell === undefined || !isCellFact(term)) return;
    let fact = this.#cells.get(cell);
    if (fact === undefined) {
      fact = new CellFact(cell, term);
      this.#cells.set(cell, fact);
    }
    this.#note(facts, fact);
  }

  #noteFigure(facts: Fact[], figure: NarrativeFigure): void {
    if (!isFigureFact(figure)) return;
    let fact = this.#figures.get(figure);
    if (fact === undefined) {
      fact = new FigureFact(figure, this.#judge?.values.usual ?? NO_HABIT);
      this.#figures.set(figure, fact);
    }
    this.#note(facts, fact);
  }

  /** Notes a fact of the constraint that is about to be added, once. */
  #note(facts: Fact[], fact: Fact): void {
    const index = this.links.length;
    if (fact.constraints.at(-1) === index) return;
    fact.constraints.push(index);
    facts.push(fact);
  }
}
