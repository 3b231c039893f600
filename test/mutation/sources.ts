/** Correct reports to make mistakes in: the examples that tie out, and generated ones in every layout. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse } from '../../server/analysis.ts';
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

export function generatedSource(seed: number): Source {
  return source(`generated ${seed}`, generate(seed).gouji);
}

function source(name: string, text: string): Source {
  return { name, text, analyse: (changed) => analyse({ text: changed }) };
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../examples', name), 'utf8');
}
