import type { RuleId } from './identifiers.ts';
import type { SectionDefinition } from './narrative.ts';

/** A profile (版式): the set of standard forms a province publishes. */
export interface Profile {
  /** Value of the header field 版式: 河南. */
  readonly name: string;
  readonly forms: readonly FormDefinition[];
  readonly attachments: readonly AttachmentDefinition[];
  readonly identities: readonly Identity[];
  /** Sections of the narrative, those around others before those. */
  readonly narrative: readonly SectionDefinition[];
  /** How an author would begin a new report. */
  readonly texts: ReportTexts;
  readonly practice: Practice;
}

/**
 * What a province's reports have in common beside their forms: how its reports are told from others, and what they must
 * print.
 */
export interface Practice {
  /** Keys of forms that a report may leave out, as they are published apart or by few. */
  readonly optional: readonly string[];
  /**
   * What stands above the tables. `fixed`: the forms' own numbers, and another one is a mistake. `usual`: mostly those.
   * `ordinal`: 表一, 表二 …. `none`: the name alone. `any`: that differs. But for `fixed` a report's own numbers are
   * taken as they are.
   */
  readonly numbers: 'fixed' | 'usual' | 'ordinal' | 'none' | 'any';
  /** Where the three public expenses stand: behind all others, before the funds, either, or in a publication of their own. */
  readonly threePublic: 'last' | 'seventh' | 'either' | 'apart';
  /** Words in the name of a body that say where it is: 上海. */
  readonly places: readonly string[];
  /** Words in the name of a table that only these reports print. */
  readonly marks: readonly string[];
  /** True where nothing but place and marks tells its reports from those of others. */
  readonly unmarked: boolean;
  /** Names of tables that would mean a form elsewhere, and stand beside it here. */
  readonly otherTables?: readonly string[];
}

export interface ReportTexts {
  /** Headings of the first level, each with what stands below it before the first section. */
  readonly parts: readonly SectionText[];
  /** Sections of the third part. */
  readonly sections: readonly SectionText[];
}

/**
 * A section as an author would begin it. `‹…›` are places for the author's own words; `{year}` and `{name}` are the
 * report's.
 */
export interface SectionText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A kind of attachment: a table that may stand several times in a report, told apart by the text after its name. */
export interface AttachmentDefinition {
  /** English key: `project-self-evaluation`. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export type Classification =
  | 'functional'
  | 'economic-department'
  | 'economic-government'
  | 'revenue';

/** One standard form, as data. */
export interface FormDefinition {
  /** English key, used in code and rule options: `income-expenditure-summary`. */
  readonly key: string;
  /** 公开01表 */
  readonly number: string;
  /**
   * What identities and narratives call it, which speak of it whatever number a profile gives it: 公开07表 is the
   * government-managed funds in all of them. Undefined: its number.
   */
  readonly citedAs?: string;
  /** The name this profile prints: 收入支出决算总表. */
  readonly name: string;
  /** Other names that mean the same form (without 决算, with 公开, 明细表 for 表 …), width-folded. */
  readonly aliases: readonly string[];
  /**
   * `coded`: body rows carry a subject code. `fixed`: rows are printed labels with row numbers.
   * `items`: published as one row of figures whose heads are the items (公开09表); in the model the items are rows
   * and the panels are columns.
   */
  readonly shape: 'coded' | 'fixed' | 'items';
  readonly classification: Classification | undefined;
  /** Deepest level that every branch must reach (S-LVL); undefined where the form has no codes. */
  readonly leafLevel: '项' | '款' | undefined;
  readonly panels: readonly PanelDefinition[];
  /** True where no amount can be negative: elsewhere carry-over and what is written back may be. */
  readonly neverNegative?: true;
  /** Whether a report may lawfully leave this form without figures (S-EMPTY): all may, with a 说明. */
  readonly emptyStatement: string | undefined;
  /**
   * True where zeros throughout are explained too: few bodies have such funds, and a form of nothing says so (公开07,
   * 08表).
   */
  readonly zerosExplained?: true;
}

export interface PanelDefinition {
  /** 收入, 支出; empty where the form has one panel only. */
  readonly name: string;
  /** How many groups of its columns the published form prints side by side: 3 in 公开06表, else 1. */
  readonly groups: number;
  /** Published key columns, in order, left of the amounts. */
  readonly keys: readonly KeyColumn[];
  readonly columns: readonly ColumnDefinition[];
  /** Heads of further columns that other provinces print: read and added up, part of no identity between forms. */
  readonly alsoPrinted?: readonly string[];
  /** Fixed rows and totals. For coded forms: 合计, 人员经费合计 and the like. */
  readonly rows: readonly RowDefinition[];
}

export interface KeyColumn {
  readonly kind: 'label' | 'row-number' | 'code' | 'name';
  /** Head words: 项目, 行次, 功能分类科目编码, 科目代码, 科目名称. */
  readonly heads: readonly string[];
}

export interface ColumnDefinition {
  /** Unique within its panel; what expressions call it: 本年支出合计, 小计, 预算数. */
  readonly name: string;
  /** Head path above it, outermost first, without `name` itself: ['本年支出']. */
  readonly path: readonly string[];
  /** Other heads that mean this column. */
  readonly aliases: readonly string[];
  /** 栏次 as printed; undefined where the form prints none. */
  readonly number: number | undefined;
  /** True where some print this column and others don't, however completely. */
  readonly mayLack?: true;
}

export interface RowDefinition {
  /** Label as printed, with its ordinal: 一、一般公共服务支出. */
  readonly label: string;
  /** Other labels that mean this row: 年末结转与结余 for 年末结转和结余. */
  readonly aliases: readonly string[];
  /** 行次 as printed. */
  readonly rowNumber: number | undefined;
  /** Subject code of a class row in forms 01 and 04. */
  readonly code: string | undefined;
  readonly role: 'item' | 'subtotal' | 'total' | 'grand-total' | 'blank';
  /**
   * True where some print this row and others don't: a part that is not printed is zero, of anything else nothing is
   * known.
   */
  readonly mayLack?: true;
}

/**
 * An identity of a profile, written in the language's own expressions: `公开03表.本年支出合计 = 公开03表.基本支出 + …`.
 */
export interface Identity {
  /** Short id of the catalogue plus a number where there are several: T3-ROW, X1-2.3. */
  readonly id: string;
  /** The rule that reports a breach. */
  readonly rule: RuleId;
  /** `左 = 右`, `左 ≤ 右`; parsed by the grammar's assertion parser (without 核对). */
  readonly statement: string;
  /**
   * How strict: `sum` by R2; `same` the same quantity printed twice, R3; `exact` no tolerance at all;
   * `bound` an inequality.
   */
  readonly strictness: 'sum' | 'same' | 'exact' | 'bound';
  /** Holds only where this other expression assertion holds (X3-5's equality); undefined = always. */
  readonly condition: string | undefined;
}
