/** Correct self-evaluation forms (绩效自评表) in several layouts, worked out from amounts in 元 that are rounded when printed. */
import { Random } from './random.ts';

export interface SelfEvaluation {
  readonly text: string;
  /** Numbers that another one cannot stand for: where they stand, and another that is wrong there. */
  readonly mutations: readonly {
    readonly start: number;
    readonly end: number;
    readonly wrong: string;
  }[];
}

interface Cell {
  readonly text: string;
  readonly wrong?: string;
}

type Row = readonly (Cell | string)[];

export function selfEvaluation(seed: number): SelfEvaluation {
  const random = new Random(seed).fork('self-evaluation');
  const department = random.chance(0.4);
  const rows = department ? departmentRows(random) : projectRows(random);
  const header = `名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n`;
  const name = department ? '部门整体支出绩效自评情况表' : `项目单位自评表 库房改造${seed}`;
  return written(`${header}表 ${name}\n`, rows);
}

function written(head: string, rows: readonly Row[]): SelfEvaluation {
  const mutations: { start: number; end: number; wrong: string }[] = [];
  let text = head;
  for (const row of rows) {
    text += '|';
    for (const cell of row) {
      const { text: value, wrong } =
        typeof cell === 'string' ? { text: cell, wrong: undefined } : cell;
      const start = text.length + 1;
      text += ` ${value} |`;
      if (wrong !== undefined) mutations.push({ start, end: start + value.length, wrong });
    }
    text += '\n';
  }
  return { text, mutations };
}

/** Half-up, with zeros at the end dropped where the form does so. */
function printed(value: number, decimals: number, drops: boolean): string {
  const units = Math.round(value * 10 ** decimals + 1e-9);
  const text = (units / 10 ** decimals).toFixed(decimals);
  return drops ? String(Number(text)) : text;
}

interface Money {
  readonly rows: readonly Row[];
  readonly score: number;
  readonly initial: number;
  readonly budget: number;
  readonly executed: number;
}

/** Fen of 万元 as whole numbers: what is printed is then exact, and sums of it as well. */
function money(random: Random, department: boolean, drops: boolean): Money {
  const sources = Array.from({ length: random.integer(1, 3) }, () => {
    const budget = random.integer(100, 200_000);
    return {
      initial: random.integer(100, 200_000),
      budget,
      executed: random.chance(0.4) ? budget : random.integer(1, budget),
    };
  });
  while (sources.length < 3) sources.push({ initial: 0, budget: 0, executed: 0 });
  const sum = (key: 'initial' | 'budget' | 'executed'): number =>
    sources.reduce((all, source) => all + source[key], 0);
  const [initial, budget, executed] = [sum('initial'), sum('budget'), sum('executed')];
  const rate = (executed / budget) * 100;
  const share = department && random.chance(0.7) ? rate / 90 : rate / 100;
  const points = Math.round(Math.min(10, 10 * share) * 100 + 1e-9) / 100;
  const amount = (value: number): string => printed(value / 100, 2, drops);
  const percent = (value: number): string => printed(value, 2, drops);
  const names = department
    ? ['资金来源：（1）财政拨款', '（2）财政专户管理资金', '（3）单位资金']
    : ['政府性预算资金', '财政专户管理资金', '单位资金'];
  const heads = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率 %', '得分'];
  const wrongRate = percent(rate > 50 ? rate - 7 : rate + 7);
  const total: Row = [
    department ? '部门预算总额' : '年度资金总额（万元）：',
    { text: amount(initial), wrong: amount(initial + 300) },
    { text: amount(budget), wrong: amount(budget + 300) },
    { text: amount(executed), wrong: amount(executed + 300) },
    '10',
    { text: percent(rate), wrong: wrongRate },
    {
      text: printed(points, 2, true),
      wrong: printed(points > 5 ? points - 2 : points + 2, 2, true),
    },
  ];
  const lines = sources.map((source, index): Row => {
    const own = source.budget === 0 ? 0 : (source.executed / source.budget) * 100;
    return [
      names[index] ?? '其他资金',
      { text: amount(source.initial), wrong: amount(source.initial + 500) },
      { text: amount(source.budget), wrong: amount(source.budget + 500) },
      { text: amount(source.executed), wrong: amount(source.executed + 500) },
      '-',
      source.budget === 0
        ? '0'
        : { text: percent(own), wrong: percent(own > 50 ? own - 7 : own + 7) },
      '-',
    ];
  });
  const what = department ? '部门整体支出情况（万元）' : '项目资金（万元）';
  return { rows: [[what, ...heads], total, ...lines], score: points, initial, budget, executed };
}

interface Indicator {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly deviation: number;
  readonly quantity: boolean;
}

function indicator(random: Random, index: number): Indicator {
  const name = `指标${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${Math.floor(index / 10) || ''}`;
  if (random.chance(0.3))
    return { name, target: '明显提高', actual: '100%', deviation: 0, quantity: false };
  const percent = random.chance(0.5);
  const unit = percent ? '%' : random.pick(['次', '人', '个']);
  const aim = percent ? random.integer(60, 100) : random.integer(2, 400);
  const relation = random.pick(['≥', '≤', '=']);
  if (random.chance(0.6)) {
    const far = percent ? random.integer(0, 5) : random.integer(0, 1);
    const actual =
      relation === '≥' ? aim + (percent ? 0 : far) : relation === '≤' ? aim - far : aim;
    return {
      name,
      target: `${relation}${aim}${unit}`,
      actual: `${actual}${unit}`,
      deviation: 0,
      quantity: true,
    };
  }
  const actual = relation === '≤' ? aim + random.integer(1, aim) : aim - random.integer(1, aim - 1);
  return {
    name,
    target: `${relation}${aim}${unit}`,
    actual: `${actual}${unit}`,
    deviation: (actual - aim) / aim,
    quantity: true,
  };
}

function scored(random: Random, count: number, full: number, printsDeviation: boolean) {
  const rows: Row[] = [];
  let left = full;
  let score = 0;
  for (let index = 0; index < count; index++) {
    const weight =
      index === count - 1
        ? left
        : random.integer(2, Math.max(2, Math.floor((left - 2 * (count - index - 1)) / 2)));
    left -= weight;
    const one = indicator(random, index);
    const points = Math.round(weight * Math.max(0, 1 - Math.abs(one.deviation)) * 100 + 1e-9) / 100;
    score += Math.round(points * 100);
    const isWrongScore = one.quantity || undefined;
    rows.push([
      '产出指标',
      one.name,
      one.target,
      one.actual,
      String(weight),
      {
        text: printed(points, 2, true),
        wrong: printed(
          isWrongScore && points > weight / 2 ? points - weight / 4 : points + weight / 4,
          2,
          true,
        ),
      },
      ...(printsDeviation
        ? [
            one.quantity
              ? {
                  text: `${printed(one.deviation * 100, 2, false)}%`,
                  wrong: `${printed(one.deviation * 100 - 9, 2, false)}%`,
                }
              : '0.00%',
          ]
        : []),
      one.deviation === 0 ? '' : '雨季偏长',
    ]);
  }
  return { rows, score: score / 100 };
}

function tail(score: number, width: number): Row {
  const cells: (Cell | string)[] = [
    '总分',
    '',
    '',
    '',
    '100',
    {
      text: printed(score, 2, true),
      wrong: printed(score > 50 ? score - 3.3 : score + 3.3, 2, true),
    },
  ];
  while (cells.length < width) cells.push('');
  return cells;
}

function heads(printsDeviation: boolean): Row {
  return [
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    ...(printsDeviation ? ['偏差度'] : []),
    '偏差原因分析及改进措施',
  ];
}

function projectRows(random: Random): Row[] {
  const drops = random.chance(0.5);
  const { rows, score } = money(random, false, drops);
  const printsDeviation = random.chance(0.7);
  const hasManagement = random.chance(0.5);
  const management: Row[] = hasManagement
    ? [
        ['资金管理情况', '情况说明', '分值', '得分', '存在问题和改进措施'],
        ['安排科学性', '科学', '10', '10', ''],
        ['使用规范性', '规范', '10', '9', '付款偏晚'],
      ]
    : [];
  const body = scored(random, random.integer(2, 14), hasManagement ? 70 : 90, printsDeviation);
  const total = score + (hasManagement ? 19 : 0) + body.score;
  return [
    ...rows,
    ...management,
    heads(printsDeviation),
    ...body.rows,
    tail(total, printsDeviation ? 8 : 7),
  ];
}

function departmentRows(random: Random): Row[] {
  const drops = random.chance(0.5);
  const { rows, score, initial, budget, executed } = money(random, true, drops);
  const body = scored(random, random.integer(3, 20), 88, true);
  const adjusted = printed(((budget - initial) / initial) * 100, 2, false);
  const carried = printed(((budget - executed) / budget) * 100, 2, false);
  const own: Row[] = [
    [
      '管理',
      '预算调整率',
      '合理',
      { text: `${adjusted}%`, wrong: `${printed(Number(adjusted) + 13, 2, false)}%` },
      '1',
      '1',
      '0.00%',
      '',
    ],
    [
      '管理',
      '结转结余率',
      '合理',
      { text: `${carried}%`, wrong: `${printed(Number(carried) + 13, 2, false)}%` },
      '1',
      '1',
      '0.00%',
      '',
    ],
  ];
  return [...rows, heads(true), ...own, ...body.rows, tail(score + 2 + body.score, 8)];
}
