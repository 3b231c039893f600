/** `gouji import`: the text of a published report becomes a source; what the importer noticed goes to standard error. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { profiles } from '../../forms/profiles.ts';
import { Configurations } from '../../project/configuration.ts';
import { diskFiles } from '../../project/disk-files.ts';
import { kindOf } from '../../project/file-kind.ts';
import { Positions } from '../../project/positions.ts';
import { formatSource } from '../../render/source.ts';
import type { Profile } from '../../report/form.ts';
import { rules } from '../../rules/catalogue.ts';
import { defaultSettings } from '../../rules/default-settings.ts';
import type { ImportOptions } from '../options.ts';
import { Original } from '../original.ts';
import { type ExitCode, Failure, type Session } from '../session.ts';
import { readStandardInput, readTextFile } from '../source.ts';

export async function importFile(
  name: string,
  { output, force }: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const { say, cwd, language } = session;
  if (kindOf(name) === 'report') throw new Failure(say('alreadyASource', { file: name }));
  const file =
    name === '-'
      ? readStandardInput(undefined, 'original', session)
      : readTextFile({ name, path: resolve(cwd, name), kind: kindOf(name) }, session);
  if (output !== undefined && !force && existsSync(resolve(cwd, output))) {
    throw new Failure(say('outputExists', { file: output }));
  }
  const original = new Original(file.text, await configuredProfile(file.path));
  const source = formatSource(original.report);
  if (output === undefined) {
    session.write(source);
  } else {
    try {
      await writeFileAtomic(resolve(cwd, output), source, 'utf8');
    } catch {
      throw new Failure(say('unwritable', { file: output }));
    }
    session.complain(say('imported', { file: output }));
  }

  const positions = new Positions(file.text);
  const noticed = original.findings(defaultSettings);
  for (const { message, start } of noticed) {
    const { line, column } = positions.at(start);
    session.complain(`${file.name}:${line}:${column} ${message[language]}`);
  }
  const unplaced = noticed.filter(({ rule }) => rule === 'import/unplaced').length;
  if (unplaced > 0) {
    session.complain(say('unplacedTotal', { file: file.name, count: unplaced }));
  }
  return 0;
}

/** The profile that the configuration beside the original names; by default the report's tables show which. */
async function configuredProfile(path: string | undefined): Promise<Profile | undefined> {
  if (path === undefined) return undefined;
  const configurations = new Configurations({
    files: diskFiles,
    rules,
    profiles,
    file: undefined,
    levels: new Map(),
  });
  return (await configurations.of(path)).profile;
}
