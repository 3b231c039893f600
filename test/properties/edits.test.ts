/** An analysis that goes on from the one before is the same as one that knows nothing. */
import { expect, it } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { Edits } from '../generate/edits.ts';
import { generate } from '../generate/generate.ts';
import { Random } from '../generate/random.ts';
import { runs, seeds } from './runs.ts';
import { difference } from './same-graph.ts';

const STEPS = 25;

/** Each with a part that says nothing of the others. */
const stages: readonly (readonly [string, (analysis: Analysis) => unknown])[] = [
  ['tree', ({ tree }) => tree],
  ['report', ({ report }) => report],
  ['tables', ({ report }) => report.tables.map(({ panels, rows }) => ({ panels, rows }))],
  ['completeness', ({ completeness }) => completeness],
  ['outcomes', ({ outcomes }) => outcomes],
  ['narrative', ({ narrative }) => narrative],
  ['claimOutcomes', ({ claimOutcomes }) => claimOutcomes],
  ['findings', ({ findings }) => findings],
  ['coverage', ({ coverage }) => coverage],
];

function expectSame(again: Analysis, fresh: Analysis, what: string): void {
  for (const [name, part] of stages) {
    expect(difference(part(again), part(fresh)), `${name}, ${what}`).toBeUndefined();
  }
}

it('edit after edit, every stage is that of a fresh analysis', () => {
  for (const seed of seeds(runs(5))) {
    const random = new Random(seed).fork('edits');
    const edits = new Edits(generate(seed).gouji, random);
    let previous = analyse({ text: edits.text });
    for (let step = 0; step < STEPS; step++) {
      // Whoever edits does not always wait until all is worked out.
      if (random.chance(0.8)) void previous.findings;
      else if (random.chance(0.5)) void previous.report;
      edits.next();
      const { text } = edits;
      previous = analyse({ text, previous });
      if (random.chance(0.7)) expectSame(previous, analyse({ text }), `seed ${seed}, step ${step}`);
    }
  }
});

it('edit after edit beside other reports, which come, go and change', () => {
  for (const seed of seeds(runs(2))) {
    const random = new Random(seed).fork('others');
    const edits = new Edits(generate(seed).gouji, random);
    const reports = [seed, seed + 1].map((one, at) => ({
      name: `报告${at}`,
      report: analyse({ text: generate(one).gouji }).report,
    }));
    let previous: Analysis | undefined;
    for (let step = 0; step < STEPS; step++) {
      const some = random.shuffle(reports).slice(0, random.integer(0, 2));
      const found = { lastYear: some[0], subordinates: some.slice(1), problems: [] };
      const others = () => found;
      const { text } = edits;
      previous = analyse({ text, others, previous });
      expectSame(previous, analyse({ text, others }), `seed ${seed}, step ${step}`);
      if (random.chance(0.8)) edits.next();
    }
  }
});

it('an analysis that was used up answers from its own text', () => {
  const { gouji } = generate(1);
  const first = analyse({ text: gouji });
  void first.findings;
  const second = analyse({ text: `${gouji}\n再添一句。\n`, previous: first });
  void second.findings;
  expectSame(first, analyse({ text: gouji }), 'used up');
  expectSame(second, analyse({ text: `${gouji}\n再添一句。\n` }), 'going on');
});

it('a table that stays follows what the report says of all tables', () => {
  const income =
    '\n# 收入\n表 收入决算表\n| 科目编码 | 科目名称 | 本年收入合计 |\n| | 合计 | 1.00 |\n';
  const spending =
    '\n表 支出决算表\n| 科目编码 | 科目名称 | 本年支出合计 |\n| | 合计 | 1.00 |\n# 说明\n';
  const head = '报告：部门决算\n金额单位：万元\n# 决算表\n';
  const texts = [
    `${head}${spending}${income}`,
    `${head}${spending}\n# 收入\n`,
    `${head}${spending}${income}`,
    `${head}${spending}${income}`.replace('万元', '元'),
  ];
  let previous: Analysis | undefined;
  for (const text of texts) {
    previous = analyse({ text, previous });
    expectSame(previous, analyse({ text }), text);
  }
});
