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
  readonly subjects: readonly SubjectDefinition[];
  /** Forms whose coded rows the sentences name (by subject name or 类/款/项 path), with the column that is claimed. */
  readonly coded: readonly CodedSubjects[];
  /** Name of the subject that 占…% divides by where the sentence names no base and no total stands before. */
  readonly shareBase: string | undefined;
  readonly identities: readonly NarrativeIdentity[];
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
  /** Its canonical Chinese name, unique in the profile: 政府采购支出总额. Identities and the ledger call it so. */
  readonly name: string;
  /** Ways of saying it, canonical name not repeated. A part in （…）? may be left out: 财政拨款收（、）?支总计. */
  readonly phrases: readonly string[];
  readonly measure: 'amount' | 'count' | 'score' | 'percentage';
  /** References that give its value in the tables; all of them must agree with the claim (收、支总计 has two). */
  readonly final: readonly string[];
  /** References that give its budget in the tables (公开09表 …预算数). */
  readonly budget: readonly string[];
}

/** A relation among what sentences claim, in the language's own expressions with subject names as names. */
export interface NarrativeIdentity {
  readonly id: string;
  readonly rule: RuleId;
  /** `政府采购支出总额 = 政府采购货物支出 + 政府采购工程支出 + 政府采购服务支出` */
  readonly statement: string;
  readonly strictness: 'sum' | 'same' | 'exact' | 'bound';
}
