/** Amounts that agree but for a power of ten (R7). */
import type { Outcome } from '../reconcile/constraint.ts';
import { slipPower, tallyOf } from '../reconcile/evaluate.ts';
import type { Localised } from '../report/identifiers.ts';
import { breachData, breachMessages, reportStructures } from './breach.ts';
import {
  arithmetic,
  exampleHead,
  exampleSubject as subject,
  exampleTable as table,
} from './identity-rule.ts';
import { identityOf, placeOfOutcome } from './identity-words.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const form03 = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];
const summary = table(
  '公开01表',
  ['项目', '行次', '决算数', '项目', '行次', '决算数'],
  '一、一般公共预算财政拨款收入 1 64.08 一、一般公共服务支出 32 64.08',
  '本年收入合计 27 64.08 本年支出合计 58 64.08',
  '总计 31 64.08 总计 62 64.08',
);

const metadata: readonly RuleMetadata[] = [
  {
    id: 'unit/slip',
    catalogue: ['R7'],
    confidence: 'H',
    level: 'error',
    title: { zh: '金额单位或小数点有误', en: 'Unit or decimal point slipped' },
    description: {
      zh: '两处的数字相同，只差十的整数次方：多半是把元写成了万元（差一万倍），或者小数点错位。',
      en: 'Two amounts agree but for a power of ten: most likely 元 stands for 万元 (ten thousand times), or a decimal point has moved.',
    },
    source: arithmetic,
    messages: {
      structure: breachMessages.structure,
      slip: {
        zh: '{place} 写作 {printed}，{reason}为 {expected}，数字相同而相差 {factor}{guess}。勾稽：{formula}；请核对金额单位和小数点',
        en: '{place} is {printed}, {reason} is {expected}: the same digits, {factor} apart{guess}. Identity: {formula}. Check the unit and the decimal point',
      },
    },
    options: {},
    bad: `${exampleHead}${summary}${table('公开03表', form03, '_ 合计 640800.00 640800.00 _', ...subject('640800.00 640800.00 _'))}`,
    good: `${exampleHead}${summary}${table('公开03表', form03, '_ 合计 64.08 64.08 _', ...subject('64.08 64.08 _'))}`,
  },
];

export const unitFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    reportStructures(context, new Set(['unit/slip']));
    const pairs = new Set<string>();
    for (const outcome of context.explanation.unexplained) {
      if (outcome.verdict !== 'unit-slip' || identityOf(outcome) === undefined) continue;
      const place = placeOfOutcome(outcome);
      if (place === undefined) continue;
      const power = Math.abs(slipPower(tallyOf(outcome.constraint)));
      // A table in the wrong unit differs everywhere: the first place stands for all.
      const { left, right } = outcome.constraint;
      const tables = [...left, ...right].map(({ table }) => table.syntax.start);
      const pair = `${power} ${[...new Set(tables)].sort().join(' ')}`;
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      context.add('unit/slip', 'slip', place.range, {
        ...breachData(outcome, place),
        factor: factorText(power),
        guess: guessOf(power, outcome),
      });
    }
  },
};

function factorText(power: number): Localised {
  const words = ['', '十倍', '一百倍', '一千倍', '一万倍'];
  return {
    zh: words[power] ?? `10 的 ${power} 次方倍`,
    en: `${(10 ** power).toLocaleString('en')} times`,
  };
}

function guessOf(power: number, { constraint }: Outcome): Localised {
  const units = new Set([...constraint.left, ...constraint.right].map(({ column }) => column.unit));
  if (power !== 4 && power !== 8) return { zh: '', en: '' };
  return {
    zh: `（疑为金额单位用错，现按${[...units].join('、')}理解）`,
    en: ` (probably the wrong unit; read as ${[...units].join(', ')})`,
  };
}
