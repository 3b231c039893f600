import { analyse } from '../server/analysis.ts';
import { rulePage } from '../server/render/rule-page.ts';
import { confidenceWords, levelWords, ruleWords } from '../server/render/rule-words.ts';
import type { Language } from '../server/report/identifiers.ts';
import { rules } from '../server/rules/catalogue.ts';
import type { RuleMetadata } from '../server/rules/rule.ts';

const PAGES: Readonly<Record<Language, string>> = {
  zh: 'docs/rules.zh-CN.md',
  en: 'docs/rules.md',
};

const WORDS = {
  title: { zh: '规则', en: 'Rules' },
  other: { zh: '[English](rules.md)', en: '[中文](rules.zh-CN.md)' },
  introduction: {
    zh: '本页由规则的元数据生成。每条规则的级别可以在 `gouji.config.json` 里调整；依据不是“确定”的规则从不报错误。',
    en: 'Generated from the metadata of the rules. Levels can be set in `gouji.config.json`; a rule whose ground is not certain never reports an error.',
  },
  rule: { zh: '规则', en: 'Rule' },
  name: { zh: '名称', en: 'Title' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The rule pages in both languages: one entry for each rule, with what its wrong example gives. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    [PAGES.zh, page('zh')],
    [PAGES.en, page('en')],
  ]);
}

function page(language: Language): string {
  const columns = [WORDS.rule, WORDS.name, ruleWords.level, ruleWords.confidence];
  const lines = [
    `# ${WORDS.title[language]}`,
    '',
    WORDS.other[language],
    '',
    WORDS.introduction[language],
    '',
    `| ${columns.map((column) => column[language]).join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rules.map(
      (rule) =>
        `| [\`${rule.id}\`](#${anchorOf(rule)}) | ${rule.title[language]} | ${levelWords[rule.level][language]} | ${confidenceWords[rule.confidence][language]} |`,
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
  const finding = analyse({ text: rule.bad }).findings.find(({ rule: id }) => id === rule.id);
  return rulePage(rule, language, {
    head: [`<a id="${anchorOf(rule)}"></a>`, '', `## ${rule.id} ${rule.title[language]}`],
    marks: '###',
    reported: finding?.message[language],
  });
}
