import type { Localised } from '../report/identifiers.ts';

export interface HeaderKey extends Localised {
  readonly example: string;
}

/** Keys of the header with what they say; those that hold a list go on in lines of their own. */
export const headerKeys: Readonly<Record<string, HeaderKey>> = {
  报告: { zh: '部门决算或单位决算', en: 'kind of report', example: '报告：部门决算' },
  名称: { zh: '部门或单位的全称', en: "the body's name", example: '名称：青禾县档案馆' },
  简称: { zh: '文中可以用的简称', en: 'lawful short names', example: '简称：县档案馆' },
  年度: { zh: '决算年度', en: 'fiscal year', example: '年度：2023' },
  金额单位: {
    zh: '没有写明单位的金额的单位',
    en: 'unit of amounts that state none',
    example: '金额单位：万元',
  },
  版式: { zh: '哪一套公开表', en: 'which set of forms', example: '版式：河南' },
  科目: {
    zh: '按哪一年的科目，默认同年度',
    en: 'year of the subject codes',
    example: '科目：2023',
  },
  日期: { zh: '公开日期', en: 'date of publication', example: '日期：2024年9月10日' },
  上年: {
    zh: '上年报告的文件，或者无',
    en: "last year's report, or 无",
    example: '上年：../2022/报告.gouji',
  },
  下级: {
    zh: '所属单位的报告，每行一个',
    en: "the units' reports, one a line",
    example: '下级：\n- 单位/甲.gouji\n- 青禾县图书馆',
  },
};
