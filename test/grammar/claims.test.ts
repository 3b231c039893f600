import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClaimParser } from '../../grammar/claims/claim-parser.ts';
import type { Phrase } from '../../grammar/claims/phrase.ts';
import { phrasesOf, sentencesOf } from './claim-phrases.ts';

/** Each paragraph with its phrases, drawn by hand. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  values: {
    '支出合计120.50万元': ['value 支出合计 120.50万元'],
    '收、支总计均为580.00万元': ['value 收、支总计 each 580.00万元'],
    '本年收入合计为552.60万元': ['value 本年收入合计 552.60万元'],
    年末车辆共有5辆: ['value 年末车辆 5辆'],
    '公务接待费：2.20万元': ['value 公务接待费 2.20万元'],
    '甲、乙分别为1万元、2万元': ['value 甲、乙 respectively 1万元 2万元'],
    甲和乙分别为1万元和2万元: ['value 甲和乙 respectively 1万元 2万元'],
    '7个项目自评等级为优': ['value 7个 … 项目自评等级为优', 'text 项目自评等级为优'],
    '2022年度为443.50万元': ['year 2022年度', 'value 443.50万元'],
    '上年支出443.50万元': ['year last', 'value 支出 443.50万元'],
    年初预算上年结转5万元: ['value 年初预算上年结转 5万元'],
  },
  'how closely': {
    支出约5万元: ['value 支出 about 5万元'],
    支出不足5万元: ['value 支出 at-most 5万元'],
    支出5万元以上: ['value 支出 at-least 5万元'],
    支出5万元左右: ['value 支出 about 5万元'],
    '增长超过3%': ['rate up at-least 3%'],
  },
  shares: {
    '占81.49%': ['share 81.49%'],
    '占比为81.49%': ['share 81.49%'],
    '占支出合计的99.93%': ['share of 支出合计 99.93%'],
    '占支出合计99.93%': ['share of 支出合计 99.93%'],
    '占本年支出合计的比重为88.57%': ['share of 本年支出合计 88.57%'],
    '占2023年度支出合计525.00万元的88.57%': ['share of 支出合计 = 525.00万元 88.57%'],
    '甲占乙的比例分别为79%、21%': ['share 甲 of 乙 79% 21%'],
    占地5亩: ['value 占地 5亩'],
    占用资金5万元: ['value 占用资金 5万元'],
    国有资产占有情况: ['text 国有资产占有情况'],
  },
  completion: {
    '完成年初预算的90.77%': ['completion of 年初预算的 90.77%'],
    '完成预算90%': ['completion of 预算 90%'],
    '预算完成率为93.69%': ['completion 93.69%'],
    '为年初预算20.50万元的107.32%': ['completion of 年初预算 = 20.50万元 107.32%'],
    '完成年初预算41万元的98.41%': ['completion of 年初预算 = 41万元 98.41%'],
    '占部门预算项目支出总额的5%': ['share of 部门预算项目支出总额 5%'],
  },
  changes: {
    '与上年度相比，收、支总计各增加67.08万元，增长45.56%': [
      'against last-year 上年度',
      'change 收、支总计 up each 67.08万元',
      'rate up 45.56%',
    ],
    '比2022年度减少2.57万元，下降1.60%': [
      'against last-year # 2022年度',
      'change down 2.57万元',
      'rate down 1.60%',
    ],
    '比年初预算数增加5.05万元': ['against budget 年初预算数', 'change up 5.05万元'],
    机关运行经费较上年减少了3万元: ['against 机关运行经费 last-year 上年', 'change down 3万元'],
    '同比增长-5.2%': ['against last-year 同比', 'rate up -5.2%'],
    '增幅6.7%': ['rate up 6.7%'],
    '比2022年度的443.50万元增加21.50万元': [
      'against last-year #的 2022年度 = 443.50万元',
      'change up 21.50万元',
    ],
    增加退休人员经费: ['text 增加退休人员经费'],
    增加至5万元: ['value 增加至 5万元'],
  },
  levels: {
    决算数与年初预算数持平: ['level 决算数 = budget'],
    决算数与年初预算数不存在差异: ['level 决算数 = budget'],
    决算数与年初预算数存在差异的主要原因是节约: ['level 决算数 ≠ budget', 'reason', 'text 节约'],
    决算数大于年初预算数: ['level 决算数 > budget'],
    '支出与上年相比，无变化': ['against 支出 last-year 上年', 'level = last-year'],
    决算数与预算数基本持平: ['against 决算数 budget 预算数', 'text 基本持平'],
    保持一致: ['text 保持一致'],
  },
  'lists and absence': {
    '主要包括：办公费、印刷费、维修（护）费': ['list 办公费|印刷费|维修(护)费'],
    '公用经费主要包括办公费、水费等支出': ['list 公用经费 办公费|水费 …'],
    '包括甲收入5万元、乙收入6万元': ['among', 'value 甲收入 5万元', 'value 乙收入 6万元'],
    不包括陪同人员: ['text 不包括陪同人员'],
    '没有政府性基金收入，也没有使用政府性基金安排的支出': [
      'absence 政府性基金收入',
      'absence 政府性基金安排的支出',
    ],
    未发生公务接待费: ['absence 公务接待费'],
    无线通信设备: ['text 无线通信设备'],
  },
  paths: {
    '一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为5万元': [
      'path 一般公共服务支出 > 档案事务 > 行政运行',
      'value 年初预算 5万元',
    ],
    '社会保障和就业(类)支出44.73万元': ['path 社会保障和就业 >  > ', 'value 支出 44.73万元'],
    '农林水支出（213类）水利（03款）防汛（14项）': ['path 农林水支出 > 水利 > 防汛'],
    '政府办公厅（室）及相关机构事务（款）': ['path  > 政府办公厅(室)及相关机构事务 > '],
  },
  'what stands around': {
    '其中：基本支出5万元': ['among', 'value 基本支出 5万元'],
    '“三公”经费支出决算中，公务接待费5万元': ['among 三公经费支出决算', 'value 公务接待费 5万元'],
    '**住房公积金**预算为5万元': ['value 住房公积金预算 5万元'],
    '机关经费（含甲5万元）支出6万元': ['value 含甲 5万元', 'value 机关经费支出 6万元'],
    '截至2023年12月31日，公务用车5辆': ['value 公务用车 5辆'],
    主要原因是人员增加5人: ['reason', 'change 人员 up 5人'],
    中国共产党支出5万元: ['value 中国共产党支出 5万元'],
    '𠀀支出5万元，占𠀀合计的5%': ['value 𠀀支出 5万元', 'share of 𠀀合计 5%'],
  },
};

for (const [family, paragraphs] of Object.entries(FAMILIES)) {
  describe(family, () => {
    for (const [text, phrases] of Object.entries(paragraphs)) {
      test(text, () => expect(phrasesOf(text)).toEqual(phrases));
    }
  });
}

test('blanks, width and broken lines change nothing', () => {
  const plain = '2023年度支出合计120.50万元，占本年收入合计的99.93%，完成年初预算的90.77%。';
  const wide =
    '２０２３ 年度支出 合计 120.50 万元,占本年收\n入合计 的 99.93 ％，完\n成年初预算的 90.77%。';
  const folded = phrasesOf(wide).map((line) => line.replace('％', '%').replace('２０２３', '2023'));
  expect(folded).toEqual(phrasesOf(plain));
});

test('words are where their range says, with Han characters and surrogate pairs around them', () => {
  const text = '𠀀𠀁局2023年度𠀀 支\n出合计 120.50 万元，占𠀁合计的 99.93%。';
  const { tree, sentences } = sentencesOf(text);
  const [value, share] = sentences
    .flatMap(({ phrases }) => phrases)
    .filter(({ kind }) => kind === 'value' || kind === 'share');
  if (value?.kind !== 'value' || share?.kind !== 'share') throw new Error('not read');
  const slice = (range: { start: number; end: number } | undefined) =>
    range && tree.text.slice(range.start, range.end);
  expect(slice(value.subject)).toBe('𠀀𠀁局2023年度𠀀 支\n出合计');
  expect(value.subject).toMatchObject({ text: '𠀀𠀁局𠀀支出合计', gaps: true });
  expect(slice(value.figures[0])).toBe('120.50 万元');
  expect(slice(share.base)).toBe('𠀁合计');
});

test('the grammar is unambiguous', () => {
  expect(() => new ClaimParser({ validate: true })).not.toThrow();
});

const PIECES = [
  ...['支出合计', '收、支总计', '公务接待费', '社会保障和就业', '𠀀', '国（境）', '的', '为', '是'],
  ...[
    '5万元',
    '12.5%',
    '3个',
    '98分',
    '2个百分点',
    '2022年度',
    '9月1日',
    '1.',
    '（2）',
    '5',
    '35.36.00万元',
  ],
  ...[
    '均',
    '各',
    '分别',
    '占',
    '占比',
    '完成',
    '年初预算',
    '预算数',
    '完成率',
    '与上年相比',
    '比',
    '同比',
  ],
  ...[
    '增加',
    '下降',
    '增幅',
    '减少了',
    '持平',
    '存在差异',
    '大于',
    '没有',
    '无',
    '主要包括：',
    '主要用于',
  ],
  ...[
    '其中：',
    '主要原因是',
    '（类）',
    '（款）',
    '（项）',
    '，',
    '、',
    '；',
    '：',
    '。',
    '（',
    '）',
    '“',
    '**',
    '\n',
    ' ',
  ],
  ...['约', '左右', '不足', '以上', '等', '中', '[5](无)', '[', '\ue000', '\ue006', '//'],
];
const prose = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('a path in a list belongs to the sentence of the list', () => {
  const { sentences } = sentencesOf('主要包括：支出合计（类）。此外无其他支出。');
  expect(sentences[0]?.phrases.map(({ kind }) => kind)).toContain('path');
  expect(sentences[1]?.phrases.map(({ kind }) => kind)).not.toContain('path');
});

test('any text is read, each phrase within its sentence and each figure at most once', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const { tree, sentences } = sentencesOf(text);
      const figures: number[] = [];
      let end = 0;
      for (const sentence of sentences) {
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        end = sentence.end;
        expect(end).toBeLessThanOrEqual(tree.text.length);
        for (const phrase of sentence.phrases) {
          expect(phrase.start).toBeLessThanOrEqual(phrase.end);
          expect(phrase.start).toBeGreaterThanOrEqual(sentence.start);
          expect(phrase.end).toBeLessThanOrEqual(Math.max(sentence.end, phrase.start));
          figures.push(...figuresOf(phrase));
        }
      }
      expect(new Set(figures).size).toBe(figures.length);
    }),
    { numRuns: 3000 },
  );
});

function figuresOf(phrase: Phrase): number[] {
  const found = 'figures' in phrase ? phrase.figures.map(({ start }) => start) : [];
  if ('baseFigure' in phrase && phrase.baseFigure) found.push(phrase.baseFigure.start);
  if (phrase.kind === 'against' && phrase.figure) found.push(phrase.figure.start);
  return found;
}

const LONG: Readonly<Record<string, string>> = {
  'shares that never come': '占',
  'words of change without figures': '增加减少',
  'values side by side': '甲5万元、',
  'open brackets': '甲（',
  'brackets with figures': '甲（5万元）',
  'a list without end': '包括：甲、',
  'paths without end': '甲（类）',
  copulas: '为是',
  comparisons: '与上年',
  years: '2022年度甲',
  'plain Han': '档案馆',
  sentences: '支出合计5万元，占收入合计的5%。',
};

describe('time grows with the length of the text', () => {
  for (const [name, piece] of Object.entries(LONG)) {
    test(name, () => {
      const run = (times: number): number => {
        const text = piece.repeat(times);
        const before = process.cpuUsage();
        sentencesOf(text);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      run(1000);
      const once = Math.min(run(1000), run(1000), run(1000));
      const many = Math.min(run(10_000), run(10_000));
      expect(many).toBeLessThan(10 * once * 3 + 60);
    });
  }
});
