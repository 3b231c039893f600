import type { RuleFamily } from './rule.ts';

export const subjectFamily: RuleFamily = { rules: [], check: () => {} };
