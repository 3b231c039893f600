import type { Configurations } from '../project/configuration.ts';
import { configurationLine } from './commands/lint.ts';
import type { ExitCode, Session } from './session.ts';

/** `--print-config FILE`: what applies to a file, in the form in which a configuration is written. */
export async function printConfiguration(
  path: string,
  configurations: Configurations,
  session: Session,
): Promise<ExitCode> {
  const { file, profile, settings, subjectFiles, problems, notes } = await configurations.of(path);
  for (const problem of [...problems, ...notes]) {
    session.complain(configurationLine(problem, session));
  }
  if (problems.length > 0) return 2;
  const rules = [...settings].map(([id, { level, options }]) => {
    return [id, Object.keys(options).length === 0 ? level : [level, options]] as const;
  });
  const printed = {
    configFile: file ?? null,
    profile: profile?.name ?? null,
    subjects: subjectFiles,
    rules: Object.fromEntries(rules),
  };
  session.write(`${JSON.stringify(printed, undefined, 2)}\n`);
  return 0;
}
