/** What a line may begin with or hold beside tables and expressions: header, directives, forms, sections. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { profiles } from '../forms/profiles.ts';
import { formText } from '../render/form-text.ts';
import { sectionSnippets } from '../render/section-texts.ts';
import type { Language, Localised } from '../report/identifiers.ts';
import { rules } from '../rules/catalogue.ts';
import { type Candidate, inSnippet } from './completion-list.ts';
import { headerKeys } from './header-keys.ts';
import { sayIn } from './messages.ts';

export function headerKeyCandidates({ tree }: Analysis, language: Language): Candidate[] {
  const written = new Set(tree.header.map(({ key }) => key.value));
  return Object.entries(headerKeys).map(([key, detail]) => ({
    label: key,
    kind: CompletionItemKind.Property,
    text: `${key}：`,
    detail: detail[language],
    about: { kind: 'text', text: detail.example },
    order: written.has(key) ? 1 : 0,
  }));
}

/** `files`: the reports at hand, as they can be written in this one. */
export function headerValueCandidates(
  { report }: Analysis,
  key: string,
  files: readonly string[],
): Candidate[] {
  const values = (...labels: readonly string[]): Candidate[] =>
    labels.map((label) => ({ label, kind: CompletionItemKind.Value }));
  switch (key) {
    case '报告':
      return values('部门决算', '单位决算');
    case '金额单位':
      return values('万元', '元', '亿元');
    case '版式':
      return values(...profiles.map(({ name }) => name));
    case '科目':
      return report.header.year === undefined ? [] : values(String(report.header.year));
    case '上年':
      return [...fileCandidates(files), ...values('无')];
    case '下级':
      return fileCandidates(files);
    default:
      return [];
  }
}

function fileCandidates(files: readonly string[]): Candidate[] {
  return files.map((label) => ({ label, kind: CompletionItemKind.File }));
}

const directiveWords: readonly (readonly [word: string, detail: Localised])[] = [
  ['免核下一行', { zh: '下一行不报', en: 'silences the next line' }],
  ['免核本行', { zh: '本行不报', en: 'silences this line' }],
  ['免核开始', { zh: '从这里起不报', en: 'silences from here' }],
  ['免核结束', { zh: '到这里为止', en: 'up to here' }],
  ['gouji-disable-next-line', { zh: '下一行不报', en: 'silences the next line' }],
  ['gouji-disable-line', { zh: '本行不报', en: 'silences this line' }],
  ['gouji-disable', { zh: '从这里起不报', en: 'silences from here' }],
  ['gouji-enable', { zh: '到这里为止', en: 'up to here' }],
];

export function directiveCandidates(language: Language): Candidate[] {
  return directiveWords.map(([label, detail]) => ({
    label,
    kind: CompletionItemKind.Keyword,
    text: `${label} `,
    detail: detail[language],
    about: { kind: 'text', text: directiveExample(label) },
  }));
}

/** The reason is asked for by all but those that end a silence. */
function directiveExample(word: string): string {
  const isChinese = word.startsWith('免核');
  const reason = /结束|-enable/.test(word) ? '' : isChinese ? '：财政已批复' : ' -- as approved';
  const directive = `// ${word} sum/children${reason}`;
  return /本行|-line$/.test(word) && !/next/.test(word)
    ? `2023年度支出合计120.50万元。 ${directive}`
    : directive;
}

export function ruleCandidates(language: Language): Candidate[] {
  return rules.map(({ id, title }) => ({
    label: id,
    also: [title.zh, title.en],
    kind: CompletionItemKind.EnumMember,
    detail: title[language],
    about: { kind: 'rule', id },
  }));
}

/** Behind `表 `: each form by its name, and with its rows. */
export function formCandidates({ profile, report }: Analysis, language: Language): Candidate[] {
  const say = sayIn(language);
  const candidates: Candidate[] = [];
  for (const form of profile.forms) {
    const isPrinted = report.forms.has(form.key);
    const label = `${form.number} ${form.name}`;
    const order = isPrinted ? 1 : 0;
    const also = [form.name, ...form.aliases];
    const about = { kind: 'form', key: form.key } as const;
    candidates.push({ label, also, kind: CompletionItemKind.Class, about, order });
    const text = formText(profile, form);
    candidates.push({
      label: `${label}（${say('formSnippet')}）`,
      also,
      kind: CompletionItemKind.Snippet,
      text,
      detail: say('formSnippet'),
      about: { kind: 'text', text },
      order: order + 2,
    });
  }
  for (const { name, aliases } of profile.attachments) {
    candidates.push({ label: name, also: aliases, kind: CompletionItemKind.Class });
  }
  return candidates;
}

/** At the start of a line: statements, and whole sections and forms. */
export function lineCandidates(analysis: Analysis, language: Language): Candidate[] {
  const say = sayIn(language);
  const { profile, report } = analysis;
  const statements: readonly (readonly [string, Localised, example: string])[] = [
    [
      '表 ',
      { zh: '一张表', en: 'a table' },
      '表 馆藏\n| 项目 | 本年 | 上年 |\n| 档案 | 12860 | 12315 |',
    ],
    [
      '设 ',
      { zh: '给表达式起名', en: 'gives an expression a name' },
      '设 档案增幅 = 增幅(馆藏[档案].本年, 馆藏[档案].上年)',
    ],
    [
      '核对 ',
      { zh: '自己的核对', en: 'an assertion of your own' },
      '核对 公开03表[合计].基本支出 ≤ 公开03表[合计].本年支出合计',
    ],
  ];
  const candidates: Candidate[] = statements.map(([text, detail, example]) => ({
    about: { kind: 'text', text: example },
    label: text.trim(),
    kind: CompletionItemKind.Keyword,
    text,
    detail: detail[language],
  }));
  candidates.push(...sections(analysis, language));
  for (const form of profile.forms) {
    if (report.forms.has(form.key)) continue;
    const text = `表 ${formText(profile, form)}\n`;
    candidates.push({
      label: `表 ${form.number} ${form.name}`,
      also: [form.number, form.name, ...form.aliases],
      kind: CompletionItemKind.Snippet,
      text,
      detail: say('formSnippet'),
      about: { kind: 'text', text },
      order: 2,
    });
  }
  return candidates;
}

/** Sections of a level, where its marks are written already. */
export function headingCandidates(
  analysis: Analysis,
  level: number,
  language: Language,
): Candidate[] {
  return sections(analysis, language).filter(
    ({ label }) => (/^#*/.exec(label)?.[0].length ?? 0) === level,
  );
}

/** The sections of the profile that the report does not have yet. */
function sections(analysis: Analysis, language: Language): Candidate[] {
  const say = sayIn(language);
  const { profile, report, tree } = analysis;
  const candidates: Candidate[] = [];
  const written = new Set(tree.headings.map(({ title }) => title.value));
  for (const { title, snippet } of sectionSnippets(profile, report, inSnippet)) {
    const bare = title.replace(/^#+ /, '');
    if (written.has(bare)) continue;
    const filled = snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
    candidates.push({
      label: title,
      also: [bare, bare.replace(/^[一二三四五六七八九十]+、/, '')],
      kind: CompletionItemKind.Snippet,
      text: snippet,
      isSnippet: true,
      plainText: filled,
      detail: say('sectionSnippet'),
      about: { kind: 'text', text: filled },
      order: 1,
    });
  }
  return candidates;
}
