/**
 * The page that explains a rule, as a read-only document of the server: made from the rule's metadata when it is
 * opened, in the user's language, so that it always speaks of the version that is running.
 */
import type { Language } from '../report/identifiers.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { type MessageKey, sayIn } from './messages.ts';
import { RULE_PAGE_SCHEME } from './protocol.ts';

const confidences: Readonly<Record<RuleMetadata['confidence'], MessageKey>> = {
  H: 'confidenceH',
  M: 'confidenceM',
  L: 'confidenceL',
};

export function rulePageUri(rule: string): string {
  return `${RULE_PAGE_SCHEME}:/${rule}.md`;
}

/** Markdown; undefined where no rule has this page. */
export function rulePage(uri: string, language: Language): string | undefined {
  const id = /^[\w-]+:\/*([^?#]*)\.md$/.exec(uri)?.[1];
  // Some clients escape the slash.
  const rule = id === undefined ? undefined : ruleById(id.replace(/%2f/i, '/'));
  return rule && pageOf(rule, language);
}

function pageOf(rule: RuleMetadata, language: Language): string {
  const say = sayIn(language);
  const facts: (readonly [MessageKey, string])[] = [
    ['level', say(rule.level)],
    ['confidence', say(confidences[rule.confidence])],
  ];
  if (rule.catalogue.length > 0)
    facts.push(['catalogue', rule.catalogue.join(say('listSeparator'))]);
  facts.push(['source', rule.source[language]]);
  const lines = [
    `# ${rule.title[language]}`,
    '',
    `\`${rule.id}\``,
    '',
    rule.description[language],
    '',
    ...facts.map(([key, value]) => `- ${say(key)}${say('colon')}${value}`),
  ];
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push('', `## ${say('options')}`, '');
    for (const [name, { description, default: value }] of options) {
      const byDefault = say('byDefault', { value: `\`${JSON.stringify(value)}\`` });
      lines.push(`- \`${name}\`${say('colon')}${description[language]} (${byDefault})`);
    }
  }
  for (const [title, text] of [
    ['badExample', rule.bad],
    ['goodExample', rule.good],
  ] as const) {
    if (text !== '') lines.push('', `## ${say(title)}`, '', '```gouji', text.trimEnd(), '```');
  }
  return `${lines.join('\n')}\n`;
}
