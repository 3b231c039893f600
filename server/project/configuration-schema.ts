/** The JSON schema of `gouji.config.json`, from the rules and profiles: what editors complete and check by. */
import type { Profile } from '../report/form.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { levels } from './configuration-check.ts';

export function configurationSchema(
  rules: readonly RuleMetadata[],
  profiles: readonly Profile[],
): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'gouji.config.json',
    description:
      '勾稽的配置，对它所在文件夹及以下的报告生效。 · Configuration of gouji, for the reports in and below its folder.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      profile: {
        description: '版式：报告没有写明时采用。 · The profile of reports that name none.',
        enum: profiles.map(({ name }) => name),
      },
      subjects: {
        description:
          '自备的科目表（制表符分隔的文本），代替内置的同类科目表；路径相对于本文件。 · Own subject tables (tab-separated text) in place of the built-in ones; paths are relative to this file.',
        anyOf: [path, { type: 'array', items: path }],
      },
      rules: {
        description:
          '各规则的级别，或者 [级别, 选项]。 · The level of each rule, or [level, options].',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)])),
      },
    },
    definitions: { level: { enum: levels } },
  };
}

const path = { type: 'string', minLength: 1 };
const level = { $ref: '#/definitions/level' };

function settingOf({ title, level: own, options }: RuleMetadata): object {
  const properties = Object.entries(options).map(([name, option]) => [
    name,
    {
      ...option.schema,
      description: `${option.description.zh} · ${option.description.en}`,
      default: option.default,
    },
  ]);
  return {
    description: `${title.zh} · ${title.en}`,
    default: own,
    anyOf: [
      level,
      {
        type: 'array',
        items: [
          level,
          {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(properties),
          },
        ],
        minItems: 1,
        maxItems: 2,
      },
    ],
  };
}
