/**
 * What is wrong in the text of the five published reports: each figure of part three was worked out anew by hand from the
 * printed tables, with exact decimals and the intervals of RULES R1–R4. Lines are those of the original files. Every
 * other figure is right, or cannot be judged from the report.
 */
export interface WrongFigure {
  readonly line: number;
  readonly printed: string;
  readonly should: string;
  readonly level: 'error' | 'warning' | 'info';
  /** Why it is wrong. */
  readonly because: string;
}

export interface NarrativeOfReport {
  readonly file: string;
  readonly wrong: readonly WrongFigure[];
  /** Names of subjects that are not those of the tables and the classification. */
  readonly misnamed?: readonly Omit<WrongFigure, 'because'>[];
  /** Things of which other than as many as are counted are named: what is said, how many are named. */
  readonly miscounted?: readonly Omit<WrongFigure, 'because'>[];
  /** Figures that could be wrong without another finding: what they add up to is wrong already. */
  readonly untold?: readonly string[];
  /** Figures that nothing in the report can confirm: none of them may be called right or wrong. */
  readonly unprovable: readonly { readonly line: number; readonly printed: string }[];
  /** Right, though a checker that rounds point values, or takes the wrong base, would say otherwise. */
  readonly right: readonly {
    readonly line: number;
    readonly printed: string;
    readonly because: string;
  }[];
}

const byThisYear = '123.95 ÷ 上年 735.65 = 16.849%；20.26% 是除以本年 611.70 得到的。';

export const narratives: readonly NarrativeOfReport[] = [
  {
    file: '000',
    wrong: [],
    unprovable: [],
    right: [
      { line: 423, printed: '226.88%', because: '214.17 ÷ 94.40 = 226.875%，逢五进一。' },
      { line: 397, printed: '45.56%', because: '67.08 ÷ 147.23 = 45.561%。' },
      { line: 401, printed: '0.07%', because: '0.14 ÷ 214.31 = 0.0653%。' },
      { line: 477, printed: '2.89%', because: '0.17 ÷ 5.88 = 2.891%。' },
      { line: 497, printed: '94.53分', because: '附件自评表的总分是 94.53。' },
    ],
  },
  {
    file: '001',
    wrong: [
      {
        line: 361,
        printed: '20.26%',
        should: '16.85',
        level: 'error',
        because: byThisYear,
      },
      {
        line: 373,
        printed: '20.26%',
        should: '16.85',
        level: 'error',
        because: byThisYear,
      },
      {
        line: 379,
        printed: '20.26%',
        should: '16.85',
        level: 'error',
        because: byThisYear,
      },
      {
        line: 399,
        printed: '35.36.00万元',
        should: '35.36',
        level: 'error',
        because: '数字写错；05表 2080505 是 35.36。',
      },
      {
        line: 411,
        printed: '611.70万元',
        should: '605.00',
        level: 'error',
        because:
          '05表的基本支出是 605.00，人员经费 443.92 加公用经费 161.08 也是 605.00；611.70 是支出合计。',
      },
      {
        line: 447,
        printed: '1.60%',
        should: '1.62',
        level: 'error',
        because: '2.57 ÷ 上年 158.51 = 1.621%；1.60% 是除以本年 161.08 得到的。',
      },
      {
        line: 437,
        printed: '10辆',
        should: '9',
        level: 'warning',
        because: '公务用车保有量 10 辆，多于车辆总数 9 辆（1 + 8）。',
      },
    ],
    untold: ['443.92万元', '161.08万元'],
    miscounted: [{ line: 477, printed: '2 个', should: '3 张', level: 'info' }],
    unprovable: [{ line: 473, printed: '100.00%' }],
    right: [
      { line: 475, printed: '98.01分', because: '附件整体支出自评表的总分是 98.01。' },
      { line: 485, printed: '93.75分', because: '附件汇总表年鉴出版印刷费的自评得分是 93.75。' },
      { line: 383, printed: '84.99%', because: '519.87 ÷ 611.70 = 84.988%。' },
    ],
  },
  {
    file: '002',
    wrong: [
      {
        line: 466,
        printed: '0.00万元',
        should: '1.00',
        level: 'error',
        because: '公务接待费预算数，09表是 1，合计 4 = 3 + 1；正文合计也是 4.00，而分项只有 3.00。',
      },
      {
        line: 414,
        printed: '118.83万元',
        should: '113.83',
        level: 'warning',
        because:
          '各项年初预算之和 113.83，比总数少 5.00。有预算而全年没有支出的项可以不列，所以只是警告。',
      },
    ],
    misnamed: [
      { line: 426, printed: '公务员医疗', should: '公务员医疗补助', level: 'error' },
      {
        line: 438,
        printed: '机关事业部门基本养老保险缴费',
        should: '机关事业单位基本养老保险缴费',
        level: 'warning',
      },
    ],
    unprovable: [
      { line: 490, printed: '5079200元' },
      { line: 496, printed: '0个' },
    ],
    right: [
      { line: 386, printed: '21.28%', because: '89.11 ÷ 418.81 = 21.277%。' },
      { line: 422, printed: '94.67%', because: '0.71 ÷ 0.75 = 94.667%。' },
      { line: 458, printed: '0.00%', because: '0 ÷ 0：不作判断，也不是错误。' },
      { line: 498, printed: '99.25分', because: '附件整体支出自评表的总分是 99.25。' },
    ],
  },
  {
    file: '003',
    wrong: [
      {
        line: 548,
        printed: '1,497.20万元',
        should: '1,497.21',
        level: 'warning',
        because: '06表人员经费合计 1,497.21（1,173.72 + 323.49），抄写差 0.01。',
      },
    ],
    unprovable: [],
    right: [
      { line: 480, printed: '44.52%', because: '1,746.16 ÷ 3,922.03 = 44.522%。' },
      {
        line: 566,
        printed: '97.80%',
        because: '28.94 ÷ 29.59 = 97.803%；三项占比之和不必为 100%。',
      },
      { line: 566, printed: '2.23%', because: '0.66 ÷ 29.59 = 2.2305%。' },
      { line: 522, printed: '110%', because: '1.21 ÷ 1.10 = 110.00%，省去了小数的零。' },
      { line: 584, printed: '5.85%', because: '17.47 ÷ 298.64 = 5.8499%。' },
    ],
  },
  {
    file: '004',
    wrong: [],
    // Scores of items 1 to 14, and as many forms.
    miscounted: [{ line: 514, printed: '5个、11个', should: '14 个', level: 'warning' }],
    unprovable: [{ line: 510, printed: '1021.60万元' }],
    right: [
      { line: 410, printed: '64.34%', because: '5,571.48 ÷ 8,660.05 = 64.3354%。' },
      { line: 496, printed: '2.56%', because: '5.05 ÷ 年初预算 197.10 = 2.5622%。' },
      { line: 496, printed: '1.78%', because: '3.53 ÷ 上年 198.62 = 1.7773%。' },
      { line: 462, printed: '100.00%', because: '07表支出 500.70。' },
      { line: 428, printed: '83.78%', because: '2,587.46 ÷ 3,088.57 = 83.7753%。' },
    ],
  },
];
