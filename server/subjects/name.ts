/**
 * Names of subjects: what may differ between two prints of one name and still be the same name.
 */
import type { SubjectLevel } from './subject.ts';

const plain = /^[\u4e00-\u9fff（）、]*$/;
const blanks = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const foldable = /[()[\]{},:;"\u2f00-\u2fd5\uf900-\ufaff]/g;
const folded: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '[': '（',
  ']': '）',
  '{': '（',
  '}': '）',
  ',': '，',
  ':': '：',
  ';': '；',
};

/**
 * A name as names are compared: no white space (a name wrapped in its cell has some inside), half-width brackets and
 * punctuation made full-width, straight and curly quotes dropped, and the radicals and compatibility ideographs that
 * text taken out of a PDF holds in place of ordinary characters folded to those. Idempotent.
 */
export function normaliseSubjectName(name: string): string {
  if (plain.test(name)) return name;
  return name
    .replace(blanks, '')
    .replace(/[“”]/g, '')
    .replace(foldable, (character) =>
      character === '"' ? '' : (folded[character] ?? character.normalize('NFKC')),
    );
}

const marker = /（([类款项])）/g;

/**
 * Whether two names in running text mean the same subject. Text marks the level of a name, and shortens the name of a
 * 类 that ends in 支出: 社会保障和就业（类）支出, 社会保障和就业支出（类） and 社会保障和就业支出 are one. The names of
 * 款 and 项, and two names of which neither is marked, must be the same but for the mark. Names marked with different
 * levels differ. In tables names are compared strictly: see `compareSubjectName`.
 */
export function sameSubject(a: string, b: string): boolean {
  const left = readName(a);
  const right = readName(b);
  if (left.level !== undefined && right.level !== undefined && left.level !== right.level) {
    return false;
  }
  const level = left.level ?? right.level;
  return level === '类' ? stem(left.name) === stem(right.name) : left.name === right.name;
}

/** A name without its mark. A text with several marks is no name but a path, which is left as it is. */
function readName(text: string): { name: string; level: SubjectLevel | undefined } {
  const name = normaliseSubjectName(text);
  const marks = [...name.matchAll(marker)];
  const mark = marks[0];
  if (mark === undefined || marks.length > 1) return { name, level: undefined };
  return { name: name.replace(mark[0], ''), level: mark[1] as SubjectLevel };
}

/** 教育支出（类）支出 is how a sentence such as 「教育支出（类）支出1万元」 is cut: all of the ending goes. */
function stem(name: string): string {
  const short = name.replace(/(?:支出)+$/, '');
  return short === '' ? name : short;
}
