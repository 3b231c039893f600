import type { Configuration } from './configuration.ts';

/** What applies to a report, as JSON in the form in which a configuration is written. */
export function effectiveConfiguration(configuration: Configuration): string {
  const { file, profile, settings, subjectFiles } = configuration;
  const rules = [...settings].map(([id, { level, options }]) => {
    return [id, Object.keys(options).length === 0 ? level : [level, options]] as const;
  });
  const printed = {
    configFile: file ?? null,
    profile: profile?.name ?? null,
    subjects: subjectFiles,
    rules: Object.fromEntries(rules),
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}
