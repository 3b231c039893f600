/**
 * Levels of rules from the editor's own settings. A configuration file says all for the reports below it, so that the
 * command line finds the same; the editor's settings apply where there is none.
 */
import type { Configuration } from '../project/configuration.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { RuleLevels } from './protocol.ts';

const levels: ReadonlySet<unknown> = new Set(['error', 'warning', 'info', 'off']);

/** The levels among what a client sent; rules that are not known are left out. */
export function ruleLevelsIn(value: unknown): RuleLevels {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(
    ([id, level]) => levels.has(level) && ruleById(id) !== undefined,
  );
  return Object.fromEntries(known);
}

export class EditorLevels {
  readonly #laid = new WeakMap<Configuration, { levels: RuleLevels; result: Configuration }>();

  /** The same object for the same configuration and levels. */
  over(configuration: Configuration, levels: RuleLevels): Configuration {
    if (configuration.file !== undefined) return configuration;
    const present = this.#laid.get(configuration);
    if (present?.levels === levels) return present.result;
    const settings: RuleSettings = new Map(
      [...configuration.settings].map(([id, setting]) => [
        id,
        { ...setting, level: levels[id] ?? setting.level },
      ]),
    );
    const result = { ...configuration, settings };
    this.#laid.set(configuration, { levels, result });
    return result;
  }
}
