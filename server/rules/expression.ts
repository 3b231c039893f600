/** Expressions of 设, 核对 and bindings that have no value: what they refer to, units, divisions, circles. */
import type { Expression } from '../../grammar/syntax-tree.ts';
import { type AskedCycle, askedAnswers } from '../reconcile/asked-answers.ts';
import { judgeAssertions } from '../reconcile/assertions.ts';
import { definitionsOf } from '../reconcile/definitions.ts';
import { Environment, ONCE } from '../reconcile/environment.ts';
import { Evaluator } from '../reconcile/expression-value.ts';
import { isFault, isTrouble, type Trouble, type TroubleKind } from '../reconcile/trouble.ts';
import type { Localised, RuleId } from '../report/identifiers.ts';
import { exampleHead, exampleTable as table } from './identity-rule.ts';
import { verbatim } from './message.ts';
import { related } from './quote.ts';
import type { RuleContext, RuleFamily, RuleMetadata } from './rule.ts';

const language = { zh: 'gouji 语言：表达式', en: 'The language: expressions' };
const visits = table('接待情况', ['项目', '上年', '本年'], '批次 12 15', '人次 80 96');
const good = `${exampleHead}${visits}设 接待增幅 = 增幅(接待情况[批次].本年, 接待情况[批次].上年)\n核对 接待增幅 = 25.00%\n`;

function rule(
  id: RuleId,
  zh: string,
  en: string,
  description: RuleMetadata['description'],
  bad: string,
): RuleMetadata {
  return {
    id,
    catalogue: [],
    confidence: 'H',
    level: 'error',
    title: { zh, en },
    description,
    source: language,
    messages: { trouble: { zh: '{what}', en: '{what}' } },
    options: {},
    bad: exampleHead + visits + bad,
    good,
  };
}

const metadata: readonly RuleMetadata[] = [
  rule(
    'expression/unresolved',
    '引用无法理解',
    'Reference not understood',
    {
      zh: '表达式里的表、行、栏或名称在报告里找不到，或者有几个可能；提示会列出可以写的。',
      en: 'A table, row, column or name of an expression is not found in the report, or may mean several; the message lists what could be written.',
    },
    '核对 接待情况[批数].本年 ≥ 接待情况[批次].上年\n',
  ),
  rule(
    'expression/unit',
    '单位不能相合',
    'Units do not fit',
    {
      zh: '金额、比率和计数不能互相加减或比较；金额的元、万元、亿元会自动换算。',
      en: 'Amounts, ratios and counts cannot be added to or compared with each other; 元, 万元 and 亿元 convert by themselves.',
    },
    '核对 100万元 ≤ 5%\n',
  ),
  rule(
    'expression/division',
    '除数为零',
    'Division by zero',
    {
      zh: '占比、增幅、完成率或除法的基数为零，而分子不为零：比率没有意义。零比零不提示。',
      en: 'The base of a share, rate or division is zero while the other figure is not: the ratio means nothing. Nothing of nothing is passed over.',
    },
    '核对 接待情况[批次].本年 / 0 ≥ 1\n',
  ),
  rule(
    'expression/cycle',
    '定义循环',
    'Circular definition',
    {
      zh: '用「设」给出的名称，绕了一圈又用到自己，因而没有值；圈上的每个名称都提示。',
      en: 'A name given with 设 comes back to itself and has no value; each member of the circle is reported.',
    },
    '设 甲 = 甲 + 1\n',
  ),
  rule(
    'expression/repeated-name',
    '名称重复',
    'Repeated name',
    {
      zh: '同一个名称只能「设」一次；重复时以第一次为准。',
      en: 'A name is given with 设 once; where it is repeated the first one counts.',
    },
    '设 甲 = 1\n设 甲 = 2\n',
  ),
];

const ruleOf: Readonly<Partial<Record<TroubleKind, RuleId>>> = {
  reference: 'expression/unresolved',
  name: 'expression/unresolved',
  rows: 'expression/unresolved',
  unit: 'expression/unit',
  size: 'expression/unit',
  division: 'expression/division',
};

export const expressionFamily: RuleFamily = {
  rules: metadata,
  check(context) {
    const { definitions, assertions } = context.report.tree;
    const reported = new Set<string>();
    const add = (found: Trouble): void => {
      // A circle is reported at its members, not where they are used.
      const rule = ruleOf[found.trouble];
      const key = `${found.start} ${found.trouble}`;
      if (rule === undefined || !isFault(found) || reported.has(key)) return;
      reported.add(key);
      context.add(rule, 'trouble', found, { what: found.message });
    };
    const { cycles, figures } = askedAnswers(context);
    if (definitions.length > 0) checkDefinitions(context, new Environment(context, figures), add);
    for (const cycle of cycles) reportAskedCycle(context, cycle);
    if (assertions.length > 0) {
      for (const { troubles } of judgeAssertions(context)) troubles.forEach(add);
    }
    for (const { trouble } of context.bindings) if (trouble !== undefined) add(trouble);
  },
};

function checkDefinitions(
  context: RuleContext,
  environment: Environment,
  add: (found: Trouble) => void,
): void {
  const { byName, repeated, cycles } = definitionsOf(context.report);
  for (const line of repeated) {
    const first = byName.get(line.name.value);
    const name = line.name.value;
    context.add(
      'expression/repeated-name',
      'trouble',
      line.name,
      {
        what: {
          zh: `「${name}」前面已经设过，这一行不起作用；请换一个名称，或删去一处`,
          en: `"${name}" is already given above and this line has no effect; take another name, or remove one`,
        },
      },
      first && { related: [related(first.name, verbatim(`设 ${name}`))] },
    );
  }
  for (const [name, line] of byName) {
    const way = cycles.get(name);
    if (way !== undefined) {
      const what = cycleOfName(name, shortWay(way));
      context.add('expression/cycle', 'trouble', line.name, { what });
      continue;
    }
    if (line.expression !== undefined) checkOne(line.expression, environment, add);
  }
}

/** A `=`, or a name, that waits for itself by way of a `=`. */
function reportAskedCycle(context: RuleContext, { member, way }: AskedCycle): void {
  const shown = shortWay(way);
  if (typeof member !== 'string') {
    context.add('expression/cycle', 'trouble', member.range, {
      what: {
        zh: `这个「=」绕了一圈又等于自己（${shown}），没有值；请写明其中一个数`,
        en: `This = comes back to itself (${shown}) and has no value; write one of the figures`,
      },
    });
    return;
  }
  const { byName, cycles } = definitionsOf(context.report);
  const line = byName.get(member);
  if (line === undefined || cycles.has(member)) return;
  context.add('expression/cycle', 'trouble', line.name, { what: cycleOfName(member, shown) });
}

function cycleOfName(name: string, shown: string): Localised {
  return {
    zh: `「${name}」的定义绕了一圈又用到自己（${shown}），没有值；请改掉其中一处`,
    en: `The definition of "${name}" comes back to itself (${shown}) and has no value; change one of them`,
  };
}

function shortWay(way: readonly string[]): string {
  return (way.length > 9 ? [...way.slice(0, 8), '…', way.at(-1)] : way).join(' → ');
}

/** A definition is judged in the first row it speaks of: its faults are the same in all. */
function checkOne(
  expression: Expression,
  environment: Environment,
  add: (found: Trouble) => void,
): void {
  const troubles = environment.troubles([expression]);
  troubles.forEach(add);
  if (troubles.length > 0) return;
  const [instance = ONCE] = environment.instances([expression]);
  const value = new Evaluator(environment, instance).value(expression);
  if (isTrouble(value)) add(value);
}
