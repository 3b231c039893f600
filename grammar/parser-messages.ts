import type { IParserErrorMessageProvider } from 'chevrotain';

/**
 * Chevrotain asks for a text where a rule fails; what it gets is the code of a message, and the message itself stands with
 * all others in `syntax-messages.ts`.
 */
export const syntaxMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => EXPECTED[expected.name] ?? 'unexpected',
  buildNotAllInputParsedMessage: () => 'unexpected',
  buildNoViableAltMessage: ({ ruleName }) =>
    ruleName === 'memberStep' ? 'column-expected' : 'operand-expected',
  buildEarlyExitMessage: () => 'unexpected',
};

const EXPECTED: Readonly<Record<string, string>> = {
  OpenRound: 'open-round-expected',
  CloseRound: 'close-round-expected',
  CloseSquare: 'close-square-expected',
  SelectorText: 'row-expected',
  Relation: 'relation-expected',
  Name: 'name-expected',
  DirectiveWord: 'directive-expected',
};
