/** What the importer notices in a published original. It has no check: whoever imports reports it. */
import type { Localised } from '../report/identifiers.ts';
import type { RuleFamily, RuleMetadata } from './rule.ts';

const source: Localised = { zh: '导入', en: 'Import' };

const metadata: readonly RuleMetadata[] = [
  {
    id: 'import/unplaced',
    catalogue: [],
    confidence: 'H',
    level: 'info',
    title: { zh: '原文未能归位', en: 'Original text without a place' },
    description: {
      zh: '检查公开原文（.txt、.md）时，看上去属于某张表、却归不进任何一张表的行。它按正文保留，其中的数字没有参加表内核对，请对照原文看一看。',
      en: 'A line of a published original (.txt, .md) that looks as if it belonged to a table and fits none. It is kept as prose, and its figures take no part in the checks of the tables: look at it.',
    },
    source,
    messages: {
      unplaced: {
        zh: '这一行没有归入任何一张表，按正文保留，其中的数字没有参加表内核对；请对照原文查看',
        en: 'This line fits no table; it is kept as prose and its figures take no part in the checks of the tables. Compare it with the original',
      },
    },
    options: {},
    bad: '',
    good: '',
  },
  {
    id: 'import/contents',
    catalogue: ['S-SEC'],
    confidence: 'M',
    level: 'info',
    title: { zh: '目录与正文标题不一致', en: 'Contents page differs from the headings' },
    description: {
      zh: '公开原文的目录与正文的标题应当一致。目录里有而正文没有、正文有而目录没有、编号相同而文字不同，都列出来。',
      en: 'The contents page of a published original agrees with its headings. Entries without a heading, headings without an entry and different wordings of one number are listed.',
    },
    source,
    messages: {
      'contents-missing': {
        zh: '正文有标题「{title}」，目录中没有；请补入目录',
        en: 'The heading "{title}" is missing from the contents page; add it there',
      },
      'contents-absent': {
        zh: '目录中有「{title}」，正文没有这个标题；请补上正文标题或改正目录',
        en: 'The contents page has "{title}", which is no heading of the report; add the heading or correct the contents page',
      },
      'contents-differs': {
        zh: '目录写作「{entry}」，正文标题是「{title}」；请改为一致',
        en: 'The contents page says "{entry}", the heading "{title}"; make them agree',
      },
    },
    options: {},
    bad: '',
    good: '',
  },
  {
    id: 'import/table-name',
    catalogue: ['S-TAB9'],
    confidence: 'M',
    level: 'info',
    title: { zh: '原文的表没有表名', en: 'Table of the original without a name' },
    description: {
      zh: '公开原文中的一张表上方没有印出表名。能从表头认出的，按那张表核对；认不出的另起名称，不参加表间核对。',
      en: 'A table of a published original has no name above it. Where its head tells which form it is, it is checked as that form; else it is given a name and takes no part in checks between tables.',
    },
    source,
    messages: {
      'table-unnamed': {
        zh: '这张表上方没有表名，按「{name}」保留，没有参加表间核对；请补上表名',
        en: 'This table has no name above it; it is kept as "{name}" and takes no part in checks between tables. Add its name',
      },
      'table-by-head': {
        zh: '这张表上方没有表名，按表头认作「{name}」；请补上表名',
        en: 'This table has no name above it; by its head it is taken for "{name}". Add its name',
      },
    },
    options: {},
    bad: '',
    good: '',
  },
];

export const importFamily: RuleFamily = { rules: metadata, check: () => {} };
