/**
 * The page that explains a rule, as a read-only document of the server: made from the rule's metadata when it is
 * opened, in the user's language, so that it always speaks of the version that is running.
 */
import { rulePage as pageOf } from '../render/rule-page.ts';
import type { Language } from '../report/identifiers.ts';
import { ruleById } from '../rules/catalogue.ts';
import { RULE_PAGE_SCHEME } from './protocol.ts';

export function rulePageUri(rule: string): string {
  return `${RULE_PAGE_SCHEME}:/${rule}.md`;
}

/** Markdown; undefined where no rule has this page. */
export function rulePage(uri: string, language: Language): string | undefined {
  const id = /^[\w-]+:\/*([^?#]*)\.md$/.exec(uri)?.[1];
  // Some clients escape the slash.
  const rule = id === undefined ? undefined : ruleById(id.replace(/%2f/i, '/'));
  if (rule === undefined) return undefined;
  const head = [`# ${rule.title[language]}`, '', `\`${rule.id}\``];
  return `${pageOf(rule, language, { head, marks: '##' }).join('\n')}\n`;
}
