/**
 * What a configuration says, and all that is wrong with it. The shape is small enough to check by hand, which gives
 * better words than a schema does and costs nothing at start; the options of a rule are its own schema's, and only
 * they wake the schema validator.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import type { Level, Localised, RuleId } from '../report/identifiers.ts';
import type { RuleMetadata, RuleSetting } from '../rules/rule.ts';
import type { ConfigurationProblem } from './configuration.ts';
import { configurationMessages as say } from './configuration-messages.ts';
import { type JsonMember, type JsonNode, plainValue, readJson } from './json-places.ts';
import { nearest } from './nearest.ts';

export const levels: readonly Level[] = ['error', 'warning', 'info', 'off'];

export interface ConfigurationContent {
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
  readonly profile: Profile | undefined;
  readonly subjects: readonly SubjectPath[];
  readonly problems: readonly ConfigurationProblem[];
}

/** A subject table as the configuration names it, and where it does. */
export interface SubjectPath {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface CheckOptions {
  readonly rules: readonly RuleMetadata[];
  readonly profiles: readonly Profile[];
  place(offset: number): { readonly file: string; readonly line: number; readonly column: number };
}

const keys = ['$schema', 'rules', 'profile', 'subjects'] as const;

/** Reads a configuration's text. Never throws; every fault is in `problems`. */
export async function checkConfiguration(
  text: string,
  options: CheckOptions,
): Promise<ConfigurationContent> {
  const problems: ConfigurationProblem[] = [];
  const report = (range: Range, message: Localised): void => {
    problems.push({ ...options.place(range.start), message });
  };
  const rules = new Map<RuleId, RuleSetting>();
  const subjects: SubjectPath[] = [];
  let profile: Profile | undefined;

  const reading = readJson(text);
  if ('fault' in reading) {
    report(reading.fault, say.json(reading.fault.code));
  } else if (reading.node.kind !== 'object') {
    report(reading.node, say.notAnObject());
  } else {
    for (const { key, keyRange, value } of once(reading.node.members, report)) {
      if (key === 'rules') {
        await readRules(value);
      } else if (key === 'profile') {
        profile = readProfile(value);
      } else if (key === 'subjects') {
        readSubjects(value);
      } else if (key === '$schema') {
        if (textOf(value) === undefined) report(value, say.wantsText(key));
      } else {
        report(keyRange, say.unknownKey(key, nearest(key, keys), keys));
      }
    }
  }
  return { rules, profile, subjects, problems };

  async function readRules(node: JsonNode): Promise<void> {
    if (node.kind !== 'object') return report(node, say.rulesWantObject());
    for (const { key, keyRange, value } of once(node.members, report)) {
      const rule = options.rules.find(({ id }) => id === key);
      if (rule === undefined) {
        const ids = options.rules.map(({ id }) => id);
        report(keyRange, say.unknownRule(key, nearest(key, ids)));
        continue;
      }
      const setting = await readSetting(rule, value);
      if (setting !== undefined) rules.set(rule.id, setting);
    }
  }

  async function readSetting(rule: RuleMetadata, node: JsonNode): Promise<RuleSetting | undefined> {
    const [first, second, third] = node.kind === 'array' ? node.items : [node];
    const level = levels.find((one) => first !== undefined && textOf(first) === one);
    if (first === undefined || level === undefined) {
      const written = first === undefined ? undefined : textOf(first);
      report(first ?? node, say.unknownLevel(rule.id, written));
      return undefined;
    }
    if (second === undefined) return { level, options: {} };
    if (second.kind !== 'object') {
      report(second, say.optionsWantObject(rule.id));
      return undefined;
    }
    if (third !== undefined) {
      report(third, say.tooManyItems(rule.id));
      return undefined;
    }
    const known = await readOptions(rule, second.members);
    return known && { level, options: known };
  }

  async function readOptions(
    rule: RuleMetadata,
    members: readonly JsonMember[],
  ): Promise<Record<string, unknown> | undefined> {
    const before = problems.length;
    const values: Record<string, unknown> = {};
    for (const { key, keyRange, value } of once(members, report)) {
      const names = Object.keys(rule.options);
      const option = names.includes(key) ? rule.options[key] : undefined;
      if (option === undefined) {
        report(keyRange, say.unknownOption(rule.id, key, nearest(key, names), names));
        continue;
      }
      const { faultOf } = await import('./option-schema.ts');
      const plain = plainValue(value);
      const fault = faultOf(option.schema, plain);
      if (fault !== undefined) report(value, say.badOption(rule.id, key, fault));
      values[key] = plain;
    }
    return problems.length === before ? values : undefined;
  }

  function readProfile(node: JsonNode): Profile | undefined {
    const name = textOf(node);
    const found = options.profiles.find((one) => one.name === name);
    if (found === undefined) {
      const names = options.profiles.map((one) => one.name);
      report(node, say.unknownProfile(name, names));
    }
    return found;
  }

  function readSubjects(node: JsonNode): void {
    for (const item of node.kind === 'array' ? node.items : [node]) {
      const path = textOf(item);
      if (path === undefined || path === '') {
        report(item, say.subjectsWantPaths());
      } else {
        const { line, column } = options.place(item.start);
        subjects.push({ path, line, column });
      }
    }
  }
}

/** Members without those that repeat a key, which are reported. */
function* once(
  members: readonly JsonMember[],
  report: (range: Range, message: Localised) => void,
): Generator<JsonMember> {
  const seen = new Set<string>();
  for (const member of members) {
    if (seen.has(member.key)) report(member.keyRange, say.repeatedKey(member.key));
    else yield member;
    seen.add(member.key);
  }
}

function textOf(node: JsonNode): string | undefined {
  return node.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}
