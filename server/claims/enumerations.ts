/**
 * Things that are counted and then named one by one: 内设机构3个，包括办公室、财务科、人事科。 What is not surely a complete list of
 * names (等, 主要包括, kinds of things, amounts) is none.
 */
import type { Paragraph, Range, SyntaxTree } from '../../grammar/syntax-tree.ts';
import { foldWidth } from '../../grammar/width.ts';

export interface Enumeration {
  /** `3个`, with what is counted as far as it stands behind: 3个内设机构. */
  readonly stated: Range & { readonly count: number };
  readonly list: Range;
  /** The names. */
  readonly listed: number;
  /** As many names as there may be: 和 within one of them may join two. */
  readonly most: number;
  /** The names stand in one sentence, parted by 、, and one may hold that mark itself. */
  readonly inline: boolean;
  /** What is counted has names (机构, 项目), or the words say that each is named (分别为); 2个平台，包括… may tell of parts. */
  readonly named: boolean;
}

/** Every enumeration that begins in one of `leading`, in order. Linear in the text. */
export function enumerationsIn(
  { text, paragraphs }: SyntaxTree,
  leading: readonly Paragraph[],
): readonly Enumeration[] {
  const found: Enumeration[] = [];
  let at = 0;
  for (const paragraph of leading) {
    while (at < paragraphs.length && paragraphs[at] !== paragraph) at++;
    const words = foldWidth(text.slice(paragraph.start, paragraph.end));
    found.push(...inlineLists(words, paragraph.start));
    const numbered = numberedList(text, paragraphs, at, words);
    if (numbered !== undefined) found.push(numbered);
  }
  return found;
}

/** Whether a paragraph counts anything and leads on to a list: without that no enumeration begins in it. */
export function leadsToList({ start, end }: Paragraph, text: string): boolean {
  const printed = text.slice(start, end);
  if (!LEADING.test(printed)) return false;
  const words = foldWidth(printed);
  return COUNTED.test(words) && (words.search(INLINE) >= 0 || ANNOUNCED.test(words));
}

// ---- counts ------------------------------------------------------------------------------------------------------------

const NUMERAL = String.raw`\d{1,3}|[一二两三四五六七八九十]{1,3}`;
const MEASURE = '[个家项所处种支]';
/** What is counted, between the measure word and the list. */
const NOUN = String.raw`[^\d,。;:、()!\n]{0,12}?`;
const COUNT = String.raw`(?<![\d.〔第])(${NUMERAL})\s*${MEASURE}(${NOUN})`;

const COUNTED = new RegExp(COUNT);

/** More than these may lawfully be meant, or others. */
const NOT_ALL = /主要|其中|以上|以下|左右|多|余|等|不含|不包括|涉及/;

/** The numeral, its measure word, and what is counted. */
function rangeOfCount(
  { 0: all, 1: numeral = '', 2: noun = '', index }: RegExpExecArray,
  offset: number,
): Range {
  const measure = all.slice(numeral.length).search(/\S/) + numeral.length + 1;
  const start = offset + index;
  return { start, end: start + measure + noun.trimEnd().length };
}

const DIGITS = '一二三四五六七八九';

/** 十二 is 12; undefined for what is no number below 100. */
function numberOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.replace('两', '二').split('十');
  const digit = (text = ''): number => DIGITS.indexOf(text) + 1;
  if (ones === undefined) return tens?.length === 1 ? digit(tens) : undefined;
  if ((tens?.length ?? 0) > 1 || ones.length > 1) return undefined;
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}

// ---- lists within a sentence ---------------------------------------------------------------------------------------------

const INLINE = new RegExp(
  `${COUNT}\\s*(?:[,:]?\\s*(?:分别为|分别是|具体为|具体是|具体包括|依次为|即|包括|包含)\\s*:?|:)\\s*`,
  'g',
);

const EACH = /分别|具体|依次|即/;
const NAMED = /机构|科室|处室|股室|单位|部门|科|处|股|项目/;

function* inlineLists(words: string, offset: number): Generator<Enumeration> {
  for (const lead of words.matchAll(INLINE)) {
    const [all, numeral = '', noun = ''] = lead;
    const count = numberOf(numeral);
    // 1个平台，包括… tells what it consists of.
    if (count === undefined || count < 2 || NOT_ALL.test(noun)) continue;
    const from = lead.index + all.length;
    const names = namesFrom(words, from);
    if (names === undefined || !isLikely(count, names.listed)) continue;
    yield {
      stated: { ...rangeOfCount(lead, offset), count },
      list: { start: offset + from, end: offset + names.end },
      listed: names.listed,
      most: names.most,
      inline: true,
      named:
        EACH.test(all) || NAMED.test(words.slice(Math.max(0, lead.index - 8), lead.index) + noun),
    };
  }
}

/** What leads on to any list, quickly found. */
const LEADING = /[:：即]|分别[为是]|具体[为是包]|依次为|包[括含]/;

const OPENING = '([《“‘"<〈【';
const CLOSING = ')]》”’">〉】';
const LONGEST_NAME = 40;

/** A name that tells a kind, of which there may be several. */
const KIND =
  /^(?:行政|事业|机关|企业|参公|参照|全额|差额|自收自支|公益|社会|一级|二级|下属|所属|直属|其他|财政).{0,14}(?:单位|机构|机关|团体|企业|部门|组织|项目|人员)$/;
/** Words that are no name: an amount, a number of things, an open end. */
const NO_NAME =
  /\d\s*(?:万元|元|个|家|项|人|名|辆|台|%|分)|等(?:\d|$)|^(?:其中|以及其他|详见|见附件)|……|…/;
const JOINED = /以及|和|及/g;

interface Names {
  readonly end: number;
  readonly listed: number;
  readonly most: number;
}

/** Names parted by 、 up to the end of the sentence; undefined where anything else stands among them. */
function namesFrom(words: string, from: number): Names | undefined {
  const names: string[] = [];
  let depth = 0;
  let start = from;
  let at = from;
  for (; at < words.length; at++) {
    const char = words[at] ?? '';
    if (char === '"') depth = depth === 0 ? 1 : 0;
    else if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (char === '、') {
      names.push(words.slice(start, at));
      start = at + 1;
    } else if ('。;!'.includes(char)) break;
    else if (',:'.includes(char)) return undefined;
    if (at - start > LONGEST_NAME) return undefined;
  }
  if (depth > 0) return undefined;
  names.push(words.slice(start, at));
  const plain = names.map((name) => name.replace(/\s+/g, ''));
  if (plain.length < 2 || plain.some((name) => isNoName(name))) return undefined;
  // What stands in brackets is part of a name.
  const joins = plain.map((name) => name.replace(/\(.*?\)/g, '').match(JOINED)?.length ?? 0);
  const most = joins.reduce((sum, join) => sum + join, plain.length);
  return { end: at, listed: plain.length, most };
}

function isNoName(name: string): boolean {
  return name === '' || NO_NAME.test(name) || KIND.test(name);
}

/** Whether a list that differs is the list of just these things: kinds of them would be far fewer. */
function isLikely(count: number, listed: number): boolean {
  return Math.abs(count - listed) <= (count <= 5 ? 1 : count <= 15 ? 2 : 3);
}

// ---- lists of numbered paragraphs ----------------------------------------------------------------------------------------

/** 共3个，具体是：at the end of a paragraph. */
const ANNOUNCED = new RegExp(
  `${COUNT}\\s*,?\\s*(?:具体|名单|分别)?(?:情况|名单)?(?:如下|包括|为|是|有)?\\s*:\\s*$`,
);

const NUMBERED = /^[\s*-]*(?:(\d{1,2})\s*[.、)]|\((\d{1,2})\))(?!\d)/;

/** Numbered paragraphs right below the one that announces them. */
function numberedList(
  text: string,
  paragraphs: readonly Paragraph[],
  at: number,
  words: string,
): Enumeration | undefined {
  const lead = ANNOUNCED.exec(words);
  const own = paragraphs[at];
  if (lead === null || own === undefined) return undefined;
  const [, numeral = '', noun = ''] = lead;
  const count = numberOf(numeral);
  if (count === undefined || NOT_ALL.test(noun)) return undefined;
  let listed = 0;
  let last: Paragraph | undefined;
  for (let next = at + 1; next < paragraphs.length; next++) {
    const paragraph = paragraphs[next];
    if (paragraph === undefined || paragraph.heading !== own.heading) break;
    const begins = foldWidth(
      text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 12)),
    );
    const [, plain, bracketed] = NUMBERED.exec(begins) ?? [];
    if (Number(plain ?? bracketed) !== listed + 1) break;
    listed++;
    last = paragraph;
  }
  const first = paragraphs[at + 1];
  if (first === undefined || last === undefined || !isLikely(count, listed)) return undefined;
  // 共3个，其中二级预算单位2个，具体是: of which of the two is not said.
  const sentence = words.slice(words.lastIndexOf('。', lead.index) + 1, lead.index);
  const before = [...sentence.matchAll(new RegExp(COUNT, 'g'))];
  if (before.some(([, other = '']) => numberOf(other) === listed)) return undefined;
  return {
    stated: { ...rangeOfCount(lead, own.start), count },
    list: { start: first.start, end: last.end },
    listed,
    most: listed,
    inline: false,
    named: true,
  };
}
