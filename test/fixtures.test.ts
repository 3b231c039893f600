import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, readFixture } from './fixture.ts';

const folder = join(import.meta.dirname, 'fixtures');

/** Their expectations are drawn for each figure (`//=`), and compared with the ledger. */
const ofFigures = ['narrative/families/**', 'narrative/provinces/**', 'narrative/negative/**'];

for (const path of globSync('**/*.gouji', { cwd: folder, exclude: ofFigures }).sort()) {
  describe(path, () => {
    for (const fixture of readFixture(readFileSync(join(folder, path), 'utf8'))) {
      it(fixture.title || basename(path, '.gouji'), () => {
        expect(differences(fixture)).toEqual([]);
      });
    }
  });
}
