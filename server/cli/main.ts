/**
 * The `gouji` command. Everything but the reading of the options is imported by the command that needs it, so that
 * each starts quickly.
 */
import { languageOf } from './language.ts';
import { sayIn } from './messages.ts';
import { runProgram } from './program.ts';
import { type ExitCode, Failure, reasonIn, type Session } from './session.ts';

const parameters = process.argv.slice(2);
const language = languageOf(parameters, process.env);
const say = sayIn(language);

const session: Session = {
  language,
  say,
  cwd: process.cwd(),
  environment: process.env,
  colour: !parameters.includes('--no-color'),
  write: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => resolve());
    }),
  complain: (line) => {
    process.stderr.write(`gouji: ${line.replaceAll(/[\r\n]+/g, ' ')}\n`);
  },
};

// Whoever reads our output may stop before its end (`| head`); that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
  });
}

process.on('uncaughtException', (fault) => {
  process.exitCode = failedWith(fault);
});

process.exitCode = await runProgram(parameters, session).catch(failedWith);

function failedWith(fault: unknown): ExitCode {
  if (fault instanceof Failure) session.complain(fault.message);
  else session.complain(say('failed', { reason: reasonIn(fault) }));
  if (process.env.GOUJI_DEBUG === '1' && fault instanceof Error) console.error(fault.stack);
  return 2;
}
