/** What the options of `gouji lint` ask for; each throws a `Failure` where they ask for nothing that there is. */
import { levels } from '../project/configuration-check.ts';
import { nearest } from '../project/nearest.ts';
import type { Level, RuleId } from '../report/identifiers.ts';
import { isRuleId, rules } from '../rules/catalogue.ts';
import type { Finding } from '../rules/rule.ts';
import type { FixRequest } from './fix-files.ts';
import type { LintOptions } from './options.ts';
import { Failure, type Session } from './session.ts';

export function warningLimit({ maxWarnings }: LintOptions, { say }: Session): number | undefined {
  if (maxWarnings === undefined) return undefined;
  if (/^\d{1,9}$/.test(maxWarnings)) return Number(maxWarnings);
  throw new Failure(say('wrongNumber', { name: '--max-warnings', value: maxWarnings }));
}

/** 0 where none is asked for. */
export function requiredCoverage({ minCoverage = '0' }: LintOptions, { say }: Session): number {
  if (/^\d{1,3}$/.test(minCoverage) && Number(minCoverage) <= 100) return Number(minCoverage);
  throw new Failure(say('wrongPercentage', { name: '--min-coverage', value: minCoverage }));
}

// One line must stay readable.
const MOST_NAMED = 5;

export function lowCoverage(
  low: readonly { readonly name: string; readonly percent: number }[],
  limit: number,
  { say }: Session,
): string {
  const [first, second] = low;
  if (first !== undefined && second === undefined) {
    return say('lowCoverage', { file: first.name, percent: `${first.percent}%`, limit });
  }
  const named = [...low].sort((a, b) => a.percent - b.percent).slice(0, MOST_NAMED);
  const files = named.map(({ name, percent }) => `${name} ${percent}%`).join(say('listSeparator'));
  const rest = low.length > named.length ? ' …' : '';
  return say('lowCoverages', { count: low.length, limit, files: files + rest });
}

export function ruleLevels(
  settings: readonly string[],
  { say }: Session,
): ReadonlyMap<RuleId, Level> {
  const wanted = new Map<RuleId, Level>();
  for (const setting of settings) {
    const at = setting.indexOf('=');
    if (at < 1) throw new Failure(say('ruleWantsLevel', { value: setting }));
    const id = setting.slice(0, at).trim();
    const written = setting.slice(at + 1).trim();
    if (!isRuleId(id)) throw unknownRule(id, say);
    const level = levels.find((one) => one === written);
    if (level === undefined) throw new Failure(say('unknownLevel', { value: written }));
    wanted.set(id, level);
  }
  return wanted;
}

/** What is to be fixed; undefined where nothing is. */
export function fixRequest(
  { fix, fixDryRun, fixSuggestions, fixRule = [], quiet }: LintOptions,
  isStandardInput: boolean,
  { say }: Session,
): (FixRequest & { readonly write: boolean }) | undefined {
  if (fix && fixDryRun) throw new Failure(say('fixOrDryRun'));
  if (!fix && !fixDryRun && !fixSuggestions) {
    if (fixRule.length > 0) throw new Failure(say('fixRuleAlone'));
    return undefined;
  }
  if (isStandardInput && !fixDryRun) throw new Failure(say('fixWithStdin'));
  for (const id of fixRule) if (!isRuleId(id)) throw unknownRule(id, say);
  return {
    write: fixDryRun !== true,
    suggestions: fixSuggestions === true,
    accepts: ({ rule, level }: Finding) =>
      (fixRule.length === 0 || fixRule.includes(rule)) && (!quiet || level === 'error'),
  };
}

function unknownRule(id: string, say: Session['say']): Failure {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  const after = near === undefined ? say('listOfRules') : say('didYouMean', { near });
  return new Failure(say('unknownRule', { name: id }) + say('separator') + after);
}
