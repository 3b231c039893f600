/**
 * The profiles of further provinces, each as what it has otherwise than 河南. Where it is not known how a province
 * prints something, it is left open.
 */
import type { Differences } from '../define-profile.ts';
import { budgetBesideOutturn } from './budget-columns.ts';
import {
  meetingIdentities,
  meetingsAndTraining,
  threePublicOfAny,
  withMeetings,
} from './meetings-training.ts';
import { inShanghai } from './shanghai-narrative.ts';
import { stateCapitalBalances, stateCapitalIdentities } from './state-capital-balances.ts';

const THREE_PUBLIC = 'three-public-expenses';

/** The three public expenses are the seventh form, the funds follow. */
const threePublicSeventh = [
  'income-expenditure-summary',
  'income',
  'expenditure',
  'fiscal-appropriation-summary',
  'general-budget-expenditure',
  'basic-expenditure-detail',
  THREE_PUBLIC,
  'government-fund',
  'state-capital',
];

const generalThreePublic = { [THREE_PUBLIC]: '一般公共预算财政拨款“三公”经费支出决算表' };

/** Nine forms of which the order and the numbers are not the same everywhere. */
const open = { numbers: 'any', threePublic: 'either', unmarked: true } as const;

/** Numbered with the three public expenses as 07, which several provinces do alike. */
const numberedAlike = { numbers: 'usual', threePublic: 'seventh', unmarked: true } as const;

export const provinces: readonly Differences[] = [
  {
    name: '上海',
    order: threePublicSeventh,
    names: {
      ...generalThreePublic,
      'basic-expenditure-detail': '一般公共预算财政拨款基本支出决算表',
    },
    forms: [stateCapitalBalances],
    identities: stateCapitalIdentities,
    narrative: inShanghai,
    practice: { numbers: 'none', threePublic: 'seventh', places: ['上海'] },
  },
  { name: '湖南', practice: { ...open, places: ['湖南'] } },
  {
    name: '广东',
    order: threePublicSeventh,
    names: generalThreePublic,
    practice: { ...numberedAlike, places: ['广东'] },
  },
  {
    name: '湖北',
    order: threePublicSeventh,
    names: generalThreePublic,
    practice: { ...numberedAlike, places: ['湖北'] },
  },
  {
    name: '陕西',
    order: threePublicSeventh,
    forms: [meetingsAndTraining],
    without: ['T9-SUM.1'],
    identities: meetingIdentities,
    narrative: withMeetings,
    practice: {
      ...numberedAlike,
      places: ['陕西'],
      marks: ['会议费、培训费', '会议费培训费'],
    },
  },
  {
    name: '广西',
    practice: { numbers: 'ordinal', threePublic: 'either', places: ['广西'] },
  },
  {
    name: '四川',
    practice: {
      ...open,
      places: ['四川'],
      marks: ['财政拨款支出决算明细表'],
      otherTables: ['财政拨款支出决算明细表', '一般公共预算财政拨款支出决算明细表'],
    },
  },
  { name: '重庆', practice: { ...open, places: ['重庆'] } },
  {
    name: '安徽',
    forms: budgetBesideOutturn,
    practice: {
      numbers: 'any',
      threePublic: 'apart',
      places: ['安徽'],
      optional: [THREE_PUBLIC],
    },
  },
  { name: '浙江', practice: { ...open, places: ['浙江'] } },
  { name: '江西', practice: { ...open, places: ['江西'] } },
  { name: '内蒙古', practice: { ...open, places: ['内蒙古'] } },
  { name: '云南', practice: { ...open, places: ['云南'] } },
  { name: '辽宁', practice: { ...open, places: ['辽宁'] } },
];

/** What is held against a report that no province's profile fits: what the heads of its tables promise. */
export const anywhere: Differences = {
  name: '通用',
  forms: [...budgetBesideOutturn, stateCapitalBalances, threePublicOfAny],
  identities: stateCapitalIdentities,
  practice: { numbers: 'any', threePublic: 'either', optional: [THREE_PUBLIC], places: [] },
};
