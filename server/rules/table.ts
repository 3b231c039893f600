import type { RuleFamily } from './rule.ts';

export const tableFamily: RuleFamily = { rules: [], check: () => {} };
