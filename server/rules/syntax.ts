import type { RuleFamily } from './rule.ts';

export const syntaxFamily: RuleFamily = { rules: [], check: () => {} };
