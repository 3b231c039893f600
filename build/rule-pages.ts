import { analyse } from '../server/analysis.ts';
import type { Language } from '../server/report/identifiers.ts';
import { families } from '../server/rules/catalogue.ts';
import type { RuleMetadata } from '../server/rules/rule.ts';

const PAGES: Readonly<Record<Language, string>> = {
  zh: 'docs/rules.zh-CN.md',
  en: 'docs/rules.md',
};

const LEVELS: Readonly<Record<RuleMetadata['level'], Readonly<Record<Language, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关', en: 'off' },
};

const CONFIDENCES: Readonly<
  Record<RuleMetadata['confidence'], Readonly<Record<Language, string>>>
> = {
  H: { zh: '确定', en: 'certain' },
  M: { zh: '几乎总是如此', en: 'nearly always true' },
  L: { zh: '仅供参考', en: 'a hint' },
};

const WORDS = {
  title: { zh: '规则', en: 'Rules' },
  other: { zh: '[English](rules.md)', en: '[中文](rules.zh-CN.md)' },
  intro: {
    zh: '本页由规则的元数据生成。每条规则的级别可以在 `gouji.config.json` 里调整；依据不是“确定”的规则从不报错误。',
    en: 'Generated from the metadata of the rules. Levels can be set in `gouji.config.json`; a rule whose ground is not certain never reports an error.',
  },
  columns: { zh: '| 规则 | 名称 | 级别 | 把握 |', en: '| rule | title | level | ground |' },
  level: { zh: '级别', en: 'level' },
  ground: { zh: '依据', en: 'ground' },
  catalogue: { zh: '条目', en: 'catalogue' },
  options: { zh: '选项', en: 'options' },
  byDefault: { zh: '默认', en: 'default' },
  bad: { zh: '有问题的写法', en: 'Wrong' },
  good: { zh: '没有问题的写法', en: 'Right' },
  finding: { zh: '报告为', en: 'is reported as' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The rule pages in both languages: one entry for each rule, with what its wrong example gives. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    [PAGES.zh, page('zh')],
    [PAGES.en, page('en')],
  ]);
}

function page(language: Language): string {
  const rules = families.flatMap((family) => family.rules);
  const lines = [
    `# ${WORDS.title[language]}`,
    '',
    WORDS.other[language],
    '',
    WORDS.intro[language],
    '',
    WORDS.columns[language],
    '| --- | --- | --- | --- |',
    ...rules.map(
      (rule) =>
        `| [\`${rule.id}\`](#${anchorOf(rule)}) | ${rule.title[language]} | ${LEVELS[rule.level][language]} | ${CONFIDENCES[rule.confidence][language]} |`,
    ),
  ];
  for (const rule of rules) lines.push('', ...entry(rule, language));
  return `${lines.join('\n')}\n`;
}

/** The anchor is set by hand: headings with Chinese words get different ones from different renderers. */
function anchorOf(rule: RuleMetadata): string {
  return rule.id.replace('/', '-');
}

function entry(rule: RuleMetadata, language: Language): string[] {
  const lines = [
    `<a id="${anchorOf(rule)}"></a>`,
    '',
    `## ${rule.id} ${rule.title[language]}`,
    '',
    rule.description[language],
    '',
    `- ${WORDS.level[language]}: ${LEVELS[rule.level][language]}`,
    `- ${WORDS.ground[language]}: ${rule.source[language]} (${CONFIDENCES[rule.confidence][language]})`,
  ];
  if (rule.catalogue.length > 0) {
    lines.push(`- ${WORDS.catalogue[language]}: ${rule.catalogue.join(', ')}`);
  }
  for (const [name, option] of Object.entries(rule.options)) {
    lines.push(
      `- ${WORDS.options[language]} \`${name}\`: ${option.description[language]} (${WORDS.byDefault[language]} \`${JSON.stringify(option.default)}\`)`,
    );
  }
  if (rule.bad !== '') {
    lines.push('', `**${WORDS.bad[language]}**`, '', ...fenced(rule.bad));
    const finding = analyse({ text: rule.bad }).findings.find(({ rule: id }) => id === rule.id);
    if (finding) lines.push('', `${WORDS.finding[language]}: ${finding.message[language]}`);
  }
  if (rule.good !== '') lines.push('', `**${WORDS.good[language]}**`, '', ...fenced(rule.good));
  return lines;
}

function fenced(text: string): string[] {
  return ['```gouji', ...text.trimEnd().split('\n'), '```'];
}
