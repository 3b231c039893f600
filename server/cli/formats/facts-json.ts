/** The ledger as one object, as described by `docs/facts-output.schema.json`. */
import type { LedgerEntry } from '../../analysis.ts';
import type { Place } from '../results.ts';
import { type FactsView, placesIn } from './facts.ts';

export function factsJson(view: FactsView): string {
  const { file, ledger } = view;
  const place = placesIn(view);
  const figures = ledger.entries.map((entry) => JSON.stringify(figureOf(entry, place(entry))));
  // One line for each figure: a program reads it all the same, and a person can search it.
  const list = figures.length === 0 ? '[]' : `[\n${figures.join(',\n')}\n]`;
  return `{"filePath":${JSON.stringify(file.path)},\n"figures":${list},\n"coverage":${JSON.stringify(ledger.coverage)}}\n`;
}

// Spelled out, since the order of the keys is what people see. What is not known is left out.
function figureOf(entry: LedgerEntry, { line, column, endLine, endColumn }: Place): object {
  const { printed, kind, reading, verdict, isZero, where } = entry;
  const { subject, aspect, expression, calculation, expected } = entry;
  return {
    line,
    column,
    endLine,
    endColumn,
    printed,
    kind,
    reading,
    verdict,
    zero: isZero,
    where,
    subject,
    aspect,
    expression,
    calculation,
    expected,
  };
}
