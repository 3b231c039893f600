import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As `npm run mutate -- --write` keeps it. */
interface Counts {
  readonly tried: number;
  readonly explained: number;
  readonly alarms: number;
  readonly beyond: number;
  readonly detected: number;
  readonly single: number;
  readonly located: number;
  readonly one: number;
  readonly restored: number;
  readonly several: number;
  readonly listed: number;
  readonly first: number;
}

interface Measured {
  readonly seed: number;
  readonly reports: number;
  readonly all: Counts;
  readonly weights: Readonly<Record<string, Counts>>;
  readonly groups: Readonly<Record<string, Counts>>;
  readonly kinds: Readonly<Record<string, Counts>>;
  readonly rules: Readonly<Record<string, Counts>>;
  readonly pairs: { readonly tried: number; readonly located: number };
}

/** What is promised, in percent. */
type Aims = Readonly<
  Record<'detected' | 'located' | 'restored' | 'listed' | 'first' | 'pairs', number>
>;

type Language = 'en' | 'zh';

const chinese: Readonly<Record<string, string>> = {
  broken: '怎样取值都不成立',
  doubtful: '只差末位，或零后藏有金额',
  'tables, non-zero': '表格，非零',
  'tables, zero': '表格，零',
  'prose, non-zero': '叙述，非零',
  'prose, zero': '叙述，零',
  'digit changed': '一位数字写错',
  'digit dropped': '漏一位数字',
  'digit doubled': '多写一位数字',
  'digits swapped': '两位数字颠倒',
  'point moved': '小数点错位',
  'unit slip': '元与万元混淆',
  sign: '正负号',
  'last place': '末位差 1',
};

/** The page on what the checker finds, from the numbers last kept. */
export function mutationPage(): ReadonlyMap<string, string> {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../test/mutation', name), 'utf8'));
  const measured = read('measured.json') as Measured;
  const { aims } = read('floors.json') as { readonly aims: Aims };
  return new Map([
    ['docs/mutation.md', page(measured, aims, 'en')],
    ['docs/mutation.zh-CN.md', page(measured, aims, 'zh')],
  ]);
}

function page(measured: Measured, aims: Aims, language: Language): string {
  const { seed, reports, all, pairs } = measured;
  const say = (en: string, zh: string): string => (language === 'en' ? en : zh);
  const named = (name: string): string => say(name, chinese[name] ?? name);
  return `${[
    say('# What one mistake comes to', '# 一处笔误会怎样'),
    say(
      'Written by `npm run mutate -- --write` and `npm run generate`; the same seed gives the same numbers. 中文：[mutation.zh-CN.md](mutation.zh-CN.md)',
      '由 `npm run mutate -- --write` 和 `npm run generate` 写成；种子相同，数字相同。English: [mutation.md](mutation.md)',
    ),
    say(
      `Seed ${seed}: ${all.tried} single mistakes and ${pairs.tried} pairs in ${reports} correct reports (examples, and generated ones in every layout, wording and unit). One printed figure is changed at a time, in the nine tables and among the figures of the narrative that the ledger calls verified; then the checker reads the report as if for the first time.`,
      `种子 ${seed}：在 ${reports} 份正确的报告（示例和各种版面、措辞、单位的生成报告）里造出 ${all.tried} 处单独的笔误和 ${pairs.tried} 对笔误。每次只改一个印出的数，九张表里的，或叙述中核对为相符的；然后让检查器当作第一次读到。`,
    ),
    say('## Measured', '## 结果'),
    table(
      [say('of', '范围'), say('what', '内容'), say('aim', '目标'), say('measured', '实测'), ''],
      [
        [
          say('mistakes beyond rounding', '四舍五入解释不了的笔误'),
          say('are detected', '被发现'),
          `${aims.detected} %`,
          ...share(all.detected, all.beyond),
        ],
        [
          say('those that one figure alone explains', '只有一个数能够解释的'),
          say('are one finding, at that figure', '一条提示，就在那个数上'),
          `${aims.located} %`,
          ...share(all.located, all.single),
        ],
        [
          say('the same', '同上'),
          say('are restored by the first fix', '第一个修复还原原文'),
          `${aims.restored} %`,
          ...share(all.restored, all.single),
        ],
        [
          say('those that several figures explain', '几个数都能解释的'),
          say('are one finding that offers them all', '一条提示列出全部'),
          `${aims.listed} %`,
          ...share(all.listed, all.several),
        ],
        [
          say('the same', '同上'),
          say('have the right figure first', '真正的那个排在第一'),
          `${aims.first} %`,
          ...share(all.first, all.several),
        ],
        [
          say('pairs of mistakes, each beyond rounding', '两处笔误，各自都超出四舍五入'),
          say('are both located', '两处都指出'),
          `${aims.pairs} %`,
          ...share(pairs.located, pairs.tried),
        ],
      ],
    ),
    say(
      `${all.explained} mistakes are explained by rounding, so that nobody can find them; ${all.alarms} of those are called an error all the same.`,
      `有 ${all.explained} 处笔误可以由四舍五入解释，谁也发现不了；其中 ${all.alarms} 处仍被报为错误。`,
    ),
    say('## By weight', '## 按轻重'),
    say(
      'Broken: no amounts explain it. Doubtful: it is no more than a last place between two printings, which is listed as information, or than money behind printed zeros would explain, which is a warning; mistakes that rounding explains are counted here.',
      '怎样取值都不成立的是错误；只差一个末位（列为提示），或印作零的格子里藏有金额就能解释（列为警告）的，是存疑；四舍五入可以解释的也计在存疑里。',
    ),
    breakdown(Object.entries(measured.weights), named, say),
    say('## By figure', '## 按数字所在'),
    breakdown(Object.entries(measured.groups), named, say),
    say('## By mistake', '## 按笔误的种类'),
    breakdown(Object.entries(measured.kinds), named, say),
    say('## By rule', '## 按规则'),
    say(
      'The rule of the most serious finding; `—` where nothing is said.',
      '取最严重的一条提示的规则；`—` 表示没有提示。',
    ),
    breakdown(
      Object.entries(measured.rules).sort(
        ([a, { tried }], [b, { tried: other }]) => other - tried || (a < b ? -1 : 1),
      ),
      (name) => `\`${name}\``,
      say,
    ),
    say('## How it is known', '## 如何得知'),
    say(
      '- The figures and constraints are those of `gouji prove` for the correct report; the arithmetic is that of `gouji verify`, which shares nothing with the checker but the reading of a number.\n- Beyond rounding: some constraint holds for no choice of values inside the intervals. The same quantity printed twice must be the same to the last place; reporting a last place as information counts as detecting it.\n- One figure alone explains it: every figure is tried with every value of its last places, and only this one has a value with which all constraints hold. A value below zero explains nothing where the figure is not negative as printed.\n- At that figure: the most serious finding is the only one of its level and touches the changed digits.',
      '- 数字和约束取自正确报告的 `gouji prove`；算术用 `gouji verify` 的，它与检查器只共用“读数”。\n- 超出四舍五入：至少有一个约束，区间内怎样取值都不成立。同一个数印在两处，末位也应相同；末位之差以提示级别报出，算作发现。\n- 只有一个数能够解释：逐个数、逐个末位取值试过，只有它存在一个值使全部约束成立。印出的数不为负时，负值不算解释。\n- 就在那个数上：最严重的提示在其级别里只有一条，并且落在被改的数字上。',
    ),
  ].join('\n\n')}\n`;
}

type Say = (en: string, zh: string) => string;

function breakdown(
  rows: readonly (readonly [string, Counts])[],
  named: (name: string) => string,
  say: Say,
): string {
  const heads = [
    '',
    say('tried', '次数'),
    say('explained by rounding', '四舍五入可解释'),
    say('beyond rounding', '超出'),
    say('detected', '发现'),
    say('one figure explains', '唯一解释'),
    say('located', '指准'),
    say('one finding', '一条提示'),
    say('restored', '还原'),
    say('several explain', '多个解释'),
    say('listed', '列全'),
    say('right one first', '排第一'),
  ];
  return table(
    heads,
    rows.map(([name, one]) => [
      named(name),
      String(one.tried),
      String(one.explained),
      String(one.beyond),
      percent(one.detected, one.beyond),
      String(one.single),
      percent(one.located, one.single),
      percent(one.one, one.single),
      percent(one.restored, one.single),
      String(one.several),
      percent(one.listed, one.several),
      percent(one.first, one.several),
    ]),
  );
}

function share(part: number, whole: number): [string, string] {
  return [percent(part, whole), `${part} / ${whole}`];
}

/** Rounded down: 97.96 % is not 98 %. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
