/** A list of projects (自评汇总表) against the self-evaluation form of each (P-CROSS). */
import type { Evaluation, Spot } from '../reconcile/performance/evaluation.ts';
import { judgedEvaluation } from '../reconcile/performance/judge-evaluation.ts';
import { evaluationOf } from '../reconcile/performance/read-evaluation.ts';
import { compareValues } from '../reconcile/performance/values.ts';
import { plainLabel } from '../report/label.ts';
import type { Table } from '../report/model.ts';
import type { RuleContext } from './rule.ts';

export function againstSummary(context: RuleContext, tables: readonly Table[]): void {
  if (context.level('performance/summary') === 'off') return;
  const lists = tables.map(evaluationOf).filter(({ projects }) => projects.length > 0);
  if (lists.length === 0) return;
  const forms = formsByName(tables);
  for (const { projects } of lists) {
    for (const project of projects) {
      const form = forms.get(plainLabel(project.label));
      const [total] = form?.funds ?? [];
      if (!form || !total?.isTotal) continue;
      const { budget, executed } = project.amounts;
      const pairs: readonly (readonly [string, string, Spot | undefined, Spot | undefined])[] = [
        ['全年预算数', 'annual budget', budget, total.amounts.budget],
        ['全年执行数', 'execution', executed, total.amounts.executed],
        ['自评得分', 'score', project.score, form.total?.score],
      ];
      for (const [zh, en, listed, own] of pairs) {
        if (!listed || !own || compareValues(listed, own) === 0) continue;
        // What is wrong in the form is told there.
        if (compareValues(listed, judgedEvaluation(form.table).repaired(own)) === 0) continue;
        const place = { zh: `${project.label} 的${zh}`, en: `${en} of ${project.label}` };
        const data = { place, printed: listed.cell.value, expected: own.cell.value };
        context.add('performance/summary', 'differs', listed.cell, data, {
          related: [{ start: own.cell.start, end: own.cell.end, message: place }],
        });
      }
    }
  }
}

/** Forms by the name of their project; a name that two have is that of neither. */
function formsByName(tables: readonly Table[]): ReadonlyMap<string, Evaluation> {
  const forms = new Map<string, Evaluation>();
  const twice = new Set<string>();
  for (const table of tables) {
    if (table.instance === undefined || table.instance === '') continue;
    const name = plainLabel(table.instance);
    if (forms.has(name)) twice.add(name);
    forms.set(name, evaluationOf(table));
  }
  for (const name of twice) forms.delete(name);
  return forms;
}
