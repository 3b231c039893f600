/** Terms and constraints made by hand, for tests of the arithmetic alone. */

import { type Constraint, Term } from '../../server/reconcile/constraint.ts';
import type { Identity } from '../../server/report/form.ts';
import type { Column, Panel, Row, Table } from '../../server/report/model.ts';

export interface Printed {
  readonly units: number;
  readonly decimals?: number;
  readonly unit?: string;
}

export function tableByHand(
  unit = '万元',
  decimals = 2,
): { table: Table; panel: Panel; column: Column } {
  const column = {
    index: 0,
    name: '金额',
    path: [],
    definition: undefined,
    heads: [],
    kind: 'amount',
    unit,
    decimals,
  } satisfies Column;
  const panel = { name: '', columns: [column], rows: [] } as unknown as Panel;
  const table = { name: '手工表', unit, panels: [panel] } as unknown as Table;
  return { table, panel, column };
}

const home = tableByHand();

/** A term that prints a figure, 12.34 as `{ units: 1234 }`; undefined prints a blank. */
export function term(printed: Printed | undefined, at = home, coefficient = 1): Term {
  const reading =
    printed === undefined
      ? { kind: 'empty' }
      : {
          kind: 'figure',
          figure: {
            units: printed.units,
            decimals: printed.decimals ?? 2,
            unit: printed.unit ?? at.column.unit,
            start: 0,
            end: 0,
          },
        };
  const row = { cells: [{ reading }] } as unknown as Row;
  return new Term(coefficient, at.table, at.panel, at.column, row, undefined, undefined, undefined);
}

export function constraint(
  left: readonly Term[],
  right: readonly Term[],
  strictness: Identity['strictness'] = 'sum',
  relation: Constraint['relation'] = '=',
): Constraint {
  const identity = {
    id: 'X',
    rule: 'test/test',
    statement: '',
    strictness,
    condition: undefined,
  } as const;
  return { origin: { identity }, left, right, relation, strictness };
}
