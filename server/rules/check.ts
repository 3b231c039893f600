/**
 * Runs the rules over one report. A rule that throws is a fault of the program and becomes a finding; it takes neither
 * the other rules nor the caller down.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { Level, RuleId } from '../report/identifiers.ts';
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

/** All that a check sees, but for what the run itself gives. Its members may be computed when they are asked for. */
export type CheckInput = Omit<RuleContext, 'option' | 'level' | 'add'>;

const ranks: Readonly<Record<Exclude<Level, 'off'>, number>> = { info: 0, warning: 1, error: 2 };

/** Findings of `families` in order of place, without those that a directive of the report silences. */
export function runRules(
  input: CheckInput,
  families: readonly RuleFamily[],
  settings: RuleSettings,
): readonly Finding[] {
  const rules = new Map<RuleId, RuleMetadata>();
  for (const family of families) for (const rule of family.rules) rules.set(rule.id, rule);
  for (const rule of [...directiveFamily.rules, ruleFailed]) rules.set(rule.id, rule);

  let findings: Finding[] = [];
  const run = runOf(input, rules, settings, (finding) => findings.push(finding));
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
  findings = kept;
  reportDirectives(run, uses, rules);
  return findings.sort(byPlace);
}

/** The context of a run: the input and, over it, levels, options and the list of findings. */
function runOf(
  input: CheckInput,
  rules: ReadonlyMap<RuleId, RuleMetadata>,
  settings: RuleSettings,
  found: (finding: Finding) => void,
): RuleContext {
  const level = (rule: RuleId): Level =>
    settings.get(rule)?.level ?? rules.get(rule)?.level ?? 'off';
  const option = (rule: RuleId, name: string): unknown => {
    const options = settings.get(rule)?.options;
    return options !== undefined && Object.hasOwn(options, name)
      ? options[name]
      : rules.get(rule)?.options[name]?.default;
  };
  const add = (
    rule: RuleId,
    message: string,
    range: Range,
    data: MessageData,
    more: FindingDetails = {},
  ): void => {
    const configured = level(rule);
    if (configured === 'off') return;
    const text = rules.get(rule)?.messages[message];
    if (text === undefined) throw new Error(`${rule} has no message ${message}`);
    found({
      rule,
      level: lower(configured, more.level),
      message: fillMessage(text, data),
      related: more.related ?? [],
      fix: more.fix,
      suggestions: more.suggestions ?? [],
      start: range.start,
      end: range.end,
    });
  };
  // Stages of the analysis are asked for through the context, so that none is computed for rules that are off.
  return {
    level,
    option,
    add,
    published: input.published,
    get report() {
      return input.report;
    },
    get profile() {
      return input.profile;
    },
    get others() {
      return input.others;
    },
    get subjects() {
      return input.subjects;
    },
    get completeness() {
      return input.completeness;
    },
    get outcomes() {
      return input.outcomes;
    },
    get narrative() {
      return input.narrative;
    },
    get claimOutcomes() {
      return input.claimOutcomes;
    },
    get bindings() {
      return input.bindings;
    },
  };
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
