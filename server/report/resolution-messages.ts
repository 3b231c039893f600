/** Words for references that cannot be understood. Places are written `{name}`. */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Localised } from './identifiers.ts';
import { plainLabel } from './label.ts';
import type { ReferenceProblem, ReferenceProblemCode } from './resolution.ts';

const MESSAGES: Readonly<Record<ReferenceProblemCode, Localised>> = {
  'unknown-table': {
    zh: '没有叫“{written}”的表',
    en: 'No table is called “{written}”',
  },
  'ambiguous-table': {
    zh: '“{written}”有好几张，要写明是哪一张',
    en: 'There are several “{written}”; say which',
  },
  'unknown-instance': {
    zh: '没有“{written}”这一张',
    en: 'None of these tables is for “{written}”',
  },
  'unknown-panel': {
    zh: '表里没有“{written}”这一栏组',
    en: 'The table has no panel “{written}”',
  },
  'ambiguous-panel': {
    zh: '“{written}”在几个栏组里都有，要写明是哪一个',
    en: '“{written}” stands in several panels; say which',
  },
  'unknown-row': {
    zh: '表里没有“{written}”这一行',
    en: 'The table has no row “{written}”',
  },
  'ambiguous-row': {
    zh: '“{written}”不止一行，要写明是哪一行',
    en: '“{written}” is more than one row; say which',
  },
  'unknown-column': {
    zh: '表里没有“{written}”这一栏',
    en: 'The table has no column “{written}”',
  },
  'ambiguous-column': {
    zh: '“{written}”不止一栏，要写明是哪一栏',
    en: '“{written}” is more than one column; say which',
  },
  'column-needed': {
    zh: '“{written}”有好几栏，要写明是哪一栏',
    en: '“{written}” has several columns; say which',
  },
  'row-after-column': {
    zh: '行要写在栏的前面：表[行].栏',
    en: 'The row is written before the column: table[row].column',
  },
  'no-codes': {
    zh: '这张表的行没有科目编码，分不出“{written}”',
    en: 'The rows of this table have no subject codes to tell “{written}” by',
  },
};

/** More would not be read. */
const MOST_CHOICES = 8;

/** `choices` come back nearest first; the message names the first few. */
export function referenceProblem(
  code: ReferenceProblemCode,
  range: Range,
  written: string,
  choices: readonly string[],
): ReferenceProblem {
  const sorted = byLikeness(written, choices);
  const shown = sorted.slice(0, MOST_CHOICES);
  const more = sorted.length > shown.length;
  const { zh, en } = MESSAGES[code];
  const list = {
    zh: shown.length === 0 ? '' : `。可以写：${shown.join('、')}${more ? ' …' : ''}`,
    en: shown.length === 0 ? '' : `. You can write: ${shown.join(', ')}${more ? ' …' : ''}`,
  };
  return {
    code,
    start: range.start,
    end: range.end,
    written,
    choices: sorted,
    message: {
      zh: zh.replace('{written}', () => written) + list.zh,
      en: en.replace('{written}', () => written) + list.en,
    },
  };
}

/** Most alike first, by shared characters and pairs of characters; equally alike ones keep their order. */
function byLikeness(written: string, choices: readonly string[]): string[] {
  const wanted = plainLabel(written);
  const scored = choices.map((choice, place) => ({
    choice,
    place,
    score: likeness(wanted, choice),
  }));
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  return scored.map(({ choice }) => choice);
}

function likeness(wanted: string, choice: string): number {
  const other = plainLabel(choice);
  let shared = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    if (other.includes(wanted.charAt(at))) shared += 1;
    if (at + 1 < wanted.length && other.includes(wanted.slice(at, at + 2))) shared += 2;
  }
  return shared / (wanted.length + other.length + 1);
}
