import { profiles } from '../server/forms/profiles.ts';
import { configurationSchema } from '../server/project/configuration-schema.ts';
import { rules } from '../server/rules/catalogue.ts';
import { proofSchema } from '../server/verify/proof-schema.ts';

export function schema(): ReadonlyMap<string, string> {
  const text = JSON.stringify(configurationSchema(rules, profiles), undefined, 2);
  const proof = JSON.stringify(proofSchema, undefined, 2);
  return new Map([
    ['docs/gouji.config.schema.json', `${text}\n`],
    ['docs/proof.schema.json', `${proof}\n`],
  ]);
}
