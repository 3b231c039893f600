/** What commander found wrong with the options, in the words of the program. */
import type { CommanderError } from 'commander';
import type { Say } from './messages.ts';
import { Failure } from './session.ts';

/** One line, with what was probably meant or where to read on. */
export function usageFailure(
  { code, message }: CommanderError,
  commandName: string | undefined,
  say: Say,
): Failure {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const near = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const after =
    near === undefined
      ? say('seeHelp', { command: commandName === undefined ? '' : `${commandName} ` })
      : say('didYouMean', { near });
  const flag = /--[\w-]+/.exec(first)?.[0] ?? first;
  const what = ((): string => {
    switch (code) {
      case 'commander.unknownCommand':
        return say('unknownCommand', { name: first });
      case 'commander.unknownOption':
        return say('unknownOption', { name: first });
      case 'commander.optionMissingArgument':
        return say('optionWantsValue', { name: flag });
      case 'commander.missingArgument':
        return say('argumentMissing', { name: `<${first}>` });
      case 'commander.excessArguments':
        return say('tooManyArguments');
      case 'commander.invalidArgument': {
        const choices = /Allowed choices are (.+)\./.exec(message)?.[1] ?? '';
        return say('wrongChoice', { name: flag, value: second, choices });
      }
      default:
        return say('wrongUsage', { reason: message.replace(/^error: /, '') });
    }
  })();
  return new Failure(`${what}${say('separator')}${after}`);
}
