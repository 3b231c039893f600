/** What the rules over identities share: the same messages, and examples that begin alike. */
import type { Localised, RuleId } from '../report/identifiers.ts';
import { breachMessages } from './breach.ts';
import type { RuleMetadata } from './rule.ts';

export const arithmetic: Localised = { zh: '算术', en: 'Arithmetic' };

export const formDesign: Localised = {
  zh: '部门决算公开格式：各表之间的勾稽关系',
  en: 'The format of published accounts: how the forms tie out',
};

export const exampleHead = '名称：青禾县档案馆\n年度：2023\n金额单位：万元\n\n';

/** A table of an example; cells of a row are separated by blanks, `_` is an empty cell. */
export function exampleTable(
  form: string,
  heads: readonly string[],
  ...rows: readonly string[]
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '_' ? '' : cell)).join(' | ')} |\n`;
  const separator = `|${heads.map(() => '---').join('|')}|\n`;
  return `表 ${form}\n${line(heads)}${separator}${rows.map((row) => line(row.split(' '))).join('')}\n`;
}

/** A subject of 公开03表 or 公开05表 with its class and group, all with the same amounts. */
export function exampleSubject(amounts: string): readonly string[] {
  return [
    `201 一般公共服务支出 ${amounts}`,
    `20126 档案事务 ${amounts}`,
    `2012601 行政运行 ${amounts}`,
  ];
}

interface IdentityRule {
  readonly id: RuleId;
  readonly catalogue: readonly string[];
  readonly title: Localised;
  readonly description: Localised;
  readonly bad: string;
  readonly good: string;
  readonly source?: Localised;
}

/** A rule that reports broken identities, at error level. */
export function identityRule(rule: IdentityRule): RuleMetadata {
  return {
    source: arithmetic,
    ...rule,
    confidence: 'H',
    level: 'error',
    messages: breachMessages,
    options: {},
    bad: exampleHead + rule.bad,
    good: exampleHead + rule.good,
  };
}
