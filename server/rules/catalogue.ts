/** All rules. Whoever needs a list of them (settings, configuration schema, rule pages, SARIF) takes this one. */
import type { RuleId } from '../report/identifiers.ts';
import { askedFamily } from './asked.ts';
import { assertionFamily } from './assertion.ts';
import { consolidatedFamily, yearFamily } from './between-years.ts';
import { bindingFamily } from './binding.ts';
import { cellFamily } from './cell.ts';
import { crossFamily } from './cross.ts';
import { directiveFamily } from './directive.ts';
import { expressionFamily } from './expression.ts';
import { headerFamily } from './header.ts';
import { importFamily } from './import.ts';
import { internalFamily } from './internal.ts';
import { narrativeAmountFamily } from './narrative-amount.ts';
import { narrativeListedFamily } from './narrative-listed.ts';
import { narrativeNamesFamily } from './narrative-names.ts';
import { narrativePercentageFamily } from './narrative-percentage.ts';
import { narrativePurposeFamily } from './narrative-purpose.ts';
import { narrativeReasonsFamily } from './narrative-reasons.ts';
import { narrativeRepeatedFamily } from './narrative-repeated.ts';
import { narrativeSumFamily } from './narrative-sum.ts';
import { narrativeWordsFamily } from './narrative-words.ts';
import { ownSumFamily } from './own-sum.ts';
import { performanceFamily } from './performance.ts';
import { roundingFamily } from './rounding.ts';
import { roundingJointFamily } from './rounding-joint.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';
import { structureFamily } from './structure.ts';
import { subjectFamily } from './subject.ts';
import { sumFamily } from './sum.ts';
import { syntaxFamily } from './syntax.ts';
import { tableFamily } from './table.ts';
import { tableHeadFamily } from './table-head.ts';
import { textFamily } from './text.ts';
import { unitFamily } from './unit.ts';

/** In the order in which the rule pages list them. */
export const families: readonly RuleFamily[] = [
  syntaxFamily,
  headerFamily,
  structureFamily,
  tableHeadFamily,
  tableFamily,
  cellFamily,
  subjectFamily,
  sumFamily,
  ownSumFamily,
  performanceFamily,
  crossFamily,
  roundingFamily,
  roundingJointFamily,
  unitFamily,
  yearFamily,
  consolidatedFamily,
  narrativeAmountFamily,
  narrativeListedFamily,
  narrativeNamesFamily,
  narrativePercentageFamily,
  narrativeSumFamily,
  narrativeRepeatedFamily,
  narrativePurposeFamily,
  narrativeReasonsFamily,
  narrativeWordsFamily,
  textFamily,
  expressionFamily,
  assertionFamily,
  bindingFamily,
  askedFamily,
  directiveFamily,
  importFamily,
  internalFamily,
];

export const rules: readonly RuleMetadata[] = families.flatMap((family) => family.rules);

const byId: ReadonlyMap<string, RuleMetadata> = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): RuleMetadata | undefined {
  return byId.get(id);
}

export function isRuleId(id: string): id is RuleId {
  return byId.has(id);
}
