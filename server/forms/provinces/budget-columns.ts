/** Forms that print the budget beside the outturn, as 安徽 does. */
import type { FormDefinition } from '../../report/form.ts';
import { form01 } from '../henan/form-01.ts';
import { form02 } from '../henan/form-02.ts';
import { form03 } from '../henan/form-03.ts';
import { form04 } from '../henan/form-04.ts';
import { form05 } from '../henan/form-05.ts';

const BUDGETS = ['预算数', '年初预算数', '年初预算', '全年预算数', '调整预算数', '预算金额'];

/** Rows and columns are the common ones: a column of the budget is read, and part of no identity. */
function withBudget(form: FormDefinition): FormDefinition {
  return {
    ...form,
    panels: form.panels.map((panel) => ({
      ...panel,
      alsoPrinted: [...(panel.alsoPrinted ?? []), ...BUDGETS],
    })),
  };
}

export const budgetBesideOutturn: readonly FormDefinition[] = [
  form01,
  form02,
  form03,
  form04,
  form05,
].map(withBudget);
