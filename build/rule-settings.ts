/** The setting `gouji.rules` of the editor: each rule with its levels, from the rules' own metadata. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../server/report/identifiers.ts';
import { rules } from '../server/rules/catalogue.ts';

const root = resolve(import.meta.dirname, '..');
const SETTING = 'gouji.rules';
/** Keys of the texts below it. */
const PREFIX = 'rule.';

export function ruleSettings(): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', manifest()],
    ['package.nls.json', texts('package.nls.json', 'en')],
    ['package.nls.zh-cn.json', texts('package.nls.zh-cn.json', 'zh')],
  ]);
}

function manifest(): string {
  const read = readJson('package.json') as {
    contributes: { configuration: { properties: Record<string, unknown> } };
  };
  read.contributes.configuration.properties[SETTING] = {
    type: 'object',
    default: {},
    additionalProperties: false,
    scope: 'window',
    markdownDescription: '%setting.rules%',
    properties: Object.fromEntries(
      rules.map(({ id, level }) => [
        id,
        {
          type: 'string',
          enum: ['error', 'warning', 'info', 'off'],
          default: level,
          description: `%${PREFIX}${id}%`,
        },
      ]),
    ),
  };
  return json(read);
}

function texts(file: string, language: Language): string {
  const kept = Object.entries(readJson(file)).filter(([key]) => !key.startsWith(PREFIX));
  const titles = rules.map(({ id, title }) => [`${PREFIX}${id}`, title[language]] as const);
  return json(Object.fromEntries([...kept, ...titles]));
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
