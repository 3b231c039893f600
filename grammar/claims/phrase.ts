/**
 * What a sentence of the narrative says, phrase by phrase, before anything is known of tables: an island grammar. Words
 * that it does not know are stepped over and kept as the text of a subject. Which quantity a subject names is for
 * `server/claims` to say; the vocabulary here is only that of claiming (为, 占, 完成, 增长, 其中 …).
 *
 * Ranges are offsets into the whole text; a paragraph broken over lines is read as one.
 */
import type { ProseNumber } from '../prose-number.ts';
import type { Range } from '../syntax-tree.ts';

/** One sentence (up to 。 ； at its end, or the end of the paragraph) with its phrases in order. */
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
  | BreakPhrase;

/** How closely a figure is meant (R11): 约 近 左右 are `about`; 以上 超过 至少 `at-least`; 不足 以内 `at-most`. */
export type Closeness = 'exact' | 'about' | 'at-least' | 'at-most';

/** 支出合计120.50万元 · 收、支总计均为… · A、B分别为1万元、2万元 */
export interface ValuePhrase extends Range {
  readonly kind: 'value';
  /** The unknown text that names what is valued; undefined where the figure stands alone. */
  readonly subject: Range | undefined;
  readonly figures: readonly ProseNumber[];
  /** 均, 各: each subject has this value. 分别: subjects and figures pair off. */
  readonly distribution: 'one' | 'each' | 'respectively';
  readonly closeness: Closeness;
}

/** 占81.49% · 占支出合计的99.93% · 占比…% */
export interface SharePhrase extends Range {
  readonly kind: 'share';
  readonly subject: Range | undefined;
  readonly base: Range | undefined;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 完成年初预算的90.77% · 预算完成率…% · 为年初预算的…% */
export interface CompletionPhrase extends Range {
  readonly kind: 'completion';
  readonly subject: Range | undefined;
  readonly base: Range | undefined;
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 增加67.08万元 · 各减少…万元 · 增加3辆 */
export interface ChangePhrase extends Range {
  readonly kind: 'change';
  readonly subject: Range | undefined;
  readonly direction: 'up' | 'down' | 'unsaid';
  readonly distribution: 'one' | 'each' | 'respectively';
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 增长45.56% · 下降…% · 增幅…% · 增长-5.2% */
export interface RatePhrase extends Range {
  readonly kind: 'rate';
  readonly subject: Range | undefined;
  readonly direction: 'up' | 'down' | 'unsaid';
  readonly figures: readonly ProseNumber[];
  readonly closeness: Closeness;
}

/** 与上年度相比 · 比2022年度 · 较年初预算 · 比预算数 */
export interface AgainstPhrase extends Range {
  readonly kind: 'against';
  readonly base: 'last-year' | 'budget' | 'other';
  /** The words that name the base. */
  readonly words: Range;
}

/** 持平 · 不存在差异 · 大于 · 小于 · 等于 */
export interface LevelPhrase extends Range {
  readonly kind: 'level';
  readonly subject: Range | undefined;
  readonly relation: '=' | '>' | '<' | '≠';
  readonly object: Range | undefined;
}

/** 没有政府性基金收入 · 无项目支出 · 未发生… */
export interface AbsencePhrase extends Range {
  readonly kind: 'absence';
  readonly subject: Range;
}

/** 主要包括：A、B、C · 包括 … */
export interface ListPhrase extends Range {
  readonly kind: 'list';
  readonly subject: Range | undefined;
  readonly items: readonly Range[];
}

/** 一般公共服务支出（类）档案事务（款）行政运行（项） */
export interface PathPhrase extends Range {
  readonly kind: 'path';
  readonly class: Range | undefined;
  readonly group: Range | undefined;
  readonly item: Range | undefined;
}

/** 其中 */
export interface AmongPhrase extends Range {
  readonly kind: 'among';
}

/** A mark of punctuation that parts claims, and text that says nothing the grammar knows. */
export interface BreakPhrase extends Range {
  readonly kind: 'break';
  readonly strength: 'comma' | 'semicolon' | 'stop' | 'colon' | 'text';
}
