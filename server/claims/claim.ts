/**
 * What the narrative claims, once subjects are resolved: the bridge between reading (`server/claims`) and judging
 * (`server/reconcile`). Reading never guesses: a figure whose claim is not certain stays unread.
 */
import type { Closeness } from '../../grammar/claims/phrase.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { Range } from '../../grammar/syntax-tree.ts';
import type { RowDefinition } from '../report/form.ts';
import type { Column, NamedReport, Panel, Row, Table } from '../report/model.ts';
import type { Grade, NarrativeIdentity } from '../report/narrative.ts';
import type { NameSlip } from './near-names.ts';

/** A place of a table that a claim speaks of; `row` is undefined where the report leaves the row out (zero). */
export interface Place {
  readonly report: NamedReport | undefined;
  readonly table: Table;
  readonly panel: Panel;
  readonly row: Row | undefined;
  readonly code: string | undefined;
  readonly definition: RowDefinition | undefined;
  readonly column: Column;
}

/** What a claim compares with: a place of a table, or a figure of the narrative itself. */
export type Operand =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'figure'; readonly figure: NarrativeFigure };

/** One figure of the narrative, and what it was read as. */
export interface NarrativeFigure extends Range {
  readonly number: ProseNumber;
  /**
   * What it is the value of: a subject's canonical name, a subject name with its code, or the sentence's own words where
   * nothing of the profile is named (`某项目` with 年初预算); undefined while unread.
   */
  readonly subject: string | undefined;
  /** 决算, 预算, 上年数, 占比, 完成率, 增减额, 增减率, 数量, 得分, 百分数. */
  readonly aspect: Aspect | undefined;
  readonly section: string | undefined;
  /** 约, 以上: claims of any kind over it are meant only so closely (R11). */
  readonly closeness: Closeness;
  /** Bound or waived by its author: no claim is made of it, though others may compare with it. */
  readonly bound: boolean;
  /** What the zeros at the end of an amount in whole 元 say. */
  readonly zeros: EndZeros;
}

/**
 * - `digits`: that there is nothing.
 * - `rounded`: that the amount was printed in 万元 with two decimals and turned into 元.
 * - `either`: one of the two.
 */
export type EndZeros = 'digits' | 'rounded' | 'either';

export type Aspect =
  | 'final'
  | 'budget'
  | 'last-year'
  | 'share'
  | 'completion'
  | 'change'
  | 'rate'
  | 'count'
  | 'score'
  | 'percentage';

export type Direction = 'up' | 'down';

/** One thing that a sentence says and that could be false. `range` is the phrase that says it. */
export type Claim = ClaimBase &
  (
    | EqualsClaim
    | SameClaim
    | ShareClaim
    | CompletionClaim
    | ChangeClaim
    | RateClaim
    | SumClaim
    | BoundClaim
    | LevelClaim
    | CompletedClaim
    | DirectionClaim
    | TogetherClaim
    | AbsenceClaim
    | ListClaim
    | SharesClaim
  );

interface ClaimBase extends Range {
  /** Short id of the rule catalogue: N2, N5.3, N-YOY. */
  readonly catalogue: string;
  readonly section: string | undefined;
}

/** 支出合计120.50万元: the figure is what these places print. */
export interface EqualsClaim {
  readonly kind: 'equals';
  readonly figure: NarrativeFigure;
  readonly places: readonly Place[];
  readonly closeness: Closeness;
}

/** The same quantity is stated again. */
export interface SameClaim {
  readonly kind: 'same';
  readonly figure: NarrativeFigure;
  readonly other: NarrativeFigure;
}

/** 占…的81.49% */
export interface ShareClaim {
  readonly kind: 'share';
  readonly figure: NarrativeFigure;
  readonly part: Operand;
  readonly whole: Operand;
}

/** 完成年初预算的90.77% */
export interface CompletionClaim {
  readonly kind: 'completion';
  readonly figure: NarrativeFigure;
  readonly final: Operand;
  readonly budget: Operand;
}

/** 比上年增加67.08万元: current − base = ±figure. `base` is undefined without last year's report. */
export interface ChangeClaim {
  readonly kind: 'change';
  readonly figure: NarrativeFigure;
  readonly direction: Direction;
  readonly current: Operand;
  readonly base: Operand | undefined;
  readonly against: 'last-year' | 'budget';
}

/** 增长45.56%: change / base, the base being `base` or current ∓ change. */
export interface RateClaim {
  readonly kind: 'rate';
  readonly figure: NarrativeFigure;
  readonly direction: Direction;
  readonly current: Operand | undefined;
  readonly change: NarrativeFigure | undefined;
  readonly base: Operand | undefined;
  readonly against: 'last-year' | 'budget';
}

/** total = Σ parts (采购, 车辆, 等级, 三公 …), by an identity of the section. */
export interface SumClaim {
  readonly kind: 'sum';
  readonly identity: NarrativeIdentity;
  readonly total: Operand;
  readonly parts: readonly Operand[];
  /** False where parts may lawfully be left unsaid (kinds of vehicles that there are none of): only an excess is wrong. */
  readonly complete: boolean;
}

/** Whether the parts are the items of a section, which are told one by one: what they fall short by is worth a question. */
export function isOfItems({ identity }: SumClaim): boolean {
  return identity.id.startsWith('N5.3');
}

/** lesser ≤ greater */
export interface BoundClaim {
  readonly kind: 'bound';
  readonly identity: NarrativeIdentity | undefined;
  readonly lesser: Operand;
  readonly greater: Operand;
}

/** 决算数与预算数持平 · 大于 · 小于 · 不存在差异 */
export interface LevelClaim {
  readonly kind: 'level';
  readonly relation: '=' | '>' | '<' | '≠';
  readonly left: Operand;
  readonly right: Operand;
}

/** 完成预算80.00%，决算数小于预算数, where nothing prints the budget: the rate and the word fit each other. */
export interface CompletedClaim {
  readonly kind: 'completed';
  readonly relation: '=' | '>' | '<' | '≠';
  /** The rate of completion. */
  readonly figure: NarrativeFigure;
}

/** 增加 beside 下降: the words of one change disagree among themselves. */
export interface DirectionClaim {
  readonly kind: 'direction';
  readonly change: Direction;
  readonly rate: Direction;
  readonly figures: readonly NarrativeFigure[];
}

/** 团组0个 beside 0万元: there is the one where there is the other (N9). */
export interface TogetherClaim {
  readonly kind: 'together';
  readonly figure: NarrativeFigure;
  readonly amount: Operand;
}

/** 没有…: these places must be zero. */
export interface AbsenceClaim {
  readonly kind: 'absence';
  readonly subject: string;
  readonly places: readonly Place[];
}

/** 主要包括：… — each listed subject has money, and (N6-LIST) none with money is left out. */
export interface ListClaim {
  readonly kind: 'list';
  readonly items: readonly { readonly range: Range; readonly place: Place | undefined }[];
  readonly table: Table;
  /** Places with money that the list could have named. */
  readonly expected: readonly Place[];
  /** Ends with 等: it need not name all. */
  readonly open: boolean;
}

/** 占81.49%; …占18.51%: the shares of all parts of a whole, nothing left out (R5). */
export interface SharesClaim {
  readonly kind: 'shares';
  readonly figures: readonly NarrativeFigure[];
  /** Undefined where nothing gives its value: how finely the parts were rounded is then unknown. */
  readonly whole: Operand | undefined;
}

/** What reading the narrative of one report gives; claims in order of place. */
export interface Narrative {
  /**
   * Every counted figure of the narrative, in order of place, read or not. Figures of what claims nothing (职责, 名词解释,
   * attachments) are not counted.
   */
  readonly figures: readonly NarrativeFigure[];
  readonly claims: readonly Claim[];
  readonly misnamed: readonly Misnamed[];
  readonly graded: readonly GradedScore[];
  readonly reasons: readonly StatedReason[];
}

/** 主要原因是…: the words that begin a reason; it lasts `until` there. */
export interface StatedReason extends Range {
  readonly until: number;
  /** Which way what it explains went; undefined where the sentence does not say. */
  readonly direction: Direction | undefined;
}

/** 得分为93.75分，等级为优. `range` is the phrase that gives the grade. */
export interface GradedScore extends Range {
  readonly figure: NarrativeFigure;
  readonly grade: Grade;
}

/** Words that stand for a subject and are not quite its name (S-NAME). `range` is the name as written. */
export interface Misnamed extends Range {
  readonly code: string;
  readonly right: string;
  readonly slip: NameSlip;
  /** Whether the form prints the name so too; else the classification alone does. */
  readonly printed: boolean;
  /** 项 of a path, or an item of a list. */
  readonly where: 'path' | 'list';
  readonly table: Table;
}
