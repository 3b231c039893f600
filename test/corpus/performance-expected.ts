/**
 * What is wrong in the self-evaluation forms of the published reports, checked by hand against each form. Lines are those of
 * the original files.
 */
export interface ExpectedOfForms {
  readonly file: string;
  readonly findings: readonly {
    readonly line: number;
    readonly level: 'error' | 'warning' | 'info';
    readonly rule: string;
    readonly says: readonly string[];
    /** Why it is right. */
    readonly because: string;
  }[];
  /** Least number of figures of all tables that are confirmed. */
  readonly verified: number;
}

export const formsOfReports: readonly ExpectedOfForms[] = [
  // 执行率 82.44%、得分 9.16（按 90% 折算）、总分 94.53 都相符。
  { file: '000', findings: [], verified: 240 },
  {
    file: '001',
    findings: [
      {
        line: 580,
        level: 'warning',
        rule: 'performance/own-figures',
        says: ['预算调整率', '写作 0%', '4.35%'],
        because: '年初 813.27，全年 848.64，调整率不是 0。',
      },
      {
        line: 581,
        level: 'warning',
        rule: 'performance/own-figures',
        says: ['结转结余率', '写作 0%', '27.92%'],
        because: '全年预算 848.64，执行 611.70，还余 236.94。',
      },
    ],
    verified: 387,
  },
  {
    file: '002',
    findings: [
      {
        line: 561,
        level: 'warning',
        rule: 'performance/outturn',
        says: ['508.72', '507.92'],
        because: '03表的支出合计是 507.92，自评表多 0.80。',
      },
      {
        line: 580,
        level: 'warning',
        rule: 'performance/own-figures',
        says: ['预算调整率', '35%', '339.99%'],
        because: '年初 118.83，全年 522.84。',
      },
      {
        line: 582,
        level: 'warning',
        rule: 'performance/own-figures',
        says: ['结转结余率', '5%', '2.7%'],
        because: '全年 522.84，执行 508.72。',
      },
    ],
    verified: 240,
  },
  {
    file: '003',
    findings: [
      {
        line: 712,
        level: 'warning',
        rule: 'performance/score-range',
        says: ['93.7', '分值 10', '像是整张表的总分'],
        because:
          '分值 10 的一项印了 93.7，正是 10 加指标得分 83.7；这一行与表头错开一格，所以是警告。',
      },
      {
        line: 732,
        level: 'warning',
        rule: 'performance/reason',
        says: ['工作任务科学性 1.8/2', '9 处'],
        because: '表头要求写偏差原因，这些扣分的指标都空着。',
      },
      {
        line: 736,
        level: 'warning',
        rule: 'performance/indicator-score',
        says: ['预算调整率', '≤5%', '153%', '还有 4 项', '1.7→1.8', '1.9→1.8'],
        because:
          '目标 ≤5%，完成 153%，仍得满分；表下的说明是按完成值与指标值的比例计分，95% 得 1.9、90% 得 1.8。',
      },
      {
        line: 783,
        level: 'error',
        rule: 'performance/score-range',
        says: ['100.0', '分值 10', '为 10'],
        because: '分值 10，得分印作 100.0；各格都在表头之下。',
      },
    ],
    verified: 439,
  },
  {
    file: '004',
    findings: [
      {
        line: 682,
        level: 'info',
        rule: 'performance/total-score',
        says: ['单位职工满意度', '印了两次', '4.47'],
        because: '换页处同一行印了两次：去掉一行，分值之和才是 100，得分之和才是 99.21。',
      },
      {
        line: 719,
        level: 'info',
        rule: 'performance/total-score',
        says: ['少 5', '少了一行'],
        because: '分值之和 95，得分之和 93.95，总分 98.95：换页处少了一项（分值 5，得分 5）。',
      },
      {
        line: 948,
        level: 'info',
        rule: 'performance/total-score',
        says: ['少 5', '少了一行'],
        because: '同样少了一项：社会效益的两项并成了一格。',
      },
    ],
    verified: 957,
  },
];
