/** Options of a rule against their schema, in the user's words. Loaded only where a configuration sets an option. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Localised } from '../report/identifiers.ts';

const ajv = new Ajv({ allErrors: false, strict: false });
const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with a value; undefined where it fits the schema. */
export function faultOf(
  schema: Readonly<Record<string, unknown>>,
  value: unknown,
): Localised | undefined {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return error === undefined ? { zh: '取值不合规定', en: 'is not allowed' } : inWords(error);
}

const types: Readonly<Record<string, Localised>> = {
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  string: { zh: '文字', en: 'a text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: 'null', en: 'null' },
};

function inWords({ keyword, params, message }: ErrorObject): Localised {
  const values = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'type': {
      const names = [values.type].flat().map((name) => types[String(name)] ?? same(String(name)));
      return {
        zh: `应为${names.map(({ zh }) => zh).join('或')}`,
        en: `must be ${names.map(({ en }) => en).join(' or ')}`,
      };
    }
    case 'enum': {
      const allowed = (values.allowedValues as readonly unknown[]).map((one) =>
        JSON.stringify(one),
      );
      return { zh: `只能是 ${allowed.join('、')}`, en: `must be one of ${allowed.join(', ')}` };
    }
    case 'minimum':
      return { zh: `不能小于 ${values.limit}`, en: `must be at least ${values.limit}` };
    case 'maximum':
      return { zh: `不能大于 ${values.limit}`, en: `must be at most ${values.limit}` };
    case 'exclusiveMinimum':
      return { zh: `必须大于 ${values.limit}`, en: `must be greater than ${values.limit}` };
    case 'exclusiveMaximum':
      return { zh: `必须小于 ${values.limit}`, en: `must be less than ${values.limit}` };
    default:
      return { zh: `取值不合规定（${message ?? keyword}）`, en: message ?? keyword };
  }
}

function same(text: string): Localised {
  return { zh: text, en: text };
}
