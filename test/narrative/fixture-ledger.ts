/**
 * Fixtures of the narrative: reports with the verdict on each figure drawn under its line.
 *
 *     2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.94%。
 *     //= 120.50万元 相符 = 公开03表[合计].本年支出合计 | 98.20万元 相符 | 81.94% 有误 应为 81.49
 *
 * A line that begins with `//= ` belongs to the fixture and not to the report. It lists every counted figure of the line
 * above it in order, parted by ` | `: the figure as printed, its verdict, behind 应为 what a message about it must contain,
 * behind = what the ledger's expression must contain. Verdicts parted by `/` are all right: what the rules leave open, or
 * what only a cleverer reading could decide. 不计 is a figure outside the narrative, which no ledger counts. A line of prose with figures and nothing drawn under it is a mistake of the
 * fixture. `//~~ title` begins another report in the same file.
 */
export const verdicts = ['相符', '有误', '无从核对', '免核', '未读', '不计'] as const;
export type Verdict = (typeof verdicts)[number];

export interface LedgerCase {
  readonly title: string;
  /** The report, without the lines of the fixture. */
  readonly text: string;
  readonly expected: readonly ExpectedFigure[];
}

export interface ExpectedFigure {
  /** Line of the report, from 0. */
  readonly line: number;
  readonly printed: string;
  readonly verdicts: readonly Verdict[];
  /** Of a figure that is wrong: what the message says it should be. */
  readonly should: string | undefined;
  readonly expression: string | undefined;
}

/** A figure of prose as the program judges it. */
export interface JudgedFigure {
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  readonly expression: string;
  /** Messages about it. */
  readonly messages: readonly string[];
}

export function readLedgerFixture(source: string): readonly LedgerCase[] {
  const cases: LedgerCase[] = [];
  let title = '';
  let lines: string[] = [];
  let expected: ExpectedFigure[] = [];
  const close = (): void => {
    if (lines.some((line) => line !== '')) {
      cases.push({ title, text: lines.map((line) => `${line}\n`).join(''), expected });
    }
  };
  for (const line of source.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('//~~')) {
      close();
      [title, lines, expected] = [line.slice(4).trim(), [], []];
    } else if (line.startsWith('//= ')) {
      for (const drawn of line.slice(4).split(' | ')) {
        expected.push(readFigure(drawn, lines.length - 1));
      }
    } else lines.push(line);
  }
  close();
  return cases;
}

const shape = new RegExp(
  `^(.+?) ((?:${verdicts.join('|')})(?:/(?:${verdicts.join('|')}))*)(?: 应为 (\\S+))?(?: = (.+))?$`,
);

function readFigure(drawn: string, line: number): ExpectedFigure {
  const [, printed, verdicts, should, expression] = shape.exec(drawn) ?? [];
  if (printed === undefined || verdicts === undefined) {
    throw new Error(`Not an expectation: ${drawn}`);
  }
  const known = verdicts.split('/') as Verdict[];
  if (known.includes('有误') !== (should !== undefined)) {
    throw new Error(`应为 stands where 有误 does: ${drawn}`);
  }
  return { line, printed, verdicts: known, should, expression };
}

export type Difference =
  /** Called wrong and is right: what must never happen. */
  | 'false-alarm'
  /** Called right and is wrong. */
  | 'overlooked'
  /** Could have been judged, and was not. */
  | 'not-judged'
  /** Judged, where nothing can be known of it. */
  | 'presumed'
  /** The right verdict with the wrong words, or another figure than the one drawn. */
  | 'other';

export interface Compared {
  readonly expected: ExpectedFigure | undefined;
  /** Undefined: as drawn. */
  readonly difference: Difference | undefined;
  readonly words: string;
}

/** One entry for each figure that is drawn or found. */
export function compare(fixture: LedgerCase, judged: readonly JudgedFigure[]): Compared[] {
  const { text } = fixture;
  const starts = lineStarts(text);
  const byLine = new Map<number, JudgedFigure[]>();
  for (const figure of [...judged].sort((a, b) => a.start - b.start)) {
    const line = lineAt(starts, figure.start);
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [figure]);
    else known.push(figure);
  }
  const compared = fixture.expected.map((expected): Compared => {
    const place = `${expected.line + 1} ${expected.printed}`;
    const found = byLine.get(expected.line)?.shift();
    if (found === undefined && expected.verdicts.includes('不计')) {
      return { expected, difference: undefined, words: place };
    }
    if (found === undefined) return { expected, difference: 'other', words: `${place}: not found` };
    const printed = text.slice(found.start, found.end);
    if (digits(printed) !== digits(expected.printed)) {
      return { expected, difference: 'other', words: `${place}: found ${printed}` };
    }
    const difference = differenceOf(expected, found);
    const words = `${place} ${expected.verdicts.join('/')}: ${found.verdict} ${found.expression} ${found.messages.join(' ')}`;
    return { expected, difference, words };
  });
  for (const [line, rest] of byLine) {
    for (const { start, end } of rest) {
      compared.push({
        expected: undefined,
        difference: 'other',
        words: `${line + 1} ${text.slice(start, end)}: not drawn`,
      });
    }
  }
  return compared;
}

function differenceOf(expected: ExpectedFigure, found: JudgedFigure): Difference | undefined {
  const { verdicts, should, expression } = expected;
  if (!verdicts.includes(found.verdict)) {
    if (found.verdict === '有误') return 'false-alarm';
    if (found.verdict !== '相符') return 'not-judged';
    return verdicts.includes('有误') ? 'overlooked' : 'presumed';
  }
  if (expression !== undefined && !found.expression.includes(expression)) return 'other';
  if (found.verdict !== '有误' || should === undefined) return undefined;
  const said = found.messages.some((message) =>
    message.replaceAll(',', '').includes(should.replaceAll(',', '')),
  );
  return said ? undefined : 'other';
}

/** Sign and digits, in half width, without what groups them. */
function digits(printed: string): string {
  const folded = printed.normalize('NFKC').replace(/[\s[]/g, '');
  return /^[-+]?[\d.,]*/.exec(folded)?.[0].replaceAll(',', '') ?? '';
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let line = 0;
  while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
  return line;
}
