/** Metadata of the rules over stated percentages. */
import { exampleReport, expenditure, narrativeSource, threePublic } from './narrative-example.ts';
import type { RuleMetadata } from './rule.ts';

const arithmetic = { zh: '算术', en: 'Arithmetic' };

const rounding = {
  zh: '分子、分母和百分比都按四舍五入的整个范围核对，一个数用了两次时取同一个值。分子、分母都另有依据、而且只有一个百分比合得上时，可以自动修复。',
  en: 'Numerator, denominator and percentage each stand for their whole rounding interval; a figure used twice takes one value. Where both are proven elsewhere and leave one percentage only, --fix repairs it.',
};

export const percentageRules: readonly RuleMetadata[] = [
  {
    id: 'narrative/share',
    catalogue: ['N2', 'N3', 'N5.1', 'N5.2', 'N6', 'N9', 'N11', 'N13', 'R4'],
    confidence: 'H',
    level: 'error',
    title: { zh: '占比有误', en: 'Wrong share' },
    description: {
      zh: `“占……%”应等于部分除以全部。${rounding.zh}零占零不作判断。误除以别的合计、写成其余部分的占比时一并指出。`,
      en: `A share is the part over its whole. ${rounding.en} Nothing of nothing is not judged. A share of another total, or of the rest, is recognised.`,
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '占 {printed} 应为 {expected}：{over} ÷ {under}{allowed}{why}',
        en: 'The share {printed} should be {expected}: {over} ÷ {under}{allowed}{why}',
      },
    },
    options: {},
    bad: exampleReport(
      expenditure,
      'expenditure',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.94%。',
    ),
    good: exampleReport(
      expenditure,
      'expenditure',
      '2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%。',
    ),
  },
  {
    id: 'narrative/shares',
    catalogue: ['R5'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '各部分占比合计不是 100%', en: 'Shares of all parts do not make the whole' },
    description: {
      zh: '一个合计的各部分都写了占比、没有写的部分为零时，占比之和应为 100%。每个占比可差半个末位，各部分与合计的金额各可差半个末位：允许的差额是 n·u_p + 100·(n+1)·u ÷ 合计。其中某个占比已经断定有误时不再提示。',
      en: 'Where each part of a whole has its share, and there is nothing of the others, the shares make 100 %. Each share may be half a last place off, and so may the amounts behind them: n·u_p + 100·(n+1)·u ÷ total is allowed. Where one of the shares is known to be wrong nothing more is said.',
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '各部分占比合计 {sum}（{parts}），应为 100%；请核对各占比',
        en: 'The shares make {sum} ({parts}) and should make 100 %; check them',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'expenditure',
      '2023年度基本支出占支出合计的81.49%，项目支出占支出合计的28.51%，经营支出0万元，上缴上级支出0万元，对附属单位补助支出0万元。',
    ),
    good: exampleReport(
      '',
      'expenditure',
      '2023年度基本支出占支出合计的81.49%，项目支出占支出合计的18.51%，经营支出0万元，上缴上级支出0万元，对附属单位补助支出0万元。',
    ),
  },
  {
    id: 'narrative/completion',
    catalogue: ['N5.3', 'N7', 'N8', 'N9', 'N10', 'R4'],
    confidence: 'H',
    level: 'error',
    title: { zh: '预算完成率有误', en: 'Wrong completion of the budget' },
    description: {
      zh: `“完成预算的……%”应等于决算除以预算。${rounding.zh}把预算除以决算、写成超出预算的比例时一并指出。`,
      en: `The completion of a budget is the outturn over it. ${rounding.en} A quotient the wrong way round, or the excess over the budget, is recognised.`,
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '完成 {printed} 应为 {expected}：决算 {over} ÷ 预算 {under}{allowed}{why}',
        en: 'The completion {printed} should be {expected}: outturn {over} ÷ budget {under}{allowed}{why}',
      },
    },
    options: {},
    bad: exampleReport(
      threePublic,
      'threePublic',
      '2023年度“三公”经费支出预算为10.00万元，支出决算为8.00万元，完成预算的88.00%。',
    ),
    good: exampleReport(
      threePublic,
      'threePublic',
      '2023年度“三公”经费支出预算为10.00万元，支出决算为8.00万元，完成预算的80.00%。',
    ),
  },
  {
    id: 'narrative/rate',
    catalogue: ['N-YOY', 'Y-BASE', 'R4'],
    confidence: 'H',
    level: 'error',
    title: { zh: '增减率有误', en: 'Wrong rate of change' },
    description: {
      zh: `增长、下降的百分比应等于增减额除以上年数（或预算数）；上年数没有写出时，由本年数减去增加额、加上减少额得到。${rounding.zh}`,
      en: `A rate of change is the change over last year's figure (or the budget). Where that is not stated it follows from this year's figure and the change. ${rounding.en}`,
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '{word} {printed} 应为 {expected}：{over} ÷ {base} {under}{allowed}',
        en: '{word} {printed} should be {expected}: {over} ÷ {base} {under}{allowed}',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长4.75%。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.75%。',
    ),
  },
  {
    id: 'narrative/rate-base',
    catalogue: ['N-YOY', 'R4'],
    confidence: 'H',
    level: 'error',
    title: { zh: '增减率的基数有误', en: 'Rate of change over the wrong base' },
    description: {
      zh: '增减率应除以上年数。常见的错误是除以了本年数；除以本年数（或预算数，或方向相反的上年数）正好得到印出的百分比时，由这条规则指出。',
      en: "A rate of change divides by last year's figure. The common mistake divides by this year's; where that (or the budget, or a base with the change taken the wrong way) gives just the printed percentage, this rule says so.",
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '{word} {printed} 应为 {expected}：{over} ÷ {base} {under}（{printed} 是{why}得到的）',
        en: '{word} {printed} should be {expected}: {over} ÷ {base} {under} ({printed} comes from {why})',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.61%。',
    ),
    good: exampleReport(
      '',
      'running',
      '2023年度机关运行经费支出83.00万元，比上年增加3.00万元，增长3.75%。',
    ),
  },
  {
    id: 'narrative/zero-base',
    catalogue: ['N-YOY0', 'N5.3', 'R4'],
    confidence: 'M',
    level: 'warning',
    title: { zh: '基数为零的百分比', en: 'Percentage over a base of zero' },
    description: {
      zh: '预算或上年数为零而有支出时，完成率、增减率没有意义，应写“不可比”或不写。零比零（0%、100% 或不写）不作判断。',
      en: 'Where budget or last year is zero and money was spent, a completion or rate means nothing; 不可比, or nothing, is written. Nothing over nothing (0 %, 100 % or left out) is not judged.',
    },
    source: arithmetic,
    messages: {
      wrong: {
        zh: '{printed} 没有意义：除数为零（{over} ÷ 0）；请删去或写“不可比”',
        en: '{printed} means nothing: the base is zero ({over} ÷ 0). Leave it out, or write 不可比',
      },
    },
    options: {},
    bad: exampleReport(
      threePublic,
      'threePublic',
      '公务用车购置费预算为0.00万元，支出决算为0.00万元，完成预算的35.00%。',
    ),
    good: exampleReport(
      threePublic,
      'threePublic',
      '公务用车购置费预算为0.00万元，支出决算为0.00万元，完成预算的0.00%。',
    ),
  },
  {
    id: 'narrative/truncated',
    catalogue: ['R4'],
    confidence: 'H',
    level: 'info',
    title: { zh: '百分比未四舍五入', en: 'Percentage cut off' },
    description: {
      zh: '百分比的最后一位是截去的，不是四舍五入的；或者差额只能由印作零的金额解释。',
      en: 'The last place of a percentage is cut off instead of rounded; or only money behind a printed zero explains it.',
    },
    source: narrativeSource,
    messages: {
      truncated: {
        zh: '{printed} 四舍五入应为 {expected}（{over} ÷ {under}，这里像是直接截去了小数）',
        en: '{printed} rounds to {expected} ({over} ÷ {under}; it looks cut off)',
      },
      'behind-zero': {
        zh: '{printed} 只有印作零的金额里还有零头才说得通（{over} ÷ {under}）',
        en: '{printed} fits only if some money stands behind a printed zero ({over} ÷ {under})',
      },
    },
    options: {},
    bad: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额90.00万元，授予中小企业合同金额60.00万元，占政府采购支出总额的66.6%。'.replace(
        '66.6%',
        '66.65%',
      ),
    ),
    good: exampleReport(
      '',
      'procurement',
      '2023年度政府采购支出总额90.00万元，授予中小企业合同金额60.00万元，占政府采购支出总额的66.67%。',
    ),
  },
];
