/** Correct reports to make mistakes in: the examples that tie out, generated ones in every layout, and published ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { importText } from '../../server/import/import-text.ts';
import { generate } from '../generate/generate.ts';

export interface Source {
  readonly name: string;
  readonly text: string;
  analyse(text: string): Analysis;
}

const examples = ['clean.gouji', 'bindings-2022.gouji'];

export function exampleSources(): readonly Source[] {
  return examples.map((name) => source(`examples/${name}`, read(name)));
}

/** Every third one as it comes out of the importer. */
export function generatedSource(seed: number): Source {
  const { gouji, published } = generate(seed);
  return seed % 3 === 0
    ? source(`published ${seed}`, importText(published).text, true)
    : source(`generated ${seed}`, gouji);
}

function source(name: string, text: string, published = false): Source {
  return { name, text, analyse: (changed) => analyse({ text: changed, published }) };
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8');
}
