/** `gouji explain RULE` */

import type { RuleMetadata } from '../../rules/rule.ts';
import type { MessageKey } from '../messages.ts';
import { heading, indentLines } from '../plain-text.ts';
import { namesNear, ruleNamed } from '../rule-names.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';

const confidences: Readonly<Record<RuleMetadata['confidence'], MessageKey>> = {
  H: 'confidenceH',
  M: 'confidenceM',
  L: 'confidenceL',
};

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

function pageOf(rule: RuleMetadata, { say, language }: Session): string {
  const lines: string[] = [`${rule.id}  ${rule.title[language]}`, ''];
  lines.push(...indentLines(rule.description[language], 0), '');
  const field = (name: MessageKey, value: string): void => {
    lines.push(`${say(name)}${say('colon')}${value}`);
  };
  field('level', say(rule.level));
  field('confidence', say(confidences[rule.confidence]));
  if (rule.catalogue.length > 0) field('catalogue', rule.catalogue.join(say('listSeparator')));
  field('source', rule.source[language]);
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push(...heading(say('options')));
    for (const [name, option] of options) {
      const value = say('byDefault', { value: JSON.stringify(option.default) });
      lines.push(...indentLines(`${name}：${option.description[language]}（${value}）`, 2));
    }
  }
  for (const [title, text] of [
    ['badExample', rule.bad],
    ['goodExample', rule.good],
  ] as const) {
    if (text === '') continue;
    lines.push(...heading(say(title)));
    for (const line of text.trimEnd().split('\n')) lines.push(line === '' ? '' : `  ${line}`);
  }
  return `${lines.join('\n')}\n`;
}
