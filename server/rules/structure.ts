import type { RuleFamily } from './rule.ts';

export const structureFamily: RuleFamily = { rules: [], check: () => {} };
