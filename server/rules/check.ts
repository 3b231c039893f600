/**
 * Runs the rules over one report. A rule that throws is a fault of the program and becomes a finding; it takes neither
 * the other rules nor the caller down.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Level, Localised, RuleId } from '../report/identifiers.ts';
import { directiveFamily, reportDirectives } from './directive.ts';
import { silence } from './directives.ts';
import { ruleFailed } from './internal.ts';
import { fillMessage } from './message.ts';
import type {
  Finding,
  FindingDetails,
  MessageData,
  RuleContext,
  RuleFamily,
  RuleMetadata,
  RuleSettings,
} from './rule.ts';
import { type Looks, Searches } from './searches.ts';

/** All that a check sees, but for what the run itself gives. Its members may be computed when they are asked for. */
export type CheckInput = Omit<
  RuleContext,
  'option' | 'level' | 'add' | 'among' | 'unlessClean' | 'finds'
>;

const ranks: Readonly<Record<Exclude<Level, 'off'>, number>> = { info: 0, warning: 1, error: 2 };

/** What a run of rules gives. */
export interface RulesRun {
  /** In order of place, without those that a directive of the report silences. */
  readonly findings: readonly Finding[];
  /** For the run after an edit. */
  readonly searches: Searches;
}

/** Runs `families`. `before`: what they looked for when the report's text was another. */
export function runRules(
  input: CheckInput,
  families: readonly RuleFamily[],
  settings: RuleSettings,
  before?: Searches,
): RulesRun {
  const rules = rulesOf(families);
  const run = new Run(input, rules, settings, before);
  const { findings } = run;
  for (const family of families) {
    const before = findings.length;
    try {
      family.check(run);
    } catch (fault) {
      // What the family had found before it stopped is half a truth at best.
      findings.length = before;
      const reason = fault instanceof Error ? fault.message : String(fault);
      run.add(ruleFailed.id, 'failed', firstLine(input), { family: nameOf(family), reason });
    }
  }

  const { kept, uses } = silence(input.report.tree, findings, rules);
  findings.length = 0;
  reportDirectives(run, uses, rules);
  return { findings: kept.concat(findings).sort(byPlace), searches: run.searches };
}

const byFamilies = new WeakMap<readonly RuleFamily[], ReadonlyMap<RuleId, RuleMetadata>>();

/** All rules by id, with those that any run may report. */
function rulesOf(families: readonly RuleFamily[]): ReadonlyMap<RuleId, RuleMetadata> {
  let found = byFamilies.get(families);
  if (found === undefined) {
    const own = families.flatMap((family) => family.rules);
    const all = [...own, ...directiveFamily.rules, ruleFailed];
    found = new Map(all.map((rule) => [rule.id, rule]));
    byFamilies.set(families, found);
  }
  return found;
}

/**
 * The context of a run: the input and, over it, levels, options and the list of findings. Stages of the analysis are asked
 * for through it, so that none is computed for rules that are off.
 *
 * A class, since an object literal with accessors has a shape of its own each time, and such a shape keeps the report alive
 * until the collector goes over the whole heap.
 */
class Run implements RuleContext {
  readonly findings: Finding[] = [];
  readonly #input: CheckInput;
  readonly #rules: ReadonlyMap<RuleId, RuleMetadata>;
  readonly #settings: RuleSettings;
  readonly #before: Searches | undefined;
  readonly searches: Searches;

  constructor(
    input: CheckInput,
    rules: ReadonlyMap<RuleId, RuleMetadata>,
    settings: RuleSettings,
    before: Searches | undefined,
  ) {
    this.#input = input;
    this.#rules = rules;
    this.#settings = settings;
    // Whether anything is found may hang on levels and options.
    this.#before = before?.settings === settings ? before : undefined;
    this.searches = new Searches(settings);
  }

  readonly among = <Part extends object>(
    parts: readonly Part[],
    looks: Looks<Part>,
    ...beside: readonly unknown[]
  ): readonly Part[] => this.searches.among(parts, looks, beside, this, this.#before);

  readonly unlessClean = (
    check: (context: RuleContext) => void,
    standsOn: readonly unknown[],
  ): void => {
    if (this.searches.isClean(check, standsOn, this.#before)) return;
    const { length } = this.findings;
    check(this);
    if (this.findings.length === length) this.searches.noteClean(check, standsOn);
  };

  readonly finds = (check: () => void): boolean => {
    const { length } = this.findings;
    check();
    const isFound = this.findings.length > length;
    this.findings.length = length;
    return isFound;
  };

  readonly level = (rule: RuleId): Level =>
    this.#settings.get(rule)?.level ?? this.#rules.get(rule)?.level ?? 'off';

  readonly option = (rule: RuleId, name: string): unknown => {
    const options = this.#settings.get(rule)?.options;
    return options !== undefined && Object.hasOwn(options, name)
      ? options[name]
      : this.#rules.get(rule)?.options[name]?.default;
  };

  readonly add = (
    rule: RuleId,
    message: string,
    range: Range,
    data: MessageData,
    more: FindingDetails = {},
  ): void => {
    const configured = this.level(rule);
    if (configured === 'off') return;
    const text = this.#rules.get(rule)?.messages[message];
    if (text === undefined) throw new Error(`${rule} has no message ${message}`);
    this.findings.push({
      rule,
      level: lower(configured, more.level),
      message: withMore(fillMessage(text, data), more.also),
      related: more.related ?? [],
      fix: more.fix,
      suggestions: more.suggestions ?? [],
      start: range.start,
      end: range.end,
      superseded: more.superseded,
    });
  };

  get report(): CheckInput['report'] {
    return this.#input.report;
  }

  get profile(): CheckInput['profile'] {
    return this.#input.profile;
  }

  get others(): CheckInput['others'] {
    return this.#input.others;
  }

  get subjects(): CheckInput['subjects'] {
    return this.#input.subjects;
  }

  get completeness(): CheckInput['completeness'] {
    return this.#input.completeness;
  }

  get outcomes(): CheckInput['outcomes'] {
    return this.#input.outcomes;
  }

  get narrative(): CheckInput['narrative'] {
    return this.#input.narrative;
  }

  get claimOutcomes(): CheckInput['claimOutcomes'] {
    return this.#input.claimOutcomes;
  }

  get explanation(): CheckInput['explanation'] {
    return this.#input.explanation;
  }

  get bindings(): CheckInput['bindings'] {
    return this.#input.bindings;
  }

  get published(): boolean {
    return this.#input.published;
  }

  get profileIsGuessed(): boolean {
    return this.#input.profileIsGuessed;
  }
}

function withMore(message: Localised, also: Localised | undefined): Localised {
  return also === undefined
    ? message
    : { zh: `${message.zh}${also.zh}`, en: `${message.en}${also.en}` };
}

function firstLine(input: CheckInput): Range {
  const line = input.report.tree.lines[0];
  return { start: line?.start ?? 0, end: line?.end ?? 0 };
}

function nameOf(family: RuleFamily): string {
  return family.rules[0]?.id.split('/')[0] ?? '?';
}

function lower(
  configured: Exclude<Level, 'off'>,
  wanted: Exclude<Level, 'off'> | undefined,
): Exclude<Level, 'off'> {
  return wanted !== undefined && ranks[wanted] < ranks[configured] ? wanted : configured;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
