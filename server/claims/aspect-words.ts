/**
 * Whether words speak of the budget or of what was spent, as data. A subject's words often end so (…支出决算, …年初预算), or are
 * nothing else (支出决算为…), and then speak of what is being spoken of.
 */

/** Which budget: they are different quantities, and 预算 alone may be either. */
export type BudgetKind = 'initial' | 'annual' | 'any';

export interface AspectWords {
  readonly aspect: 'final' | 'budget' | 'unsaid';
  readonly budget: BudgetKind;
  /** Length of the aspect words at the end; the whole text where it names nothing else. */
  readonly length: number;
}

const NOUN_ENDS = '(?:数额|金额|总额|总数|情况|指标|批复数?|安排数?|数|额)?';
const BUDGET_HEADS =
  '(?:年初|年度|全年|年中|调整后?的?|批复的?|当年|本年度?|部门|单位|财政|支出|收入|的)*';
/** 一般公共预算 alone is the name of a budget, not what was budgeted. */
const NAMES_BUDGET = '(?!(?<=公共|基金|经营)预算$)';
const BUDGET = new RegExp(`${BUDGET_HEADS}${NAMES_BUDGET}预算${NOUN_ENDS}$`);
const FINAL = new RegExp(
  `(?:费用|经费|支出|收入|年度|全年|当年|本年度?|实际|的)*(?:决算支出|决算|实际支出|执行|完成|支出|收入)${NOUN_ENDS}$`,
);
/** What may stand around aspect words without naming anything. */
const NOTHING = /^(?:该项?|其|共|全年|本年度?|当年|年度|实际|总|的)*$/;

/** No aspect words are longer; longer text is looked at only at its end. */
const LONGEST = 32;

export function aspectOf(words: string): AspectWords {
  const from = Math.max(0, words.length - LONGEST);
  const end = from === 0 ? words : words.slice(from);
  const budget = end.includes('预算') ? BUDGET.exec(end) : null;
  if (budget) return aspect('budget', words, from + budget.index);
  const final = FINAL.exec(end);
  if (final) return aspect('final', words, from + final.index);
  return { aspect: 'unsaid', budget: 'any', length: 0 };
}

function aspect(kind: 'final' | 'budget', words: string, at: number): AspectWords {
  const start = NOTHING.test(words.slice(0, at)) ? 0 : at;
  return {
    aspect: kind,
    budget: kind === 'budget' ? budgetKind(words.slice(start)) : 'any',
    length: words.length - start,
  };
}

export function budgetKind(words: string): BudgetKind {
  if (words.includes('年初')) return 'initial';
  return /调整|全年|年中/.test(words) ? 'annual' : 'any';
}
