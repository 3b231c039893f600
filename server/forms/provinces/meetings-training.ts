/** The three public expenses as 陕西 prints them: with meetings and training beside them. */
import type { FormDefinition, Identity } from '../../report/form.ts';
import type { SectionDefinition, SubjectDefinition } from '../../report/narrative.ts';
import { bound, row, sum } from '../define.ts';
import { form09 } from '../henan/form-09.ts';

const THREE = '“三公”经费小计';

/** One further column for the three alone, where it is printed, and two behind them. */
export const meetingsAndTraining: FormDefinition = {
  ...form09,
  name: '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表',
  aliases: [
    ...['财政拨款', ''].flatMap((fund) =>
      ['及会议费、培训费', '、会议费、培训费', '及会议费培训费', '和会议费、培训费'].map(
        (both) => `${fund}“三公”经费${both}支出决算表`,
      ),
    ),
    '一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表',
    form09.name,
    ...form09.aliases,
  ],
  panels: form09.panels.map((panel) => ({
    ...panel,
    rows: [
      // All of it; 三公经费合计 would be said of the three.
      ...panel.rows.map((one) =>
        one.role === 'grand-total' ? row('grand-total', '合计', undefined, ['总计']) : one,
      ),
      {
        ...row('subtotal', THREE, undefined, [
          '“三公”经费合计',
          '“三公”经费',
          '“三公”经费支出小计',
          '“三公”经费支出合计',
          '“三公”经费支出',
          '一般公共预算财政拨款安排的“三公”经费小计',
        ]),
        mayLack: true,
      },
      { ...row('item', '会议费', undefined, ['会议费支出']), mayLack: true },
      { ...row('item', '培训费', undefined, ['培训费支出']), mayLack: true },
    ],
  })),
};

/** The common form, known by these names as well. */
export const threePublicOfAny: FormDefinition = {
  ...form09,
  aliases: [
    ...new Set([...form09.aliases, meetingsAndTraining.name, ...meetingsAndTraining.aliases]),
  ],
};

const PARTS = ['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'];
const cells = (rows: readonly string[]): string =>
  rows.map((label) => `公开09表[${label}].*`).join(' + ');

/**
 * In the place of `T9-SUM.1`. Where the three have no sum of their own, nothing says whether meetings and training are
 * part of 合计: it then is at least the three, and at most all five.
 */
export const meetingIdentities: readonly Identity[] = [
  sum('T9-SUM.3', 'sum/three-public', `公开09表[${THREE}].* = ${cells(PARTS)}`),
  sum('T9-ALL.1', 'sum/three-public', `公开09表[合计].* = ${cells([THREE, '会议费', '培训费'])}`),
  bound('T9-ALL.2', 'sum/three-public', `${cells(PARTS)} ≤ 公开09表[合计].*`),
  bound(
    'T9-ALL.3',
    'sum/three-public',
    `公开09表[合计].* ≤ ${cells([...PARTS, '会议费', '培训费'])}`,
  ),
  bound('X6-9.5', 'cross/three-public', '公开06表[30215] ≤ 公开09表[会议费].决算数'),
  bound('X6-9.6', 'cross/three-public', '公开06表[30216] ≤ 公开09表[培训费].决算数'),
];

/** Their sum is no longer 合计, and two subjects more stand in a table. */
export function withMeetings(common: readonly SectionDefinition[]): readonly SectionDefinition[] {
  const places = new Map([
    ['三公经费支出', THREE],
    ['会议费', '会议费'],
    ['培训费', '培训费'],
  ]);
  const subject = (one: SubjectDefinition): SubjectDefinition => {
    const label = places.get(one.name);
    if (label === undefined) return one;
    return {
      ...one,
      final: [`公开09表[${label}].决算数`],
      budget: [`公开09表[${label}].预算数`],
    };
  };
  return common.map((section) => ({ ...section, subjects: section.subjects.map(subject) }));
}
