/**
 * What a sentence of the narrative says, phrase by phrase, before anything is known of tables: an island grammar. Words
 * that it does not know are stepped over and kept as the text of a subject. Which quantity a subject names is for
 * `server/claims` to say; the vocabulary here is only that of claiming (为, 占, 完成, 增长, 其中 …).
 *
 * Ranges are offsets into the whole text; a paragraph broken over lines is read as one.
 */
import type { ProseNumber } from '../prose-number.ts';
import type { Range } from '../syntax-tree.ts';

/** A stretch of unknown text: where it stands, and what it says, width-folded, without blanks, quotation and bold marks. */
export interface Words extends Range {
  readonly text: string;
  /** A bracket, a year stood within it and was left out: 专项资金（2022年结转）自评得分. */
  readonly gaps: boolean;
}

/** One sentence (up to 。 ！ ？, or the end of the paragraph) with its phrases in order. */
export interface Sentence extends Range {
  readonly phrases: readonly Phrase[];
}

export type Phrase =
  | ValuePhrase
  | SharePhrase
  | CompletionPhrase
  | ChangePhrase
  | RatePhrase
  | AgainstPhrase
  | LevelPhrase
  | AbsencePhrase
  | ListPhrase
  | PathPhrase
  | AmongPhrase
  | YearPhrase
  | ReasonPhrase
  | TextPhrase
  | BreakPhrase;

/** How closely a figure is meant (R11): 约 近 左右 are `about`; 以上 超过 至少 `at-least`; 不足 以内 `at-most`. */
export type Closeness = 'exact' | 'about' | 'at-least' | 'at-most';

/** 均, 各: each subject has this value. 分别: subjects and figures pair off. */
export type Distribution = 'one' | 'each' | 'respectively';

export type Direction = 'up' | 'down' | 'unsaid';

/** What a claim compares with: last year's figure, the budget, or something else (环比). */
export type Base = 'last-year' | 'budget' | 'other';

/** 支出合计120.50万元 · 收、支总计均为… · A、B分别为1万元、2万元 · 7个项目自评等级为优 */
export interface ValuePhrase extends Range {
  readonly kind: 'value';
  /** The unknown text that names what is valued; undefined where the figure stands alone. */
  readonly subject: Words | undefined;
  readonly figures: readonly ProseNumber[];
  readonly distribution: Distribution;
  readonly closeness: Closeness;
  /** Unknown text directly behind the figure: some counts are named there. */
  readonly after: Words | undefined;
}

/** 占81.49% · 占支出合计的99.93% · 占比…% · 占支出合计525.00万元的88.57% */
export interface SharePhrase extends Range {
  readonly kind: 'share';
  readonly subject: Words | undefined;
  readonly base: Words | undefined;
  /** The year that the base is of, where one is named. */
  readonly baseYear: ProseNumber | undefined;
  /** The base's own amount where the sentence gives it. */
  readonly baseFigure: ProseNumber | undefined;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 完成年初预算的90.77% · 预算完成率…% · 为年初预算的…% · 完成年初预算41万元的98.41% */
export interface CompletionPhrase extends Range {
  readonly kind: 'completion';
  readonly subject: Words | undefined;
  /** 年初预算; undefined where only 完成率 is said. */
  readonly base: Words | undefined;
  readonly baseFigure: ProseNumber | undefined;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 增加67.08万元 · 各减少…万元 · 增加3辆 */
export interface ChangePhrase extends Range {
  readonly kind: 'change';
  readonly subject: Words | undefined;
  readonly direction: Direction;
  readonly distribution: Distribution;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 增长45.56% · 下降…% · 增幅…% · 增长-5.2% */
export interface RatePhrase extends Range {
  readonly kind: 'rate';
  readonly subject: Words | undefined;
  readonly direction: Direction;
  readonly distribution: Distribution;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 与上年度相比 · 比2022年度 · 较年初预算 · 比预算数 · 同比 · 比2022年度的443.50万元 */
export interface AgainstPhrase extends Range {
  readonly kind: 'against';
  readonly base: Base;
  /** The words that name the base; of 同比 the word itself. */
  readonly words: Words;
  /** The year that is named, as a number of the text; undefined for 上年 and 预算. */
  readonly year: ProseNumber | undefined;
  /** What stood before it and may name what is compared: 机关运行经费比上年… */
  readonly subject: Words | undefined;
  /** 与…相比: a statement of its own, where 比 and 较 may stand within a reason. */
  readonly formal: boolean;
  /** The base's own value where the sentence gives it. */
  readonly figure: ProseNumber | undefined;
}

/** 决算数与预算数持平 · 与上年相比无变化 · 决算数大于年初预算数 */
export interface LevelPhrase extends Range {
  readonly kind: 'level';
  readonly relation: '=' | '>' | '<' | '≠';
  readonly subject: Words | undefined;
  readonly base: Base;
  /** The words that name the base. */
  readonly words: Words;
  readonly year: ProseNumber | undefined;
}

/** 没有政府性基金收入 · 无项目支出 · 未发生… */
export interface AbsencePhrase extends Range {
  readonly kind: 'absence';
  readonly subject: Words;
}

/** 主要包括：A、B、C · 包括 … */
export interface ListPhrase extends Range {
  readonly kind: 'list';
  readonly subject: Words | undefined;
  readonly items: readonly Words[];
  /** Ends with 等: more may belong to it. */
  readonly open: boolean;
}

/** 一般公共服务支出（类）档案事务（款）行政运行（项） */
export interface PathPhrase extends Range {
  readonly kind: 'path';
  readonly class: Words | undefined;
  readonly group: Words | undefined;
  readonly item: Words | undefined;
}

/** 其中 · 主要用于以下方面 · 决算中，: what follows are parts of what stood before, or of the subject that is named. */
export interface AmongPhrase extends Range {
  readonly kind: 'among';
  readonly subject: Words | undefined;
}

/** A year that the next value is of: 2022年度, 上年. */
export interface YearPhrase extends Range {
  readonly kind: 'year';
  /** Undefined for 上年, 去年. */
  readonly number: ProseNumber | undefined;
}

/** 主要原因是, 由于: what follows, to the end of the sentence, explains and claims nothing. */
export interface ReasonPhrase extends Range {
  readonly kind: 'reason';
}

/** Unknown text that no claim followed: perhaps the subject of what comes next. */
export interface TextPhrase extends Range {
  readonly kind: 'text';
  readonly words: Words;
}

/**
 * A mark of punctuation that parts claims. `item` is the numbering of an item, wherever it stands; what stands between
 * `open` and `close` is an aside of what stands before.
 */
export interface BreakPhrase extends Range {
  readonly kind: 'break';
  readonly strength: 'enumeration' | 'comma' | 'colon' | 'semicolon' | 'item' | 'open' | 'close';
}
