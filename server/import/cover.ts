/** The cover: whose report, of which year, of which kind, of which date. */
import type { Fragment } from './fragments.ts';
import { type Character, charactersOf, piecesOf } from './fragments.ts';
import type { TextItem } from './items.ts';

export interface Cover {
  readonly kind: readonly Fragment[] | undefined;
  readonly name: readonly Fragment[] | undefined;
  readonly year: readonly Fragment[] | undefined;
  readonly date: readonly Fragment[] | undefined;
  /** Items that the fields above do not wholly say. */
  readonly rest: readonly TextItem[];
}

const DATE =
  /^(?:二[〇零○ＯO0]|20)[〇零○ＯO一二三四五六七八九\d]{2}年[一二三四五六七八九十\d]{1,3}月(?:[一二三四五六七八九十\d]{1,3}日)?$/;
const TITLE =
  /^(.{0,80}?)(\d{4}|[二〇零○一三四五六七八九]{4})年?度?(.{0,80}?)((?:部门|单位)决算)(.*)$/;
const TITLE_WITHOUT_YEAR = /^(.{1,80}?)((?:部门|单位)决算)(.*)$/;
/** Words after 部门决算 that say nothing which the header does not say. */
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const NOTHING: Cover = {
  kind: undefined,
  name: undefined,
  year: undefined,
  date: undefined,
  rest: [],
};

export function readCover(items: readonly TextItem[]): Cover {
  if (items.length === 0) return NOTHING;
  const date = items.find((item) => DATE.test(item.compact));
  const others = items.filter((item) => item !== date);
  const dated = date === undefined ? undefined : date.pieces;
  // The title may be broken over lines, and other lines may stand before or after it.
  for (let from = 0; from < others.length; from += 1) {
    for (let to = Math.min(others.length, from + 5); to > from; to -= 1) {
      const title = readTitle(others.slice(from, to));
      if (title === undefined) continue;
      const rest = title.whole ? [...others.slice(0, from), ...others.slice(to)] : [...others];
      return { ...title, date: dated, rest };
    }
  }
  return { ...NOTHING, date: dated, rest: others };
}

interface Title {
  readonly kind: readonly Fragment[];
  readonly name: readonly Fragment[] | undefined;
  readonly year: readonly Fragment[] | undefined;
  /** False where the title says more than its fields. */
  readonly whole: boolean;
}

function readTitle(items: readonly TextItem[]): Title | undefined {
  const characters = charactersOf(items.flatMap((item) => item.pieces));
  if (characters.length > 120) return undefined;
  const compact = characters
    .map((character) => character.text)
    .join('')
    .normalize('NFKC');
  // Folding must not have changed the length, else places are lost.
  const text =
    compact.length === characters.length ? compact : characters.map((entry) => entry.text).join('');
  const match = TITLE.exec(text);
  if (match === null) {
    const short = TITLE_WITHOUT_YEAR.exec(text);
    if (short === null) return undefined;
    const [, name = '', kind = '', rest = ''] = short;
    return {
      name: piecesOf(characters.slice(0, name.length)),
      year: undefined,
      kind: piecesOf(characters.slice(name.length, name.length + kind.length)),
      whole: rest === '',
    };
  }
  const [, before = '', year = '', after = '', kind = '', rest = ''] = match;
  const afterEnd = text.length - rest.length - kind.length;
  const ahead = characters.slice(0, before.length);
  const behind = characters.slice(afterEnd - after.length, afterEnd);
  const name = behind.length > 0 ? behind : ahead;
  return {
    name: name.length > 0 ? piecesOf(name) : undefined,
    year: yearFragments(characters.slice(before.length, before.length + 4), year),
    kind: piecesOf(characters.slice(afterEnd, afterEnd + kind.length)),
    whole: rest === '' && (ahead.length === 0 || behind.length === 0),
  };
}

/** 2023 as printed; 二〇二三 in the digits that the header wants. */
function yearFragments(characters: readonly Character[], year: string): Fragment[] {
  if (/^\d{4}$/.test(characters.map((character) => character.text).join('')))
    return piecesOf(characters);
  return [Array.from(year, (digit) => DIGITS[digit] ?? digit).join('')];
}
