/** What a figure is of its subject, in words. */
import type { Aspect } from '../claims/claim.ts';
import type { Localised } from '../report/identifiers.ts';

export const aspectNames: Readonly<Record<Aspect, Localised>> = {
  final: { zh: '决算', en: 'outturn' },
  budget: { zh: '预算', en: 'budget' },
  'last-year': { zh: '上年数', en: 'last year' },
  share: { zh: '占比', en: 'share' },
  completion: { zh: '完成率', en: 'completion' },
  change: { zh: '增减额', en: 'change' },
  rate: { zh: '增减率', en: 'rate' },
  count: { zh: '数量', en: 'count' },
  score: { zh: '得分', en: 'score' },
  percentage: { zh: '百分数', en: 'percentage' },
};
