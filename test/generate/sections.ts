/** The thirteen sections: which figures stand in which sentence, in the words that the report has drawn. */
import { place } from './cells.ts';
import { type Fen, type PrintedUnit, percentage, printHundredths, toHundredths } from './money.ts';
import { type ClaimKind, concat, figure, fill, type Prose, plain, type Slots } from './prose.ts';
import { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import { itemsOf, type Story, storyOf, type Visits } from './story.ts';
import { nameOf } from './subjects.ts';
import { type WordingKey, wordings } from './wordings.ts';

/** 1.00 万元: below it rounding explains so much that a wrong figure may well be a right one. */
const FIRM: Fen = 1_000_000;

/** How the author of one report writes. */
export class Author {
  readonly sheet: Sheet;
  readonly story: Story;
  readonly year: number;
  readonly kind: string;
  readonly #unit: PrintedUnit;
  readonly #dropZeros: boolean;
  readonly #grouped: boolean;
  readonly #percentDecimals: 1 | 2;
  /** Whether parts without money are listed too. */
  readonly listsZeros: boolean;
  readonly #choices = new Map<WordingKey, number>();
  readonly random: Random;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.story = storyOf(sheet);
    this.year = sheet.accounts.year;
    this.kind = sheet.accounts.body.kind;
    this.random = new Random(sheet.accounts.seed).fork('author');
    this.#unit = sheet.unit === '元' && this.random.chance(0.5) ? '万元' : sheet.unit;
    this.#dropZeros = this.random.chance(0.15);
    this.#grouped = this.random.chance(0.6);
    this.#percentDecimals = this.random.chance(0.12) ? 1 : 2;
    this.listsZeros = this.random.chance(0.3);
    for (const key of Object.keys(wordings) as WordingKey[]) {
      this.#choices.set(key, this.random.integer(0, wordings[key].length - 1));
    }
  }

  at(form: number, row: string, column: number, panel = ''): Fen {
    return this.sheet.cells.get(place(form, panel, row, column)) ?? 0;
  }

  say(key: WordingKey, slots: Slots = {}): Prose {
    return fill(wordings[key][this.#choices.get(key) ?? 0] ?? '', {
      year: String(this.year),
      last: String(this.year - 1),
      kind: this.kind,
      zero: this.money(0),
      ...slots,
    });
  }

  money(amount: Fen, kind: ClaimKind | undefined = undefined): Prose {
    const style = { grouped: this.#grouped, dropZeros: this.#dropZeros, zero: '0' } as const;
    const text = printHundredths(toHundredths(amount, this.#unit), style) + this.#unit;
    return figure(text, amount < FIRM ? undefined : kind);
  }

  percent(part: Fen, whole: Fen, kind: ClaimKind | undefined): Prose {
    const printed = percentage(part, whole, this.#percentDecimals);
    const text = this.#dropZeros ? printed.replace(/\.?0+%$/, '%') : printed;
    // Where zeros are dropped a coarser rounding may explain nearly any percentage (R10).
    const firm = part >= FIRM && whole >= FIRM && !this.#dropZeros;
    return figure(text, firm ? kind : undefined);
  }

  count(number: number, unit: string, kind: ClaimKind | undefined = undefined): Prose {
    return figure(`${number}${unit}`, kind);
  }

  /** `，与上年度相比，收、支总计各增加…`, without a stop. */
  comparison(subject: string, each: boolean, current: Fen, before: Fen): Prose {
    const change = Math.abs(current - before);
    const up = current > before;
    const slots = {
      subject,
      each: each ? '各' : '',
      grow: up ? '增加' : '减少',
      rise: up ? '增长' : '下降',
      extent: up ? '增幅' : '降幅',
    };
    if (change === 0) return this.say('comparisonLevel', slots);
    if (before === 0) {
      return this.say('comparisonWithoutRate', { ...slots, change: this.money(change) });
    }
    // Beside a rate that cannot be wrong the change cannot be wrong either; nor is an increase that leaves no base.
    const firm = before < FIRM || (up && change > current / 2) ? undefined : 'change';
    return this.say('comparison', {
      ...slots,
      change: this.money(change, firm),
      rate: this.percent(change, before, 'rate'),
    });
  }

  reason(): Prose {
    return this.say('reason', { why: this.why() });
  }

  why(): string {
    return this.random.pick([
      '人员变动',
      '工作任务调整',
      '项目安排变化',
      '按规定调整相关标准',
      '部分事项按实际进度支付',
    ]);
  }

  /** Parts of a whole with their shares. */
  parts(whole: Fen, named: readonly (readonly [name: string, amount: Fen])[]): Prose {
    return concat(
      named
        .filter(([, amount]) => amount > 0 || (this.listsZeros && whole > 0))
        .map(([name, amount]) =>
          this.say('part', {
            name,
            amount: this.money(amount, 'table'),
            share: this.percent(amount, whole, amount === 0 ? undefined : 'share'),
          }),
        ),
      '；',
    );
  }
}

export type Write = (author: Author) => Prose[];

export function totals(author: Author): Prose[] {
  const { story } = author;
  const total = author.at(1, '行31', 0, '收入');
  return [
    concat([
      author.say('totals', { total: author.money(total, 'table') }),
      author.comparison('收、支总计', true, total, story.lastYear.totals),
      author.reason(),
    ]),
  ];
}

export function income(author: Author): Prose[] {
  const whole = author.at(2, '合计', 0);
  const total = author.money(whole, 'table');
  if (whole === 0)
    return [fill('{year}年度收入合计{total}。', { year: String(author.year), total })];
  const names = ['财政拨款', '上级补助', '事业', '经营', '附属单位上缴', '其他'];
  const named = names.map(
    (name, index) => [`${name}收入`, author.at(2, '合计', index + 1)] as const,
  );
  return [author.say('income', { total, parts: author.parts(whole, named) })];
}

export function spending(author: Author): Prose[] {
  const whole = author.at(3, '合计', 0);
  const names = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  const named = names.map((name, index) => [name, author.at(3, '合计', index + 1)] as const);
  return [
    author.say('spending', {
      total: author.money(whole, 'table'),
      parts: author.parts(whole, named),
    }),
  ];
}

export function fiscalTotals(author: Author): Prose[] {
  const total = author.at(4, '行32', 0, '收入');
  return [
    concat([
      author.say('fiscalTotals', { total: author.money(total, 'table') }),
      author.comparison('财政拨款收、支总计', true, total, author.story.lastYear.fiscal),
      author.reason(),
    ]),
  ];
}

export function generalBudget(author: Author): Prose[] {
  const whole = author.at(5, '合计', 0);
  const amount = author.money(whole, 'table');
  const classes = codesOf(author.sheet, 5, 3).map(
    (code) => [className(author, code), author.at(5, code, 0)] as const,
  );
  return [
    plain('（一）总体情况。'),
    concat([
      author.say('generalTotal', {
        amount,
        share: author.percent(whole, author.at(3, '合计', 0), 'share'),
      }),
      author.comparison('一般公共预算财政拨款支出', false, whole, author.story.lastYear.general),
      author.reason(),
    ]),
    plain('（二）结构情况。'),
    author.say('structure', { amount, parts: author.parts(whole, classes) }),
    plain('（三）具体情况。'),
    ...items(author, whole),
  ];
}

function items(author: Author, whole: Fen): Prose[] {
  const { story, sheet } = author;
  const budget = [...story.budgets.values()].reduce((sum, amount) => sum + amount, 0);
  const head = {
    budget: author.money(budget, 'budget'),
    final: author.money(whole, 'table'),
  };
  return [
    budget === 0
      ? fill('{year}年度一般公共预算财政拨款支出年初预算为{budget}，支出决算为{final}。其中：', {
          ...head,
          year: String(author.year),
        })
      : author.say('itemsHead', { ...head, rate: author.percent(whole, budget, 'completion') }),
    ...itemsOf(sheet.accounts.items).map(({ code }, index) => {
      const [initial, final] = [story.budgets.get(code) ?? 0, author.at(5, code, 0)];
      const slots = {
        number: author.say('numbering', { n: String(index + 1) }),
        path: path(author, code),
        budget: author.money(initial, final < FIRM ? undefined : 'budget'),
        final: author.money(final, 'table'),
        compared: compared(author, initial, final),
      };
      if (initial === 0) return author.say('itemWithoutBudget', slots);
      return author.say('item', { ...slots, rate: author.percent(final, initial, 'completion') });
    }),
  ];
}

function compared(author: Author, budget: Fen, final: Fen): Prose {
  if (budget === final) return author.say('equal');
  return author.say(final > budget ? 'more' : 'less', { why: author.why() });
}

function path({ year }: Author, code: string): string {
  const [top, group, item] = [code.slice(0, 3), code.slice(0, 5), code].map((part) =>
    nameOf(part, year),
  );
  return `${top}（类）${group}（款）${item}（项）`;
}

function className(author: Author, code: string): string {
  const full = nameOf(code, author.year);
  return author.say('className', { full, short: full.replace(/支出$/, '') }).text;
}

/** Codes of a form with money, of one length. */
export function codesOf(sheet: Sheet, form: number, length: number): string[] {
  return [...sheet.cells.keys()]
    .map((key) => key.split('/'))
    .filter(
      ([of, , row, column]) => of === String(form) && column === '0' && row?.length === length,
    )
    .map(([, , row]) => row ?? '')
    .filter((row) => /^\d/.test(row))
    .sort();
}

export function visitsIn(author: Author, visits: Visits, groups: string, persons: string): Slots {
  return {
    groups: author.count(visits.groups, groups),
    persons: author.count(visits.persons, persons),
  };
}
