import type { Configurations } from '../project/configuration.ts';
import { effectiveConfiguration } from '../project/effective-configuration.ts';
import { configurationLine } from './commands/lint.ts';
import type { ExitCode, Session } from './session.ts';

/** `--print-config FILE`: what applies to a file, in the form in which a configuration is written. */
export async function printConfiguration(
  path: string,
  configurations: Configurations,
  session: Session,
): Promise<ExitCode> {
  const configuration = await configurations.of(path);
  const { problems, notes } = configuration;
  for (const problem of [...problems, ...notes]) {
    session.complain(configurationLine(problem, session));
  }
  if (problems.length > 0) return 2;
  session.write(effectiveConfiguration(configuration));
  return 0;
}
