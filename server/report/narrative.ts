/**
 * The narrative of a profile, as data: which sections a report has, what the sentences of each speak of, and what those
 * things have to do with the tables and with each other. Subject names are data, never keywords of the grammar.
 */
import type { RuleId } from './identifiers.ts';

export interface SectionDefinition {
  /** English key: `general-budget-items`. */
  readonly key: string;
  /** Section around it; undefined for a section of the narrative's first level. */
  readonly parent: string | undefined;
  /**
   * Words by which a heading is known: each entry is a set of words that must all stand in the heading (numbering,
   * 情况说明 and blanks dropped). The first section whose entry fits best (most characters) wins.
   */
  readonly headings: readonly (readonly string[])[];
  /** Short id of the rule catalogue for what its sentences claim of tables: N2, N5.3, N9. */
  readonly catalogue: string;
  /** False for what a report holds beside its narrative: 职责, 名词解释, 附件. Nothing in it is a claim. */
  readonly claims: boolean;
  readonly subjects: readonly SubjectDefinition[];
  /** Forms whose coded rows the sentences name (by subject name or 类/款/项 path), with the column that is claimed. */
  readonly coded: readonly CodedSubjects[];
  /** Name of the subject that 占…% divides by where the sentence names no base and no total stands before. */
  readonly shareBase: string | undefined;
  readonly identities: readonly NarrativeIdentity[];
  /** A whole and all that it consists of, by name, beside what identities add up: their shares make 100 % (R5). */
  readonly wholes: readonly Whole[];
  /** Grades that scores of 100 are given, best first. */
  readonly grades: readonly Grade[];
  /** Things that are counted and then told one by one, what says most first. */
  readonly rolls: readonly Roll[];
}

/** 7个项目, or 一般性项目5个 and 专项资金11个: of each of them a sentence, or a form, gives the quantity under its name. */
export interface Roll {
  /** Names of counts that together are all. */
  readonly counts: readonly string[];
  /** Name of the subject that each of them has one of, under a name of its own. */
  readonly each: string;
}

export interface Grade {
  /** 优, 优秀 */
  readonly words: readonly string[];
  readonly least: number;
  /** Scores are less than this; 101 for the best. */
  readonly below: number;
}

export interface Whole {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface CodedSubjects {
  /** Reference to a whole column: `公开05表.小计`. */
  readonly final: string;
  /** Whether an item of this section has an initial budget of its own that no table prints (N5.3). */
  readonly ownBudget: boolean;
  readonly levels: readonly ('类' | '款' | '项')[];
}

/** Something that the section's sentences speak of. */
export interface SubjectDefinition {
  /**
   * Its canonical Chinese name, a bare word of the language: 政府采购支出总额. Identities and the ledger call it so. One
   * name is one quantity in the whole profile; a section that lists it again may add phrases of its own.
   */
  readonly name: string;
  /**
   * Ways of saying it, canonical name not repeated; width, blanks, quotation marks and 的 don't matter, nor what stands
   * in brackets. A part in （…）? may be left out (财政拨款收（、）?支总计), of parts in （…|…） one stands.
   */
  readonly phrases: readonly string[];
  readonly measure: 'amount' | 'count' | 'score' | 'percentage';
  /** Measure words, half-width, that may follow its figures: 个, 批次, 台(套). Empty: those of any figure of its measure. */
  readonly units: readonly string[];
  /**
   * The amount that a count belongs to: 因公出国团组 of 因公出国费. Where that is being spoken of, its measure word
   * alone names the count (累计2人次). Of an amount the one that it is a part of.
   */
  readonly of: string | undefined;
  /** Phrases that name it only where it, or what it belongs to, is being spoken of (外事接待0批，累计接待0人次). */
  readonly within: readonly string[];
  /** The words mean another quantity wherever they stand (涉及资金): two statements of it need not agree. */
  readonly varies: boolean;
  /**
   * A name that several subjects share where the one is most of the other (all totals): equal this year they mostly were last
   * year, and then changed alike.
   */
  readonly alike: string | undefined;
  /** A name of the author's own may stand before the phrase (信访工作经费自评得分): each name is a quantity of its own. */
  readonly named: boolean;
  /** References that give its value in the tables; all of them must agree with the claim (收支总计 has two). */
  readonly final: readonly string[];
  /** The first of these that the report prints gives the value where it prints none of `final`. */
  readonly instead: readonly string[];
  /** References that give its budget in the tables (公开09表 …预算数). */
  readonly budget: readonly string[];
  /**
   * Key of the attachment whose 总分 is its value; where the attachment stands several times, the one whose instance has
   * the author's own name that stands before the phrase.
   */
  readonly scored: string | undefined;
  /** Coded rows that it consists of and that a list after 主要包括 names: 人员经费 is 301 and 303 of 公开06表. */
  readonly listed: ListedRows | undefined;
}

export interface ListedRows {
  /** Reference to a whole column: `公开06表.决算数`. */
  readonly final: string;
  /** Classes whose 款 it consists of. */
  readonly classes: readonly string[];
}

/**
 * A relation among what sentences claim, in the language's own expressions with subject names as names. A name stands
 * for what the section claims of it, or for its place in the tables where the section claims nothing.
 */
export interface NarrativeIdentity {
  readonly id: string;
  readonly rule: RuleId;
  /**
   * `政府采购支出总额 = 政府采购货物支出 + 政府采购工程支出 + 政府采购服务支出`. The last part closes the list: where it is stated, parts
   * that are not are zero.
   */
  readonly statement: string;
  readonly strictness: 'sum' | 'same' | 'exact' | 'bound';
  /** Of a bound: where there are any of the one there are of the other (团组 and 人次). */
  readonly paired?: boolean;
}
