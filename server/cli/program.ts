/** Commands and options, in the language of the run. */
import { Argument, Command, CommanderError, Option } from 'commander';
import type { Language } from '../report/identifiers.ts';
import { version } from '../version.ts';
import { displayWidth, wrap } from './display-width.ts';
import { formatNames } from './formats/format.ts';
import { languages } from './language.ts';
import { type MessageKey, sayIn } from './messages.ts';
import type {
  FactsOptions,
  FormatOptions,
  ImportOptions,
  LintOptions,
  ProveOptions,
  RulesOptions,
} from './options.ts';
import type { ExitCode, Session } from './session.ts';
import { writeError } from './standard-streams.ts';
import { usageFailure } from './usage-failure.ts';

/** Reads the options, runs the command; throws a `Failure` on wrong usage. */
export async function runProgram(
  parameters: readonly string[],
  session: Session,
): Promise<ExitCode> {
  let outcome: ExitCode = 0;
  const program = createProgram(parameters, session, (code) => {
    outcome = code;
  });
  try {
    await program.parseAsync(parameters, { from: 'user' });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    // Help that was asked for, and the version, end the same way as a fault does.
    if (fault.exitCode === 0) return 0;
    if (fault.code === 'commander.help') return 2;
    const names = program.commands.map((one) => one.name());
    const name = parameters.find((one) => names.includes(one));
    throw usageFailure(fault, name, session.say);
  }
  return outcome;
}

/** All commands with all their options, for whoever writes them down. */
export function wholeProgram(language: Language): Command {
  const session: Session = {
    language,
    say: sayIn(language),
    cwd: '.',
    environment: {},
    colour: false,
    write: () => {},
    complain: () => {},
  };
  const names = createProgram([], session, () => {}).commands.map((one) => one.name());
  return createProgram(names, session, () => {});
}

function createProgram(
  parameters: readonly string[],
  session: Session,
  done: (code: ExitCode) => void,
): Command {
  const { say } = session;
  const program = configured(new Command('gouji'), session)
    .description(say('about'))
    .usage(say('usageCommand'))
    .version(version, '-v, --version', say('optionVersion'))
    .helpCommand(false)
    .addHelpText('after', () => {
      return `\n${wrap(say('exitCodes'), 80).join('\n')}\n${say('otherLanguage')}`;
    });
  addCommonOptions(program, session);

  command('lint', 'lintAbout', ' [files...]', (lint) =>
    lint
      .addArgument(new Argument('[files...]', say('lintFiles')))
      .addOption(
        option('-f, --format <name>', 'optionFormat').choices(formatNames).default('stylish'),
      )
      .addOption(option('-o, --output-file <file>', 'optionOutputFile'))
      .addOption(option('-q, --quiet', 'optionQuiet'))
      .addOption(option('--max-warnings <N>', 'optionMaxWarnings'))
      .addOption(option('--coverage', 'optionCoverage'))
      .addOption(option('--min-coverage <N>', 'optionMinCoverage'))
      .addOption(option('--exit-zero', 'optionExitZero'))
      .addOption(option('--fix', 'optionFix'))
      .addOption(option('--fix-dry-run', 'optionFixDryRun'))
      .addOption(option('--fix-suggestions', 'optionFixSuggestions'))
      .addOption(option('--fix-rule <id>', 'optionFixRule').argParser(collect))
      .addOption(option('--baseline <file>', 'optionBaseline'))
      .addOption(option('--update-baseline', 'optionUpdateBaseline'))
      .addOption(option('--cache', 'optionCache'))
      .addOption(option('--cache-location <file>', 'optionCacheLocation'))
      .addOption(option('--rule <id=level>', 'optionRule').argParser(collect))
      .addOption(option('-c, --config <file>', 'optionConfig'))
      .addOption(option('--no-config', 'optionNoConfig'))
      .addOption(option('--print-config <file>', 'optionPrintConfig'))
      .addOption(option('--stdin', 'optionStdin'))
      .addOption(option('--stdin-filename <name>', 'optionStdinFilename'))
      .action(async (files: string[], options: LintOptions) => {
        const { lint } = await import('./commands/lint.ts');
        done(await lint(files, options, session));
      }),
  );

  command('facts', 'factsAbout', ' <file>', (facts) =>
    facts
      .addArgument(new Argument('<file>', say('factsFile')))
      .addOption(
        option('-f, --format <name>', 'optionFormat').choices(['table', 'json']).default('table'),
      )
      .addOption(option('-c, --config <file>', 'optionConfig'))
      .addOption(option('--no-config', 'optionNoConfig'))
      .addOption(option('--stdin-filename <name>', 'optionStdinFilename'))
      .action(async (file: string, options: FactsOptions) => {
        const { facts } = await import('./commands/facts.ts');
        done(await facts(file, options, session));
      }),
  );

  command('prove', 'proveAbout', ' <file>', (proving) =>
    proving
      .addArgument(new Argument('<file>', say('factsFile')))
      .addOption(option('-o, --out <file>', 'proveOut'))
      .addOption(option('-c, --config <file>', 'optionConfig'))
      .addOption(option('--no-config', 'optionNoConfig'))
      .addOption(option('--stdin-filename <name>', 'optionStdinFilename'))
      .action(async (file: string, options: ProveOptions) => {
        const { prove } = await import('./commands/prove.ts');
        done(await prove(file, options, session));
      }),
  );

  command('verify', 'verifyAbout', ' <proof> <file>', (verifying) =>
    verifying
      .addArgument(new Argument('<proof>', say('verifyProofFile')))
      .addArgument(new Argument('<file>', say('verifyFile')))
      .action(async (proof: string, file: string) => {
        const { verifyProof } = await import('./commands/verify.ts');
        done(await verifyProof(proof, file, session));
      }),
  );

  command('import', 'importAbout', ' <file>', (importing) =>
    importing
      .addArgument(new Argument('<file>', say('importFile')))
      .addOption(option('-o, --output <file>', 'importOutput'))
      .addOption(option('--force', 'importForce'))
      .action(async (file: string, options: ImportOptions) => {
        const { importFile } = await import('./commands/import.ts');
        done(await importFile(file, options, session));
      }),
  );

  command('format', 'formatAbout', ' [files...]', (formatting) =>
    formatting
      .addArgument(new Argument('[files...]', say('formatFiles')))
      .addOption(option('--check', 'formatCheck'))
      .addOption(option('--stdin', 'optionStdin'))
      .addOption(option('--stdin-filename <name>', 'optionStdinFilename'))
      .action(async (files: string[], options: FormatOptions) => {
        const { format } = await import('./commands/format.ts');
        done(await format(files, options, session));
      }),
  );

  command('explain', 'explainAbout', ' <rule>', (explaining) =>
    explaining
      .addArgument(new Argument('<rule>', say('explainRule')))
      .action(async (rule: string) => {
        const { explain } = await import('./commands/explain.ts');
        done(await explain(rule, session));
      }),
  );

  command('rules', 'rulesAbout', '', (listing) =>
    listing
      .addOption(
        option('-f, --format <name>', 'optionFormat').choices(['text', 'json']).default('text'),
      )
      .action(async (options: RulesOptions) => {
        const { listRules } = await import('./commands/rules.ts');
        done(await listRules(options, session));
      }),
  );

  command('lsp', 'lspAbout', '', (serving) =>
    serving
      .addOption(option('--stdio', 'lspStdio'))
      // Editors that start servers as processes of their own add it.
      .addOption(new Option('--clientProcessId <id>').hideHelp())
      .action(async () => {
        const { lsp } = await import('./commands/lsp.ts');
        done(await lsp());
      }),
  );

  return program;

  /** A command that is not asked for is a name in the help, and need not know its options. */
  function command(
    name: string,
    about: MessageKey,
    usage: string,
    define: (command: Command) => void,
  ): void {
    const one = program
      .command(name)
      .description(say(about))
      .usage(say('usageOptions') + usage);
    if (!parameters.includes(name)) return;
    define(configured(one, session));
    // Last, so that a command's own options come first in its help.
    addCommonOptions(one, session);
  }

  function option(flags: string, about: MessageKey): Option {
    return new Option(flags, say(about));
  }
}

/** What every command has in common. */
function configured(command: Command, { say, write }: Session): Command {
  const titles: Readonly<Record<string, MessageKey>> = {
    'Usage:': 'usageTitle',
    'Arguments:': 'argumentsTitle',
    'Options:': 'optionsTitle',
    'Commands:': 'commandsTitle',
  };
  return command
    .helpOption('-h, --help', say('optionHelp'))
    .configureHelp({
      styleTitle: (title) => (title in titles ? say(titles[title] ?? 'usageTitle') : title),
      optionDescription: ({ description, argChoices, flags }) =>
        argChoices === undefined || flags.startsWith('--lang')
          ? description
          : `${description}（${say('choices', { choices: argChoices.join(', ') })}）`,
      subcommandTerm: (one) => `${one.name()} ${one.usage()}`,
      displayWidth,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      helpWidth: 80,
    })
    .configureOutput({
      writeOut: write,
      writeErr: writeError,
      // Faults are told by whoever catches them, in one line.
      outputError: () => {},
    })
    .exitOverride();
}

function addCommonOptions(command: Command, { say }: Session): void {
  command
    .addOption(new Option('--lang <zh|en>', say('optionLanguage')).choices(languages))
    .addOption(new Option('--no-color', say('optionNoColour')));
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
