/**
 * Fixtures: reports with the expected findings drawn under their text.
 *
 *     | 20126 | 档案事物 | 9.00 |
 *     //~       ^^^^^^^^ error subject/name-between-tables 应为 档案事务
 *
 * A line that begins with `//~` belongs to the fixture and not to the report; it speaks of the last line of the report
 * above it. The carets mark the range of one finding, **by display width**: a Han character, full-width punctuation and
 * whatever else is wide takes two columns, so that carets and text line up in an editor. (“ ” … — take one.) Behind
 * the carets stand the level, the rule, and words that the Chinese message must contain.
 *
 * | | |
 * | --- | --- |
 * | `//~=` | the whole line |
 * | `//~0^^^` | from column 0 (or 1, or 2) to the end of the carets, since `//~` and the digit cover the first four |
 * | `//~\|` | a place without width (an empty cell): the bar stands under it |
 * | `修复:词` `建议:词` | instead of a word: the finding has a fix, or a suggestion, with an edit that writes 词 (`修复:` alone: deletes) |
 * | `相关:词` | a related place whose Chinese message contains 词 |
 *
 * `//~~ title` begins another report in the same file. `//~! …` sets a condition for the report that it stands in:
 * `crlf` (its lines end in CR LF), `published` (as imported from an original), `off rule …`, `on rule=level …`.
 *
 * The set of findings is compared exactly: what is not drawn must not be found. A range that runs over several lines is
 * drawn to the end of its first line.
 */
import stringWidth from 'string-width';
import { type Analysis, analyse } from '../server/analysis.ts';
import type { Level, RuleId } from '../server/report/identifiers.ts';
import { defaultSettings } from '../server/rules/default-settings.ts';
import type { Finding, Fix, RuleSettings } from '../server/rules/rule.ts';

export interface FixtureCase {
  readonly title: string;
  /** The report, without the lines of the fixture. */
  readonly text: string;
  readonly expected: readonly Expectation[];
  readonly settings: RuleSettings;
  readonly published: boolean;
}

export interface Expectation {
  /** `line:startColumn-endColumn level rule`, columns by display width from 0. */
  readonly finding: string;
  readonly words: readonly string[];
}

const marker = '//~';

export function readFixture(source: string): readonly FixtureCase[] {
  const cases: FixtureCase[] = [];
  let builder = new CaseBuilder('');
  for (const line of source.replace(/\n$/, '').split('\n')) {
    if (!line.startsWith(marker)) builder.lines.push(line);
    else if (line.startsWith('//~~')) {
      if (builder.lines.some((kept) => kept !== '')) cases.push(builder.build());
      builder = new CaseBuilder(line.slice(4).trim());
    } else if (line.startsWith('//~!')) builder.condition(line.slice(4).trim());
    else builder.expect(line);
  }
  cases.push(builder.build());
  return cases;
}

class CaseBuilder {
  readonly title: string;
  readonly lines: string[] = [];
  readonly #expected: Expectation[] = [];
  readonly #levels = new Map<string, Level>();
  #lineEnd = '\n';
  #published = false;

  constructor(title: string) {
    this.title = title;
  }

  condition(text: string): void {
    const [word = '', ...rest] = text.split(/\s+/);
    if (word === 'crlf') this.#lineEnd = '\r\n';
    else if (word === 'published') this.#published = true;
    else if (word === 'off') for (const rule of rest) this.#levels.set(rule, 'off');
    else if (word === 'on') {
      for (const pair of rest) {
        const [rule = '', level = ''] = pair.split('=');
        this.#levels.set(rule, level as Level);
      }
    } else throw new Error(`Unknown condition of a fixture: ${text}`);
  }

  expect(drawn: string): void {
    const shape =
      /^\/\/~(?:(=)|([0-2])(\^*)|( *)(\^+|\|))\s+(error|warning|info)\s+(\S+)\s*(.*)$/.exec(drawn);
    const number = this.lines.length;
    if (shape === null || number === 0) throw new Error(`Not an expectation: ${drawn}`);
    const [, whole, column, rest = '', blanks = '', carets = '', level, rule, words = ''] = shape;
    const line = this.lines[number - 1] ?? '';
    const at = marker.length + (column === undefined ? blanks.length : 1);
    const start = whole !== undefined ? 0 : column !== undefined ? Number(column) : at;
    const length = carets === '|' ? 0 : carets.length + rest.length;
    const end = whole !== undefined ? stringWidth(line) : at + length;
    this.#expected.push({
      finding: `${number}:${start}-${end} ${level} ${rule}`,
      words: words.split(/\s+/).filter((word) => word !== ''),
    });
  }

  build(): FixtureCase {
    const settings = new Map(defaultSettings);
    for (const [rule, level] of this.#levels) {
      const setting = settings.get(rule as RuleId);
      if (setting === undefined) throw new Error(`No such rule: ${rule}`);
      settings.set(rule as RuleId, { ...setting, level });
    }
    return {
      title: this.title,
      text: this.lines.map((line) => line + this.#lineEnd).join(''),
      expected: this.#expected,
      settings,
      published: this.#published,
    };
  }
}

/** What differs between what is drawn and what is found; empty where they agree. */
export function differences(fixture: FixtureCase): readonly string[] {
  const { text, settings, published } = fixture;
  const analysis = analyse({ text, settings, published });
  const rest = analysis.findings.map((finding) => ({ finding, drawn: draw(text, finding) }));
  const problems: string[] = [];
  for (const { finding, words } of fixture.expected) {
    const candidates = rest.filter(({ drawn }) => drawn === finding);
    const found =
      candidates.find((one) => lacking(one.finding, words).length === 0) ?? candidates[0];
    if (found === undefined) {
      problems.push(`not found: ${finding} ${words.join(' ')}`);
      continue;
    }
    rest.splice(rest.indexOf(found), 1);
    for (const word of lacking(found.finding, words)) {
      problems.push(`${finding} lacks ${word}: ${found.finding.message.zh}`);
    }
  }
  for (const { finding, drawn } of rest) problems.push(`not drawn: ${drawn} ${finding.message.zh}`);
  for (const finding of analysis.findings) problems.push(...unsound(analysis, finding, fixture));
  return problems;
}

function lacking(finding: Finding, words: readonly string[]): readonly string[] {
  return words.filter((word) => {
    const [kind, rest] = /^(修复|建议|相关):(.*)$/.exec(word)?.slice(1) ?? [];
    if (kind === '修复') return !writes(finding.fix, rest ?? '');
    if (kind === '建议') return !finding.suggestions.some((fix) => writes(fix, rest ?? ''));
    if (kind === '相关') {
      return !finding.related.some(({ message }) => message.zh.includes(rest ?? ''));
    }
    return !finding.message.zh.includes(word);
  });
}

function writes(fix: Fix | undefined, text: string): boolean {
  return fix?.edits.some((edit) => edit.text.trim() === text) ?? false;
}

/** What must hold of every finding, whatever it says. */
function unsound(analysis: Analysis, finding: Finding, fixture: FixtureCase): readonly string[] {
  const problems: string[] = [];
  const { length } = fixture.text;
  const complain = (what: string): number =>
    problems.push(`${what}: ${draw(fixture.text, finding)} ${finding.message.zh}`);
  for (const place of [finding, ...finding.related.filter(({ report }) => report === undefined)]) {
    if (!(place.start >= 0 && place.start <= place.end && place.end <= length)) {
      complain('range outside the text');
    }
  }
  for (const text of [finding.message.zh, finding.message.en]) {
    if (text.trim() === '' || /\{[A-Za-z]+\}|undefined|NaN|\[object/.test(text)) {
      complain(`unfilled message "${text}"`);
    }
  }
  if (finding.fix !== undefined) {
    const { settings, published } = fixture;
    const text = applyFix(fixture.text, finding.fix);
    const again = analyse({ text, settings, published }).findings;
    const count = (findings: readonly Finding[]): number =>
      findings.filter(({ rule }) => rule === finding.rule).length;
    if (count(again) >= count(analysis.findings)) complain('the fix does not help');
  }
  return problems;
}

export function applyFix(text: string, fix: Fix): string {
  let result = text;
  for (const edit of [...fix.edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}

/** A finding in the words of an expectation. */
function draw(text: string, { start, end, level, rule }: Finding): string {
  const before = text.slice(0, start).split('\n');
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const from = stringWidth(line.slice(0, start - lineStart));
  const to = stringWidth(line.slice(0, Math.min(end - lineStart, line.length)));
  return `${before.length}:${from}-${to} ${level} ${rule}`;
}
