import type { ProseNumber } from '../prose-number.ts';
import type { Paragraph, SyntaxTree } from '../syntax-tree.ts';
import { ClaimParser } from './claim-parser.ts';
import type { Sentence } from './phrase.ts';
import { PhraseBuilder } from './phrase-builder.ts';
import { scanClaims } from './scan-claims.ts';
import { squeeze } from './squeeze.ts';

let parser: ClaimParser | undefined;

/**
 * What the sentences of a paragraph say. `numbers` are all numbers of the paragraph, in order of place. Reading is total
 * and linear: text that claims nothing gives sentences with text phrases, or none at all.
 */
export function readSentences(
  tree: SyntaxTree,
  paragraph: Paragraph,
  numbers: readonly ProseNumber[],
): Sentence[] {
  const squeezed = squeeze(tree, paragraph, numbers);
  const builder = new PhraseBuilder(squeezed);
  parser ??= new ClaimParser({ validate: false });
  parser.builder = builder;
  parser.input = scanClaims(squeezed.text);
  parser.paragraph();
  return builder.finish();
}
