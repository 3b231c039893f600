/** The heads of the tables, gathered by what they say, so that one mistake copied into several is one finding. */
import type { TableFieldPart } from '../../grammar/syntax-tree.ts';
import type { Localised } from '../report/identifiers.ts';
import type { Table } from '../report/model.ts';
import { listing } from './message.ts';
import { related, tableNumber } from './quote.ts';
import type { Related, RuleContext } from './rule.ts';

export interface Head {
  readonly table: Table;
  readonly part: TableFieldPart;
}

/** The parts of one kind in the heads of the report's forms, by what they say. */
export function headsBy(
  context: RuleContext,
  kind: TableFieldPart['kind'],
  keyOf: (value: string) => string,
): ReadonlyMap<string, readonly Head[]> {
  const groups = new Map<string, Head[]>();
  for (const table of context.report.tables) {
    for (const part of table.fields) {
      if (part.kind !== kind) continue;
      const key = keyOf(part.value);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ table, part }]);
      else group.push({ table, part });
    }
  }
  return groups;
}

export function tablesOf(group: readonly Head[]): Localised {
  return listing([...new Set(group.map(({ table }) => tableNumber(table)))]);
}

export function samePlaces(heads: readonly Head[]): readonly Related[] {
  return heads.map(({ table, part }) =>
    related(part.valueRange, {
      zh: `${tableNumber(table)} 的表头相同`,
      en: `${tableNumber(table)}: the same`,
    }),
  );
}
