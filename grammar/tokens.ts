import { createToken, type IMultiModeLexerDefinition, Lexer, type TokenType } from 'chevrotain';
import { BLANK_CLASS } from './characters.ts';
import * as pattern from './patterns.ts';
import { DIGITS, DIRECTIVE_SCOPES } from './patterns.ts';

/**
 * Tokens of every kind of line, and the lexer modes that hold them. A line is lexed in the one mode of its kind, so that
 * nothing on one line can disturb the next.
 *
 * Two facts of Chevrotain shape the patterns: the `u` flag is dropped, so characters beyond the BMP are written as
 * surrogate pairs; and only positive character classes can be analysed for the first-character dispatch, so "anything
 * but" is written as ranges.
 */

const LETTERS = [
  'A-Za-z_',
  '\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u052f\\u0f00-\\u0fff',
  '\\u2160-\\u217f\\u2460-\\u24ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff',
  '\\uac00-\\ud7a3\\uf900-\\ufaff\\uff21-\\uff3a\\uff41-\\uff5a',
].join('');
const PAIR = '[\\ud800-\\udbff][\\udc00-\\udfff]';
const WORD = `(?:[${LETTERS}${DIGITS}]|${PAIR})`;
const QUOTES = '"\\u201c\\u201d\\uff02';
const QUOTED = `[${QUOTES}][^${QUOTES}]*[${QUOTES}]`;

function token(name: string, pattern: string, more: { group?: string } = {}): TokenType {
  return createToken({ name, pattern: new RegExp(pattern), ...more });
}

/** Between tokens, whatever the mode. */
export const Blank = token('Blank', `[${BLANK_CLASS}]+`, { group: Lexer.SKIPPED });

/** Catches what no other token takes, so that lexing never fails; the parser reports it. */
export const Unknown = token('Unknown', '[\\u0000-\\uffff]');

// ---- expressions, definitions, assertions ----------------------------------------------------------------------

export const DefineWord = createToken({
  name: 'DefineWord',
  pattern: '设',
  push_mode: 'expression',
});
export const AssertWord = createToken({
  name: 'AssertWord',
  pattern: '核对',
  push_mode: 'expression',
});

/** `公开03表`, `本年支出合计`, `财政拨款“三公”经费支出决算表`. */
export const Name = token(
  'Name',
  `(?:[${LETTERS}]|${PAIR})${WORD}*(?:[${QUOTES}][^${QUOTES}]+[${QUOTES}]${WORD}+)*`,
);
export const Digits = token('Digits', `[${DIGITS}]+(?:[.\\uff0e][${DIGITS}]+)?`);
export const Quoted = token('Quoted', QUOTED);
export const Percent = token('Percent', '[%\\uff05]');
export const Plus = token('Plus', '[+\\uff0b]');
export const Minus = token('Minus', '[-\\uff0d\\u2212]');
export const Times = token('Times', '[*\\xd7\\uff0a]');
export const Divide = token('Divide', '[/\\xf7\\uff0f]');
/** One of `= ≠ ≤ ≥ < >`, in any width, also `!= <= >=`. */
export const Relation = token(
  'Relation',
  '[!\\uff01][=\\uff1d]|[<>\\uff1c\\uff1e][=\\uff1d]?|[=\\uff1d]|[\\u2260\\u2264\\u2265\\u2266\\u2267]',
);
export const OpenRound = token('OpenRound', '[(\\uff08]');
export const CloseRound = token('CloseRound', '[)\\uff09]');
export const Comma = token('Comma', '[,\\uff0c]');
export const Dot = token('Dot', '[.\\uff0e]');
export const OpenSquare = createToken({
  name: 'OpenSquare',
  pattern: /[[\uff3b\u3010]/,
  push_mode: 'selector',
});

/** Everything between square brackets. */
export const SelectorText = token(
  'SelectorText',
  '[\\u0000-\\u005c\\u005e-\\u3010\\u3012-\\uff3c\\uff3e-\\uffff]+',
);
export const CloseSquare = createToken({
  name: 'CloseSquare',
  pattern: /[\]\uff3d\u3011]/,
  pop_mode: true,
});

// ---- rows -------------------------------------------------------------------------------------------------------

export const Bar = token('Bar', '[|\\uff5c]');
export const Tab = token('Tab', '\\t');
/** A backslash with the character whose meaning it takes away. */
export const Escape = token('Escape', '\\\\[|\\uff5c[\\]\\uff3b\\uff3d\\u3010\\u3011\\\\*<]');
export const LineBreakTag = token('LineBreakTag', '<[bB][rR][ \\t]*/?>');
export const Emphasis = token('Emphasis', '\\*\\*|</?[bB]>');
/** Text of a cell up to the next character that may mean something. */
export const CellText = token(
  'CellText',
  '[\\u0000-\\u0008\\u000a-\\u0029\\u002b-\\u003b\\u003d-\\u005b\\u005d-\\u007b\\u007d-\\uff5b\\uff5d-\\uffff]+',
);
/** `*`, `<` or `\` that begin nothing, a bar in a TAB row, a TAB in a bar row. */
export const CellMark = token('CellMark', '[*<\\\\|\\uff5c\\t]');

// ---- header, table starts and table fields ------------------------------------------------------------------------

export const HeaderKey = token('HeaderKey', pattern.HEADER_KEY);
export const Colon = createToken({ name: 'Colon', pattern: /[:\uff1a]/ });
/** The rest of the line after the colon of a header field, or after what begins a reason. */
export const Rest = token('Rest', '[\\u0000-\\uffff]+');
const HeaderColon = createToken({
  name: 'HeaderColon',
  pattern: /[:\uff1a]/,
  push_mode: 'rest',
});

export const TableWord = token('TableWord', pattern.TABLE_WORD);
/** Between words above a table a bar is a blank: the head of a sheet that was pasted as rows. */
export const LooseBar = token('LooseBar', '[|\\uff5c]+', { group: Lexer.SKIPPED });
/** `公开01表`, with blanks anywhere inside. */
export const FormNumber = token('FormNumber', pattern.FORM_NUMBER);
/** `（单位：元）`, `（万元）`. */
export const UnitBracket = token('UnitBracket', pattern.UNIT_BRACKET);
/** What stands before the colon of a table field. */
export const FieldKeyword = token('FieldKeyword', pattern.FIELD_KEYWORD);
export const DateField = token('DateField', pattern.DATE_FIELD);
export const YearField = token('YearField', pattern.YEAR_FIELD);
/** A run without blanks, or one bracket. */
export const Word = token('Word', pattern.WORD);

// ---- directives -----------------------------------------------------------------------------------------------------

export const CommentMark = token('CommentMark', pattern.COMMENT_MARK);
export const DirectiveWord = token(
  'DirectiveWord',
  `(?:${DIRECTIVE_SCOPES.map(([word]) => word).join('|')})(?![-A-Za-z])`,
);
/** What stands between the rules and the reason. */
export const ReasonMark = createToken({
  name: 'ReasonMark',
  pattern: /--+|\u2014+|\uff0d\uff0d|[:\uff1a]/,
  push_mode: 'rest',
});
export const RuleComma = token('RuleComma', '[,\\uff0c、]');
/** A rule id such as `sum/children`. */
export const RuleId = token(
  'RuleId',
  `(?:(?!--)[\\u0021-\\u002b\\u002d-\\u0039\\u003b-\\u009f\\u00a1-\\u1fff\\u2010-\\u2013\\u2015-\\u2027\\u2030-\\u205e\\u2060-\\u2fff\\u3002-\\ufefe\\uff00-\\uff0b\\uff0e-\\uff19\\uff1b-\\uffff])+`,
);

const expression = [
  Blank,
  Name,
  Digits,
  Quoted,
  Relation,
  Plus,
  Minus,
  Times,
  Divide,
  OpenRound,
  CloseRound,
  OpenSquare,
  Comma,
  Dot,
  Percent,
  Unknown,
];

/** The mode that a line of each kind is lexed in. */
export const MODES = {
  definition: [Blank, DefineWord, Unknown],
  assertion: [Blank, AssertWord, Unknown],
  expression,
  selector: [CloseSquare, SelectorText],
  barRow: [Bar, Escape, LineBreakTag, Emphasis, CellText, CellMark],
  tabRow: [Tab, Escape, LineBreakTag, Emphasis, CellText, CellMark],
  header: [Blank, HeaderKey, HeaderColon, Unknown],
  rest: [Rest],
  tableStart: [Blank, LooseBar, TableWord, FormNumber, UnitBracket, Word],
  tableField: [Blank, LooseBar, FormNumber, UnitBracket, FieldKeyword, DateField, YearField, Word],
  directive: [Blank, CommentMark, DirectiveWord, ReasonMark, RuleComma, RuleId, Unknown],
} satisfies IMultiModeLexerDefinition['modes'];

export type Mode = keyof typeof MODES;

export { HeaderColon };

/** Every token once, for the parser. */
export const TOKENS: readonly TokenType[] = [...new Set(Object.values(MODES).flat())];

export const LEXER_DEFINITION: IMultiModeLexerDefinition = {
  modes: MODES,
  defaultMode: 'expression',
};

/** Modes that a token of another mode enters. */
const ENTERED: Readonly<Partial<Record<Mode, readonly Mode[]>>> = {
  definition: ['expression', 'selector'],
  assertion: ['expression', 'selector'],
  expression: ['selector'],
  header: ['rest'],
  directive: ['rest'],
};

/** A mode with those that it leads to: a lexer for one kind of line is ready sooner than one for all. */
export function definitionOf(mode: Mode): IMultiModeLexerDefinition {
  const modes = [mode, ...(ENTERED[mode] ?? [])];
  return {
    modes: Object.fromEntries(modes.map((name) => [name, MODES[name]])),
    defaultMode: mode,
  };
}
