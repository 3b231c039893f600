import { createToken, Lexer, type TokenType } from 'chevrotain';
import { MARKS } from './squeeze.ts';
import {
  ahead,
  either,
  maybe,
  notAhead,
  oneOf,
  type Pattern,
  runOf,
  runWithout,
  sequence,
  some,
} from './token-pattern.ts';
import * as words from './words.ts';

/**
 * Tokens of a squeezed paragraph, made from the word table. What no token takes is `Text`, one token up to the next word
 * that may claim something; words count only where what follows fits, which the patterns ask with look-aheads.
 * `scan-claims.ts` reads text by these patterns; Chevrotain only knows the names.
 */

/** Tokens that are a phrase on their own. */
export const Single = createToken({ name: 'Single', pattern: Lexer.NA });
/** What the name of a base may consist of: 占…的5%. */
export const BaseWord = createToken({ name: 'BaseWord', pattern: Lexer.NA });
export const Change = createToken({ name: 'Change', pattern: Lexer.NA });

export interface ClaimToken {
  readonly type: TokenType;
  readonly pattern: Pattern;
}

const made: ClaimToken[] = [];

function token(name: string, pattern: Pattern, ...categories: readonly TokenType[]): TokenType {
  const type = createToken({ name, pattern: Lexer.NA, categories: [...categories] });
  made.push({ type, pattern });
  return type;
}

const FIGURES = [MARKS.amount, MARKS.percentage, MARKS.points, MARKS.count, MARKS.score];
const { year: YEAR, percentage: PERCENTAGE } = MARKS;

const closeBefore = Object.values(words.CLOSENESS_BEFORE).flat();
const closeAfter = Object.values(words.CLOSENESS_AFTER).flat();
const FIGURE = oneOf(FIGURES);
const NUMBER = oneOf(FIGURES, [MARKS.bare]);
const CLOSE = maybe(closeBefore);
const NUMBER_AHEAD = ahead(CLOSE, NUMBER);
const PERCENTAGE_AHEAD = ahead(CLOSE, PERCENTAGE);
const COPULAS = some(0, 2, words.COPULAS);
const directions = Object.values(words.DIRECTIONS).flat();

const TAILS = some(0, 4, words.BASE_TAILS);
const BUDGET = sequence(maybe([YEAR]), some(0, 3, words.BUDGET_HEADS, ['初']), words.BUDGET, TAILS);
const LAST_YEAR = sequence(oneOf(words.LAST_YEAR), notAhead(oneOf(words.NOT_LAST_YEAR_BEFORE)));
const BASE = either(BUDGET, sequence(either(LAST_YEAR, oneOf([YEAR])), TAILS));
const LEVEL_WORDS = Object.values(words.LEVELS).flat();

// In the order in which they are tried.

// ---- numbers ------------------------------------------------------------------------------------------------------

/** A counted figure with what may follow it: 左右, 以上. */
export const Figure = token('Figure', sequence(FIGURE, maybe(closeAfter)));
/** A number without unit. */
export const Bare = token('Bare', oneOf([MARKS.bare]), Single);
export const Year = token('Year', oneOf([YEAR]), Single, BaseWord);
export const DateMark = token('DateMark', oneOf([MARKS.date]), Single);
/** The numbering of an item, with its brackets or point. */
export const Numbering = token(
  'Numbering',
  sequence(maybe(['(']), MARKS.numbering, runOf('.、)', 0, Number.POSITIVE_INFINITY)),
  Single,
);

// ---- text that a word below would break -----------------------------------------------------------------------------

/** Text for the parser; a token of its own only so that it comes before the words below. */
export const Plain = token('Plain', oneOf(words.PLAIN));

// ---- claims -----------------------------------------------------------------------------------------------------------

export const CloseBefore = token(
  'CloseBefore',
  sequence(oneOf(closeBefore), ahead(NUMBER)),
  Single,
);
/** Between two figures of a list: 415.00万元和110.00万元. */
export const Join = token(
  'Join',
  sequence(oneOf(['和', '与', '及', '以及']), NUMBER_AHEAD),
  Single,
);

const QUANTITY_AHEAD = either(
  ahead(COPULAS, CLOSE, NUMBER),
  ahead(oneOf(directions)),
  ahead('占'),
  ahead('完成'),
);
export const Each = token('Each', sequence(oneOf(words.EACH), QUANTITY_AHEAD), Single);
export const Respectively = token(
  'Respectively',
  sequence(oneOf(words.RESPECTIVELY), QUANTITY_AHEAD),
  Single,
);

const NOUN_TAIL = some(0, 3, words.SHARE_TAILS, words.RESPECTIVELY, words.COPULAS);
/** 占, 占比为: the percentage follows. */
export const Share = token(
  'Share',
  sequence(
    either(oneOf(words.SHARE_NOUNS), sequence('占', maybe(['的']))),
    NOUN_TAIL,
    PERCENTAGE_AHEAD,
  ),
);
/** 的, 的比重为 between the base and the percentage. */
export const ShareTail = token(
  'ShareTail',
  sequence(
    either(
      sequence(maybe(['的']), oneOf(words.SHARE_TAILS), maybe(words.RESPECTIVELY), COPULAS),
      sequence('的', maybe(words.RESPECTIVELY)),
    ),
    PERCENTAGE_AHEAD,
  ),
);
/** 完成年初预算 before 的90.77% or 41万元的98.41%. */
export const Completion = token(
  'Completion',
  sequence(
    oneOf(words.COMPLETIONS),
    BUDGET,
    either(
      ahead(maybe(['的']), maybe(words.COPULAS), CLOSE, PERCENTAGE),
      ahead(MARKS.amount, '的'),
    ),
  ),
);
export const CompletionNoun = token(
  'CompletionNoun',
  sequence(
    some(0, 2, words.BUDGET_HEADS),
    oneOf(words.COMPLETION_NOUNS),
    COPULAS,
    PERCENTAGE_AHEAD,
  ),
);
/** 占 before the name of a base. */
export const ShareOf = token('ShareOf', sequence('占', notAhead(oneOf(words.NOT_SHARE_BEFORE))));

function change(name: string, list: readonly string[]): TokenType {
  const tail = sequence(some(0, 2, words.CHANGE_TAILS), maybe(words.RESPECTIVELY), COPULAS);
  return token(name, sequence(oneOf(list), tail, NUMBER_AHEAD), Change);
}
export const Increase = change('Increase', words.DIRECTIONS.up);
export const Decrease = change('Decrease', words.DIRECTIONS.down);
export const Alteration = change('Alteration', words.DIRECTIONS.unsaid);

export const Level = token('Level', sequence(maybe(words.HEDGES), oneOf(LEVEL_WORDS)), Single);
/** 大于年初预算数 */
export const GreaterOrLess = token(
  'GreaterOrLess',
  sequence(oneOf(...Object.values(words.GREATER_OR_LESS)), BASE),
  Single,
);
const COMPARED_WITHIN = ahead(runWithout(',;。', 0, 24), oneOf(words.COMPARED, LEVEL_WORDS));
export const Against = token(
  'Against',
  either(
    sequence(oneOf(words.COMPARING), BASE, maybe(words.COMPARED)),
    sequence(oneOf(words.COMPARING_OR_JOINING), BASE, COMPARED_WITHIN, maybe(words.COMPARED)),
    oneOf(words.YEAR_ON_YEAR),
  ),
);
/** 相比, after the words between the base and it. */
export const Compared = token(
  'Compared',
  oneOf(words.COMPARED.filter((word) => word.length > 1)),
  Single,
);
export const Absence = token(
  'Absence',
  sequence(
    either(
      oneOf(['没有']),
      sequence('无', notAhead(oneOf(words.NOT_ABSENT_BEFORE))),
      sequence('未', ahead(oneOf(words.ABSENT_VERBS))),
    ),
    maybe(words.ABSENT_VERBS),
  ),
  Single,
);
export const Purpose = token(
  'Purpose',
  sequence(oneOf(words.PURPOSES), maybe(words.LIST_HEADS), maybe([':'])),
  Single,
);
export const List = token(
  'List',
  sequence(oneOf(words.LISTS), maybe(words.LIST_HEADS), maybe([':'])),
  Single,
);
export const Reason = token('Reason', sequence(oneOf(words.REASONS), maybe([':'])), Single);
export const Among = token('Among', sequence(oneOf(words.AMONG), maybe([':', ','])), Single);
export const LastYear = token('LastYear', LAST_YEAR, Single);
export const Copula = token(
  'Copula',
  sequence(some(1, 3, words.COPULAS), NUMBER_AHEAD),
  Single,
  BaseWord,
);

// ---- brackets and punctuation ------------------------------------------------------------------------------------------

function pathMark(name: string, level: string): TokenType {
  const code = runOf(`0123456789${MARKS.bare}`, 0, 7);
  return token(name, sequence('(', code, level, ')'), Single, BaseWord);
}
export const ClassMark = pathMark('ClassMark', '类');
export const GroupMark = pathMark('GroupMark', '款');
export const ItemMark = pathMark('ItemMark', '项');
/** A short bracket without figures is part of a name: 因公出国（境）费. */
export const Aside = token(
  'Aside',
  sequence('(', runWithout(`()${Object.values(MARKS).join('')},;。:`, 0, 14), ')'),
  Single,
  BaseWord,
);
export const OpenRound = token('OpenRound', oneOf(['(']), Single);
export const CloseRound = token('CloseRound', oneOf([')']), Single);
export const Comma = token('Comma', oneOf([',']), Single);
export const Enumeration = token('Enumeration', oneOf(['、']), Single);
export const Colon = token('Colon', oneOf([':']), Single);
export const Semicolon = token('Semicolon', oneOf([';', '；']), Single);
export const Stop = token('Stop', oneOf(['。', '!', '！', '?', '？']), Single);

/** What no token takes, as far as it reaches. */
export const Text = createToken({
  name: 'Text',
  pattern: Lexer.NA,
  categories: [Single, BaseWord],
});

/** With their patterns, in the order in which they are tried; `Text` is what is left. */
export const CLAIM_TOKENS: readonly ClaimToken[] = made;
