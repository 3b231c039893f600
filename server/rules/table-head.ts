import type { RuleFamily } from './rule.ts';

export const tableHeadFamily: RuleFamily = { rules: [], check: () => {} };
