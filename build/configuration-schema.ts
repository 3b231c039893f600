import { profiles } from '../server/forms/profiles.ts';
import { configurationSchema } from '../server/project/configuration-schema.ts';
import { rules } from '../server/rules/catalogue.ts';

export function schema(): ReadonlyMap<string, string> {
  const text = JSON.stringify(configurationSchema(rules, profiles), undefined, 2);
  return new Map([['docs/gouji.config.schema.json', `${text}\n`]]);
}
