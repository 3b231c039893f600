import { rules } from './catalogue.ts';
import type { RuleSettings } from './rule.ts';
import { settingsOf } from './settings.ts';

/** Settings of every rule of the catalogue where nothing is configured. */
export const defaultSettings: RuleSettings = settingsOf(rules);
