/** The parameters of the function that is being written, and which of them the cursor stands in. */
import type { SignatureHelp } from 'vscode-languageserver';
import { FUNCTIONS } from '../../grammar/functions.ts';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import type { Language } from '../report/identifiers.ts';
import { expressionBefore } from './completion-place.ts';
import { functionWords } from './function-words.ts';
import { markup } from './markdown.ts';

export const signatureTriggers = ['(', '（', ',', '，'];

export function signatureHelp(
  tree: SyntaxTree,
  offset: number,
  language: Language,
  isMarkdown: boolean,
): SignatureHelp | null {
  const written = expressionBefore(tree, offset);
  const call = written === undefined ? undefined : openCall(written);
  const words = call && functionWords[call.name];
  if (call === undefined || words === undefined) return null;
  const { most } = FUNCTIONS.get(call.name) ?? { most: 0 };
  const goesOn = most > words.parameters.length;
  const names = [...words.parameters, ...(goesOn ? ['…'] : [])];
  let at = call.name.length + 1;
  const parameters = names.map((name) => {
    const label: [number, number] = [at, at + name.length];
    at += name.length + 2;
    return { label };
  });
  return {
    signatures: [
      {
        label: `${call.name}(${names.join(', ')})`,
        documentation: markup(words.meaning[language], isMarkdown),
        parameters,
      },
    ],
    activeSignature: 0,
    // One too many stands in none of them.
    activeParameter: goesOn && call.parameter >= names.length ? names.length - 1 : call.parameter,
  };
}

interface OpenCall {
  readonly name: string;
  parameter: number;
}

/** The innermost function whose brackets are not closed; brackets of arithmetic belong to the function around them. */
function openCall(text: string): OpenCall | undefined {
  const open: OpenCall[] = [];
  // Rows and quoted columns hold whatever the table prints.
  for (const piece of text.matchAll(/[[［【][^\]］】]*[\]］】]?|[“"][^“”"]*[”"]?|[()（）,，]/g)) {
    const mark = piece[0];
    if (mark === '(' || mark === '（') {
      const name = /[\p{L}\p{N}_]+(?=[ \t\u3000]*$)/u.exec(text.slice(0, piece.index))?.[0] ?? '';
      open.push({ name, parameter: 0 });
    } else if (mark === ')' || mark === '）') {
      open.pop();
    } else if (mark === ',' || mark === '，') {
      const last = open.at(-1);
      if (last !== undefined) last.parameter += 1;
    }
  }
  return open.findLast(({ name }) => FUNCTIONS.has(name));
}
