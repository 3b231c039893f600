/**
 * Judges what the narrative claims (RULES §1, §5). First what figures are said to be, then what is said of them with the
 * right values known, so that one wrong figure is one fault.
 */
import type { ChangeClaim, Claim, Narrative, NarrativeFigure, Operand } from '../claims/claim.ts';
import { type Judged, UNKNOWN, Values } from './claim-judge.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import { judgeEquals, judgeSame } from './judge-amount.ts';
import {
  judgeCompletion,
  judgeRate,
  judgeShare,
  judgeShares,
  type OtherBases,
} from './judge-percentage.ts';
import { judgeBound, judgeChange, judgeLevel, judgeSum } from './judge-sum.ts';
import {
  judgeAbsence,
  judgeCompleted,
  judgeDirection,
  judgeList,
  judgeTogether,
} from './judge-words.ts';
import type { JudgedTables } from './place-value.ts';
import type { Supposed } from './supposed.ts';

/** What figures are said to be comes first; the others stand on it. */
const FIRST: readonly Claim['kind'][] = ['equals', 'same', 'change'];

export class ClaimsJudge {
  readonly claims: readonly Claim[];
  readonly values: Values;
  readonly #changes = new Map<NarrativeFigure, ChangeClaim>();
  /** Rates whose direction is compared with their change's by a claim of its own. */
  readonly #directed = new Set<NarrativeFigure>();
  readonly #budgets = new Map<unknown, Operand>();
  readonly #wholes = new Map<string | undefined, Operand[]>();

  /** `known`: what is wrong; undefined while that is not known, and claims are judged by what is printed. */
  constructor(narrative: Narrative, tables: JudgedTables, known?: Supposed) {
    this.claims = narrative.claims;
    this.values = new Values(narrative, tables, known);
    for (const claim of this.claims) this.#note(claim);
  }

  /** One outcome for each claim, in their order. */
  run(): ClaimOutcome[] {
    const outcomes: ClaimOutcome[] = new Array(this.claims.length);
    const judge = (applies: (kind: Claim['kind']) => boolean): void => {
      for (let at = 0; at < this.claims.length; at++) {
        const claim = this.claims[at];
        if (claim !== undefined && applies(claim.kind)) {
          outcomes[at] = { ...this.judge(claim), claim };
        }
      }
    };
    for (const first of FIRST) judge((kind) => kind === first);
    judge((kind) => !FIRST.includes(kind));
    return outcomes;
  }

  #note(claim: Claim): void {
    switch (claim.kind) {
      case 'change':
        this.#changes.set(claim.figure, claim);
        break;
      case 'direction':
        for (const figure of claim.figures) this.#directed.add(figure);
        break;
      case 'completion':
        this.#budgets.set(keyOf(claim.final), claim.budget);
        break;
      case 'share': {
        const wholes = this.#wholes.get(claim.section) ?? [];
        this.#wholes.set(claim.section, wholes);
        if (!wholes.some((other) => keyOf(other) === keyOf(claim.whole))) wholes.push(claim.whole);
        break;
      }
    }
  }

  judge(claim: Claim): Judged {
    const { values } = this;
    switch (claim.kind) {
      case 'equals':
        return judgeEquals(claim, values);
      case 'same':
        return judgeSame(claim, values);
      case 'change':
        return judgeChange(claim, values);
      case 'share':
        return judgeShare(claim, values, this.#otherBases(claim.section, undefined));
      case 'shares':
        return judgeShares(claim, values);
      case 'completion':
        return judgeCompletion(claim, values);
      case 'rate': {
        const change = claim.change && this.#changes.get(claim.change);
        const others = this.#otherBases(claim.section, claim.current);
        return judgeRate(claim, change, this.#directed.has(claim.figure), values, others);
      }
      case 'sum':
        return judgeSum(claim, values);
      case 'bound':
        return judgeBound(claim, values);
      case 'level':
        return judgeLevel(claim, values);
      case 'completed':
        return judgeCompleted(claim, values);
      case 'direction':
        return judgeDirection(claim, values);
      case 'together':
        return judgeTogether(claim, values);
      case 'absence':
        return judgeAbsence(claim, values);
      case 'list':
        return judgeList(claim, values);
      default:
        return UNKNOWN;
    }
  }

  #otherBases(section: string | undefined, current: Operand | undefined): OtherBases {
    return {
      wholes: this.#wholes.get(section) ?? [],
      budget: current && this.#budgets.get(keyOf(current)),
    };
  }
}

function keyOf(operand: Operand): unknown {
  if (operand.kind === 'figure') return operand.figure;
  const { row, column } = operand.place;
  return row?.cells[column.index] ?? operand.place;
}
