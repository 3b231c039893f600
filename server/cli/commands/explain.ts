/** `gouji explain RULE` */

import { confidenceWords, levelWords, ruleWords } from '../../render/rule-words.ts';
import type { RuleMetadata } from '../../rules/rule.ts';
import { heading, indentLines } from '../plain-text.ts';
import { namesNear, ruleNamed } from '../rule-names.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';

export async function explain(name: string, session: Session): Promise<ExitCode> {
  const { say } = session;
  const rule = ruleNamed(name);
  if (rule === undefined) {
    const near = namesNear(name);
    const after =
      near.length === 0
        ? say('listOfRules')
        : say('didYouMean', { near: near.join(say('listSeparator')) });
    throw new Failure(say('unknownRule', { name }) + say('separator') + after);
  }
  session.write(pageOf(rule, session));
  return 0;
}

function pageOf(rule: RuleMetadata, { language }: Session): string {
  const word = (key: keyof typeof ruleWords): string => ruleWords[key][language];
  const lines: string[] = [`${rule.id}  ${rule.title[language]}`, ''];
  lines.push(...indentLines(rule.description[language], 0), '');
  const field = (key: keyof typeof ruleWords, value: string): void => {
    lines.push(`${word(key)}${word('colon')}${value}`);
  };
  field('level', levelWords[rule.level][language]);
  field('confidence', confidenceWords[rule.confidence][language]);
  if (rule.catalogue.length > 0) field('catalogue', rule.catalogue.join(word('listSeparator')));
  field('source', rule.source[language]);
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push(...heading(word('options')));
    for (const [name, option] of options) {
      const byDefault = `${word('byDefault')} ${JSON.stringify(option.default)}`;
      lines.push(...indentLines(`${name}：${option.description[language]}（${byDefault}）`, 2));
    }
  }
  for (const [title, text] of [
    ['badExample', rule.bad],
    ['goodExample', rule.good],
  ] as const) {
    if (text === '') continue;
    lines.push(...heading(word(title)));
    for (const line of text.trimEnd().split('\n')) lines.push(line === '' ? '' : `  ${line}`);
  }
  return `${lines.join('\n')}\n`;
}
