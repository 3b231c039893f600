/**
 * The `gouji` command. Everything but the reading of the options is imported by the command that needs it, so that
 * each starts quickly.
 */
import { expectShortLives } from '../project/short-lives.ts';
import { languageOf } from './language.ts';
import { sayIn } from './messages.ts';
import { runProgram } from './program.ts';
import { type ExitCode, Failure, reasonIn, type Session } from './session.ts';
import { writeError, writeOutput } from './standard-streams.ts';

expectShortLives();
const parameters = process.argv.slice(2);
const language = languageOf(parameters, process.env);
const say = sayIn(language);

const session: Session = {
  language,
  say,
  cwd: process.cwd(),
  environment: process.env,
  colour: !parameters.includes('--no-color'),
  write: writeOutput,
  complain: (line) => writeError(`gouji: ${line.replaceAll(/[\r\n]+/g, ' ')}\n`),
};

process.on('uncaughtException', (fault) => {
  process.exitCode = failedWith(fault);
});

void runProgram(parameters, session)
  .catch(failedWith)
  .then((code) => {
    process.exitCode = code;
  });

function failedWith(fault: unknown): ExitCode {
  if (fault instanceof Failure) session.complain(fault.message);
  else session.complain(say('failed', { reason: reasonIn(fault) }));
  if (process.env.GOUJI_DEBUG === '1' && fault instanceof Error) writeError(`${fault.stack}\n`);
  return 2;
}
