/** Phrases of a paragraph as short lines of text, to compare with what was drawn by hand. */
import type { Phrase, Sentence, Words } from '../../grammar/claims/phrase.ts';
import { readSentences } from '../../grammar/claims/read-sentences.ts';
import { paragraphNumbers } from '../../grammar/figures.ts';
import { parse } from '../../grammar/parse.ts';
import type { ProseNumber } from '../../grammar/prose-number.ts';
import type { SyntaxTree } from '../../grammar/syntax-tree.ts';
import { vocabulary } from './vocabulary.ts';

export function sentencesOf(text: string): { tree: SyntaxTree; sentences: Sentence[] } {
  const tree = parse(text, vocabulary);
  const sentences = tree.paragraphs.flatMap((paragraph) =>
    readSentences(tree, paragraph, paragraphNumbers(tree, paragraph)),
  );
  return { tree, sentences };
}

/** Every phrase but marks of punctuation: `value 支出合计 120.50万元`, `share of 支出合计 99.93%`. */
export function phrasesOf(text: string): string[] {
  const { tree, sentences } = sentencesOf(text);
  return sentences
    .flatMap(({ phrases }) => phrases)
    .filter(({ kind }) => kind !== 'break')
    .map((phrase) => describe(phrase, tree.text));
}

function describe(phrase: Phrase, text: string): string {
  const printed = (number: ProseNumber | undefined): string =>
    number ? text.slice(number.start, number.end).replace(/\s/g, '') : '';
  const words = (some: Words | undefined): string => some?.text ?? '';
  const parts: string[] = [phrase.kind];
  switch (phrase.kind) {
    case 'value':
      parts.push(words(phrase.subject), phrase.distribution, phrase.closeness);
      parts.push(...phrase.figures.map(printed));
      if (phrase.after) parts.push('…', words(phrase.after));
      break;
    case 'share':
    case 'completion':
      parts.push(words(phrase.subject));
      if (phrase.base) parts.push(`of ${words(phrase.base)}`);
      if (phrase.baseFigure) parts.push(`= ${printed(phrase.baseFigure)}`);
      parts.push(phrase.closeness, ...phrase.figures.map(printed));
      break;
    case 'change':
    case 'rate':
      parts.push(words(phrase.subject), phrase.direction, phrase.distribution, phrase.closeness);
      parts.push(...phrase.figures.map(printed));
      break;
    case 'against':
      parts.push(
        words(phrase.subject),
        phrase.base,
        words(phrase.words).replace(/[\ue000-\ue008]/g, '#'),
      );
      if (phrase.year) parts.push(printed(phrase.year));
      if (phrase.figure) parts.push(`= ${printed(phrase.figure)}`);
      break;
    case 'level':
      parts.push(words(phrase.subject), phrase.relation, phrase.base);
      break;
    case 'absence':
      parts.push(words(phrase.subject));
      break;
    case 'list':
      parts.push(words(phrase.subject), phrase.items.map(words).join('|'));
      if (phrase.open) parts.push('…');
      break;
    case 'path':
      parts.push([phrase.class, phrase.group, phrase.item].map(words).join(' > '));
      break;
    case 'among':
      parts.push(words(phrase.subject));
      break;
    case 'year':
      parts.push(printed(phrase.number) || 'last');
      break;
    case 'text':
      parts.push(words(phrase.words));
  }
  return parts.filter((part) => part !== '' && part !== 'one' && part !== 'exact').join(' ');
}
