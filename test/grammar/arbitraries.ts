import fc from 'fast-check';

/** Pieces that sources are made of, so that random texts meet every rule of the language. */
export const PIECES = [
  '\ufeff',
  '\r\n',
  '\n',
  '\r',
  '\n\n',
  '\u2028',
  '\t',
  ' ',
  '　',
  '|',
  '｜',
  '| ',
  '|---|---:|',
  '[',
  ']',
  '［',
  '【',
  '】',
  '(',
  ')',
  '（',
  '）',
  '](',
  '\\',
  '#',
  '# ',
  '＃　',
  '//',
  '、、',
  '// gouji-disable-line sum/children -- 理由',
  '// 免核下一行 sum/children：理由',
  '// gouji-disabel',
  '-',
  '- ',
  '—',
  '*',
  '**',
  '<br>',
  '<',
  '=',
  '＝',
  '≤',
  '!=',
  '+',
  '－',
  '×',
  '/',
  ',',
  '，',
  '.',
  '．',
  '。',
  '：',
  ':',
  '“',
  '”',
  '"',
  '%',
  '1',
  '2023',
  '１２．５',
  '1,234.56',
  '35.36.00',
  '2023年度',
  '万元',
  '万\n元',
  '个',
  '一、',
  '（一）',
  '1.',
  '①',
  '表 ',
  '表　公开03表',
  '公开03表',
  '公开 01 表',
  '收入决算表',
  '支出决算表\n',
  '项目单位自评表',
  '表 数据',
  '名称：示例',
  '下级：\n- 甲\n',
  '年度：2023\n',
  '部门：示例市档案馆',
  '单位：万元',
  '（单位：元）',
  '注：说明',
  '说明：',
  '设 ',
  '设 甲 = ',
  '核对 ',
  '核对',
  '上年.',
  '合计(',
  '占比（',
  '容差',
  '公开03表[合计].基本支出',
  '[12.6%](无)',
  '[](公开03表[合计].基本支出)',
  '[318](增幅(',
  '甲',
  '基本支出',
  '𠀀',
  '\ud840',
  'A',
  '\u0000',
] as const;

/** Any text, made of what means something and of what does not. */
export const anySource = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((a) => a.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

export const REALISTIC = `报告：部门决算
名称：示例市档案馆
简称：档案馆
- 市馆
年度：2023
金额单位：万元

# 第一部分 示例市档案馆概况
## 一、部门职责
负责档案的接收、整理、保管和利用。

表 公开03表 支出决算表（单位：万元）
部门：示例市档案馆　2023年度
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |
|---|---|---:|---:|
| | 合计 | 120.50 | 98.20 |
| 201 | 一般公共服务支出 | 1,100.30 | =  | // 免核本行 sum/children：按上级批复
注：本表反映各项支出情况。

收入决算表
公开02表

项目\t本年收入合计\t财政拨款收入
合计\t120.50\t120.50

201\t\t**3.00**
表 数据
｜ 指标 ｜ 上年 ｜ 本年 ｜
｜ 馆藏 ｜ 10 ｜ 12 ｜

设 人均 = 公开03表[合计].基本支出 / 3
核对 公开03表[类].基本支出 ≤ 合计(公开03表[款].*) + 1.5万元 容差 0.02 “类不小于款之和”
// 备忘
// gouji-disable-next-line narrative/rate -- 口径不同
2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%。
年末馆藏较上年增加[12.6%](增幅(数据[馆藏].本年, 数据[馆藏].上年))，接待[318](无)人次。
`;

/** A realistic source with a few places cut out, doubled, or filled with something else. */
export const mutatedSource = fc
  .array(
    fc.tuple(
      fc.nat(REALISTIC.length),
      fc.nat(12),
      fc.oneof(fc.constantFrom(...PIECES), fc.constant('')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((changes) => {
    let text = REALISTIC;
    for (const [at, length, piece] of changes) {
      text = text.slice(0, at) + piece + text.slice(at + length);
    }
    return text;
  });

export const someSource = fc.oneof(anySource, mutatedSource);
