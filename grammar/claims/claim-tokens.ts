import { createToken, type TokenType } from 'chevrotain';
import { MARKS } from './squeeze.ts';
import * as words from './words.ts';

/**
 * Tokens of a squeezed paragraph, made from the word table. What no token takes is `Text`, one token up to the next word
 * that may claim something; words count only where what follows fits, which the patterns ask with look-aheads.
 */

/** First characters of all tokens but text, for text to stop at. */
const starts = new Set<string>();

function escaped(word: string): string {
  return word.replace(/[()[\]*+?.|^$\\]/g, '\\$&');
}

/** One of the words, the longest that fits. */
function oneOf(...lists: readonly (readonly string[])[]): string {
  const sorted = lists.flat().sort((a, b) => b.length - a.length);
  return `(?:${sorted.map(escaped).join('|')})`;
}

/** A token that begins with one of the words or characters in `first`. */
function token(name: string, pattern: string, ...first: readonly (readonly string[])[]): TokenType {
  // Without the hint, the lexer would work the first characters out of the pattern at every start.
  const own = new Set(first.flat().map((word) => word.charAt(0)));
  for (const start of own) starts.add(start);
  return createToken({ name, pattern: new RegExp(pattern), start_chars_hint: [...own] });
}

/** A token that is one character; the lexer knows it by its code alone. */
function mark(name: string, character: string): TokenType {
  starts.add(character);
  return createToken({ name, pattern: character });
}

const FIGURE = `[${MARKS.amount}-${MARKS.score}]`;
const ANY_NUMBER = `[${MARKS.amount}-${MARKS.bare}]`;
const { year: YEAR, percentage: PERCENTAGE } = MARKS;

const closeBefore = Object.values(words.CLOSENESS_BEFORE).flat();
const closeAfter = Object.values(words.CLOSENESS_AFTER).flat();
const CLOSE = oneOf(closeBefore);
const FIGURE_AHEAD = `(?=${CLOSE}?${ANY_NUMBER})`;
const PERCENTAGE_AHEAD = `(?=${CLOSE}?${PERCENTAGE})`;
const COPULA = oneOf(words.COPULAS);
const directions = Object.values(words.DIRECTIONS).flat();
const everyDirection = oneOf(directions);

const TAILS = `${oneOf(words.BASE_TAILS)}{0,4}`;
const BUDGET = `${YEAR}?${oneOf(words.BUDGET_HEADS, ['初'])}{0,3}${words.BUDGET}${TAILS}`;
const NO_NAME = `(?!${oneOf(words.NOT_LAST_YEAR_BEFORE)})`;
const LAST_YEAR = `${oneOf(words.LAST_YEAR)}${NO_NAME}`;
const BASE = `(?:${BUDGET}|(?:${LAST_YEAR}|${YEAR})${TAILS})`;
const COMPARED = oneOf(words.COMPARED);
const LEVEL_WORDS = oneOf(...Object.values(words.LEVELS));

// ---- numbers ------------------------------------------------------------------------------------------------------

/** A counted figure with what may follow it: 左右, 以上. */
export const Figure = token('Figure', `${FIGURE}${oneOf(closeAfter)}?`, [
  MARKS.amount,
  MARKS.percentage,
  MARKS.points,
  MARKS.count,
  MARKS.score,
]);
/** A number without unit. */
export const Bare = mark('Bare', MARKS.bare);
export const Year = mark('Year', YEAR);
export const DateMark = mark('DateMark', MARKS.date);
/** The numbering of an item, with its brackets or point. */
export const Numbering = token('Numbering', `\\(?${MARKS.numbering}[.、)]*`, [
  MARKS.numbering,
  '(',
]);

// ---- text that a word below would break -----------------------------------------------------------------------------

export const Plain = token('Plain', oneOf(words.PLAIN), words.PLAIN);

// ---- claims -----------------------------------------------------------------------------------------------------------

export const CloseBefore = token('CloseBefore', `${CLOSE}(?=${ANY_NUMBER})`, closeBefore);
/** Between two figures of a list: 415.00万元和110.00万元. */
export const Join = token('Join', `(?:和|与|及|以及)${FIGURE_AHEAD}`, ['和', '与', '及', '以及']);

const QUANTITY_AHEAD = `(?=${COPULA}{0,2}${CLOSE}?${ANY_NUMBER}|${everyDirection}|占)`;
export const Each = token('Each', oneOf(words.EACH) + QUANTITY_AHEAD, words.EACH);
export const Respectively = token(
  'Respectively',
  oneOf(words.RESPECTIVELY) + QUANTITY_AHEAD,
  words.RESPECTIVELY,
);

const NOUN_TAIL = `(?:${oneOf(words.SHARE_TAILS, words.RESPECTIVELY)}|${COPULA}){0,3}`;
/** 占, 占比为: the percentage follows. */
export const Share = token(
  'Share',
  `(?:${oneOf(words.SHARE_NOUNS)}|占的?)${NOUN_TAIL}${PERCENTAGE_AHEAD}`,
  words.SHARE_NOUNS,
  ['占'],
);
/** 的, 的比重为 between the base and the percentage. */
export const ShareTail = token(
  'ShareTail',
  `(?:的?${oneOf(words.SHARE_TAILS)}${oneOf(words.RESPECTIVELY)}?${COPULA}{0,2}|的${oneOf(words.RESPECTIVELY)}?)${PERCENTAGE_AHEAD}`,
  ['的'],
  words.SHARE_TAILS,
);
/** 完成年初预算 before 的90.77% or 41万元的98.41%. */
export const Completion = token(
  'Completion',
  `${oneOf(words.COMPLETIONS)}${BUDGET}(?=的?${COPULA}?${CLOSE}?${PERCENTAGE}|${MARKS.amount}的)`,
  words.COMPLETIONS,
);
export const CompletionNoun = token(
  'CompletionNoun',
  `${oneOf(words.BUDGET_HEADS)}{0,2}${oneOf(words.COMPLETION_NOUNS)}${COPULA}{0,2}${PERCENTAGE_AHEAD}`,
  words.BUDGET_HEADS,
  words.COMPLETION_NOUNS,
);
/** 占 before the name of a base. */
export const ShareOf = token('ShareOf', `占(?!${oneOf(words.NOT_SHARE_BEFORE)})`, ['占']);

const CHANGE_TAIL = `${oneOf(words.CHANGE_TAILS)}{0,2}${oneOf(words.RESPECTIVELY)}?${COPULA}{0,2}${FIGURE_AHEAD}`;
export const Increase = token(
  'Increase',
  oneOf(words.DIRECTIONS.up) + CHANGE_TAIL,
  words.DIRECTIONS.up,
);
export const Decrease = token(
  'Decrease',
  oneOf(words.DIRECTIONS.down) + CHANGE_TAIL,
  words.DIRECTIONS.down,
);
export const Alteration = token(
  'Alteration',
  oneOf(words.DIRECTIONS.unsaid) + CHANGE_TAIL,
  words.DIRECTIONS.unsaid,
);

/** 大于年初预算数 */
export const GreaterOrLess = token(
  'GreaterOrLess',
  oneOf(...Object.values(words.GREATER_OR_LESS)) + BASE,
  ...Object.values(words.GREATER_OR_LESS),
);
export const Against = token(
  'Against',
  [
    `${oneOf(words.COMPARING)}${BASE}${COMPARED}?`,
    `${oneOf(words.COMPARING_OR_JOINING)}${BASE}(?=[^,;。]{0,24}(?:${COMPARED}|${LEVEL_WORDS}))${COMPARED}?`,
    oneOf(words.YEAR_ON_YEAR),
  ].join('|'),
  words.COMPARING,
  words.COMPARING_OR_JOINING,
  words.YEAR_ON_YEAR,
);
/** 相比, after the words between the base and it. */
export const Compared = token(
  'Compared',
  oneOf(words.COMPARED.filter((word) => word.length > 1)),
  words.COMPARED,
);
export const Level = token(
  'Level',
  `${oneOf(words.HEDGES)}?${LEVEL_WORDS}`,
  words.HEDGES,
  ...Object.values(words.LEVELS),
);
export const Absence = token(
  'Absence',
  `(?:没有|无(?!${oneOf(words.NOT_ABSENT_BEFORE)})|未(?=${oneOf(words.ABSENT_VERBS)}))${oneOf(words.ABSENT_VERBS)}?`,
  words.ABSENT,
);
export const Purpose = token(
  'Purpose',
  `${oneOf(words.PURPOSES)}${oneOf(words.LIST_HEADS)}?:?`,
  words.PURPOSES,
);
export const List = token(
  'List',
  `${oneOf(words.LISTS)}${oneOf(words.LIST_HEADS)}?:?`,
  words.LISTS,
);
export const Reason = token('Reason', `${oneOf(words.REASONS)}:?`, words.REASONS);
export const Among = token('Among', `${oneOf(words.AMONG)}[:,]?`, words.AMONG);
export const LastYear = token('LastYear', LAST_YEAR, words.LAST_YEAR);
export const Copula = token('Copula', `${COPULA}{1,3}${FIGURE_AHEAD}`, words.COPULAS);

// ---- brackets and punctuation ------------------------------------------------------------------------------------------

export const ClassMark = token('ClassMark', `\\([0-9${MARKS.bare}]{0,7}类\\)`, ['(']);
export const GroupMark = token('GroupMark', `\\([0-9${MARKS.bare}]{0,7}款\\)`, ['(']);
export const ItemMark = token('ItemMark', `\\([0-9${MARKS.bare}]{0,7}项\\)`, ['(']);
/** A short bracket without figures is part of a name: 因公出国（境）费. */
export const Aside = token('Aside', `\\([^()${MARKS.amount}-${MARKS.numbering},;。:]{0,14}\\)`, [
  '(',
]);
export const OpenRound = mark('OpenRound', '(');
export const CloseRound = mark('CloseRound', ')');
export const Comma = mark('Comma', ',');
export const Enumeration = mark('Enumeration', '、');
export const Colon = mark('Colon', ':');
export const Semicolon = token('Semicolon', '[;；]', [';', '；']);
export const Stop = token('Stop', '[。!！?？]', ['。', '!', '！', '?', '？']);

/** Characters that begin no token, as positive ranges: only those let the lexer dispatch on the first character. */
function harmless(): string {
  const codes = [...starts].map((start) => start.charCodeAt(0)).sort((a, b) => a - b);
  let ranges = '';
  let from = 0;
  for (const code of [...codes, 0x10000]) {
    if (code > from) ranges += `${unit(from)}-${unit(code - 1)}`;
    from = code + 1;
  }
  return ranges;
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Chevrotain tells characters up to U+00FF apart, and others by blocks of 255. */
function everyStart(): number[] {
  const codes = [...Array.from({ length: 256 }, (_, code) => code), 0xffff];
  for (let code = 256; code < 0xffff; code += 128) codes.push(code);
  return codes;
}

/** Text of characters that begin no other token. Pieces are limited; the parser joins what stands side by side. */
export const Text = createToken({
  name: 'Text',
  pattern: new RegExp(`[${harmless()}]{1,200}`),
  start_chars_hint: everyStart(),
});

/**
 * Text from a character that may begin another token and does not. (A look-ahead in `Text` for the words themselves would
 * make one expression of all patterns, which takes longer to ready than a report to check.)
 */
export const OtherText = createToken({
  name: 'OtherText',
  pattern: new RegExp(`[\\u0000-\\uffff][${harmless()}]{0,200}`),
  start_chars_hint: everyStart(),
  categories: [Text],
});

/** In the order in which the lexer tries them: what begins another token is no `Text`, so it may well come first. */
export const CLAIM_TOKENS: readonly TokenType[] = [
  Text,
  Figure,
  Bare,
  Year,
  DateMark,
  Numbering,
  Plain,
  CloseBefore,
  Join,
  Each,
  Respectively,
  Share,
  ShareTail,
  Completion,
  CompletionNoun,
  ShareOf,
  Increase,
  Decrease,
  Alteration,
  Level,
  GreaterOrLess,
  Against,
  Compared,
  Absence,
  Purpose,
  List,
  Reason,
  Among,
  LastYear,
  Copula,
  ClassMark,
  GroupMark,
  ItemMark,
  Aside,
  OpenRound,
  CloseRound,
  Comma,
  Enumeration,
  Colon,
  Semicolon,
  Stop,
  OtherText,
];
