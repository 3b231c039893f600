/** A rule as Markdown: the page that an editor opens, and its entry in the documents. */
import type { Language } from '../report/identifiers.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { confidenceWords, levelWords, ruleWords } from './rule-words.ts';

export interface RulePageLayout {
  /** Lines that head the page, title included. */
  readonly head: readonly string[];
  /** Marks of the headings below the title: `##`. */
  readonly marks: string;
  /** What the wrong example is reported as, where it is shown. */
  readonly reported?: string | undefined;
}

/** The lines of a rule's page below its title: description, level, ground, options, examples. */
export function rulePage(rule: RuleMetadata, language: Language, layout: RulePageLayout): string[] {
  const word = (key: keyof typeof ruleWords): string => ruleWords[key][language];
  const fact = (key: keyof typeof ruleWords, value: string): string =>
    `- ${word(key)}${word('colon')}${value}`;
  const lines = [
    ...layout.head,
    '',
    rule.description[language],
    '',
    fact('level', levelWords[rule.level][language]),
    fact('confidence', confidenceWords[rule.confidence][language]),
  ];
  if (rule.catalogue.length > 0) {
    lines.push(fact('catalogue', rule.catalogue.join(word('listSeparator'))));
  }
  lines.push(fact('source', rule.source[language]));
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push('', `${layout.marks} ${word('options')}`, '');
    for (const [name, { description, default: value }] of options) {
      const byDefault = `${word('byDefault')} \`${JSON.stringify(value)}\``;
      lines.push(`- \`${name}\`${word('colon')}${description[language]} (${byDefault})`);
    }
  }
  if (rule.bad !== '') {
    lines.push('', `${layout.marks} ${word('badExample')}`, '', ...fenced(rule.bad));
    if (layout.reported !== undefined) lines.push('', `> ${layout.reported}`);
  }
  if (rule.good !== '') {
    lines.push('', `${layout.marks} ${word('goodExample')}`, '', ...fenced(rule.good));
  }
  return lines;
}

function fenced(text: string): string[] {
  return ['```gouji', ...text.trimEnd().split('\n'), '```'];
}
