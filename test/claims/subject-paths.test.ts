/** Each path of the classification is read back as it was written: no name holds a word that the grammar takes for a claim. */
import { expect, test } from 'vitest';
import { readSentences } from '../../grammar/claims/read-sentences.ts';
import { paragraphNumbers } from '../../grammar/figures.ts';
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { plainLabel } from '../../server/report/label.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';
import { subjectTable } from '../../server/subjects/standard.ts';

const YEAR = 2023;

test('every 项 of the classification with its 款 and 类', () => {
  const table = subjectTable('functional');
  const paths = table
    .children('', YEAR)
    .flatMap((of) =>
      table
        .children(of.code, YEAR)
        .flatMap((group) => table.children(group.code, YEAR).map((item) => [of, group, item])),
    );
  expect(paths.length).toBeGreaterThan(1000);
  const written = paths.map((path) => path.map(({ name }) => plainLabel(name)).join(' '));
  const lines = paths.map(
    ([of, group, item]) => `1. ${of?.name}（类）${group?.name}（款）${item?.name}（项）。`,
  );
  const tree = parse(`# 第三部分\n\n${lines.join('\n')}\n`, vocabularyOf(henan));
  const read = tree.paragraphs.flatMap((paragraph) =>
    readSentences(tree, paragraph, paragraphNumbers(tree, paragraph)).flatMap(({ phrases }) =>
      phrases.flatMap((phrase) =>
        phrase.kind === 'path'
          ? [[phrase.class, phrase.group, phrase.item].map((part) => part?.text).join(' ')]
          : [],
      ),
    ),
  );
  expect(read).toEqual(written);
});
