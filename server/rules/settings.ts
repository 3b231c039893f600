/** Level and options of each rule, as they apply where nothing is configured. */
import type { RuleId } from '../report/identifiers.ts';
import type { RuleMetadata, RuleSetting, RuleSettings } from './rule.ts';

/** The settings that the metadata itself states. Configuration is laid over them by whoever reads it. */
export function settingsOf(rules: readonly RuleMetadata[]): RuleSettings {
  const settings = new Map<RuleId, RuleSetting>();
  for (const { id, level, options } of rules) {
    const values: Record<string, unknown> = {};
    for (const [name, option] of Object.entries(options)) values[name] = option.default;
    settings.set(id, { level, options: values });
  }
  return settings;
}
