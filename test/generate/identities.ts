/**
 * The identities of the nine forms over places, written a second time and in another way than the program's own: they
 * judge the generator, and they say for a changed cell whether rounding could still explain it.
 */
import type { Cells } from './cells.ts';
import { place, threePublicItems } from './cells.ts';

export interface PlaceIdentity {
  /** Of the rule catalogue. */
  readonly id: string;
  readonly whole: readonly string[];
  readonly parts: readonly string[];
  /** `≤`: the parts together are at most the whole. */
  readonly relation: '=' | '≤';
}

const widths: Readonly<Record<number, number>> = { 2: 7, 3: 6, 5: 3, 7: 6, 8: 3 };

export function identitiesOver(cells: Cells): PlaceIdentity[] {
  const identities: PlaceIdentity[] = [];
  const equal = (id: string, whole: string | string[], parts: readonly string[]): void => {
    identities.push({ id, whole: [whole].flat(), parts, relation: '=' });
  };
  const within = (id: string, part: string, whole: string): void => {
    identities.push({ id, whole: [whole], parts: [part], relation: '≤' });
  };
  const rows = rowsOf(cells);

  summary(equal, rows.classes(1));
  for (const [form, width] of Object.entries(widths)) {
    coded(equal, Number(form), width, rows.codes(Number(form)));
  }
  fiscalSummary(equal, within, rows.classes(4));
  basic(equal, within, rows.codes(6));
  between(equal, within, rows);
  return identities;
}

type Equal = (id: string, whole: string | string[], parts: readonly string[]) => void;
type Within = (id: string, part: string, whole: string) => void;

interface Rows {
  /** Codes that a form prints with money. */
  codes(form: number): string[];
  /** Class codes of forms 1 and 4. */
  classes(form: number): string[];
}

function rowsOf(cells: Cells): Rows {
  const codes = (form: number): string[] => {
    const found = new Set<string>();
    for (const key of cells.keys()) {
      const [of, , row] = key.split('/');
      if (Number(of) === form && row !== undefined && /^\d/.test(row)) found.add(row);
    }
    return [...found];
  };
  return { codes, classes: codes };
}

function summary(equal: Equal, classes: readonly string[]): void {
  const left = (row: number): string => place(1, '收入', `行${row}`, 0);
  const right = (row: number): string => place(1, '支出', `行${row}`, 0);
  equal('T1-IN', left(27), [1, 2, 3, 4, 5, 6, 7, 8].map(left));
  equal('T1-INTOT', left(31), [27, 28, 29].map(left));
  equal(
    'T1-OUT',
    right(58),
    classes.map((code) => place(1, '支出', code, 0)),
  );
  equal('T1-OUTTOT', right(62), [58, 59, 60].map(right));
  equal('T1-BAL', left(31), [right(62)]);
}

function coded(equal: Equal, form: number, width: number, codes: readonly string[]): void {
  const at = (row: string, column: number): string => place(form, '', row, column);
  const columns = Array.from({ length: width }, (_, column) => column);
  for (const row of ['合计', ...codes]) {
    if (form === 7) {
      equal('T7-ROW', at(row, 2), [at(row, 3), at(row, 4)]);
      equal('T7-ROLL', [at(row, 0), at(row, 1)], [at(row, 2), at(row, 5)]);
    } else {
      equal(
        `T${form}-ROW`,
        at(row, 0),
        columns.slice(1).map((column) => at(row, column)),
      );
    }
    const below = codes.filter((code) =>
      row === '合计' ? code.length === 3 : code.length === row.length + 2 && code.startsWith(row),
    );
    if (below.length === 0) continue;
    for (const column of columns) {
      equal(
        'TREE',
        at(row, column),
        below.map((code) => at(code, column)),
      );
    }
  }
}

function fiscalSummary(equal: Equal, within: Within, classes: readonly string[]): void {
  const left = (row: number): string => place(4, '收入', `行${row}`, 0);
  const right = (row: string, column: number): string => place(4, '支出', row, column);
  equal('T4-IN', left(27), [1, 2, 3].map(left));
  equal('T4-IN', left(28), [29, 30, 31].map(left));
  equal('T4-IN', left(32), [left(27), left(28)]);
  equal('T4-OUT', left(32), [right('行64', 0)]);
  for (const row of [...classes, '行59', '行60', '行64']) {
    equal(
      'T4-ROW',
      right(row, 0),
      [1, 2, 3].map((column) => right(row, column)),
    );
  }
  for (const column of [0, 1, 2, 3]) {
    equal(
      'T4-OUT',
      right('行59', column),
      classes.map((code) => right(code, column)),
    );
    equal('T4-OUT', right('行64', column), [right('行59', column), right('行60', column)]);
  }
  for (const fund of [1, 2, 3]) {
    equal('T4-OUT', [left(fund), left(28 + fund)], [right('行59', fund), right('行60', fund)]);
    equal('X1-4', left(fund), [place(1, '收入', `行${fund}`, 0)]);
  }
  for (const code of classes) within('X1-4', right(code, 0), place(1, '支出', code, 0));
  within('X1-4', left(28), place(1, '收入', '行29', 0));
  within('X1-4', right('行60', 0), place(1, '支出', '行60', 0));
}

function basic(equal: Equal, within: Within, codes: readonly string[]): void {
  const at = (row: string): string => place(6, '', row, 0);
  const classes = codes.filter((code) => code.length === 3);
  for (const top of classes) {
    const below = codes.filter((code) => code.length === 5 && code.startsWith(top));
    equal('T6-SUB', at(top), below.map(at));
  }
  const isPersonnel = (code: string): boolean => code === '301' || code === '303';
  equal('T6-PER', at('人员经费合计'), classes.filter(isPersonnel).map(at));
  equal('T6-PUB', at('公用经费合计'), classes.filter((code) => !isPersonnel(code)).map(at));
  equal('X5-6', place(5, '', '合计', 1), [at('人员经费合计'), at('公用经费合计')]);
  equal('X5-6', place(5, '', '合计', 1), classes.map(at));

  const [all, overseas, vehicles, purchase, running, hospitality] = threePublicItems;
  for (const half of [0, 1]) {
    const of = (item: string): string => place(9, '', item, half);
    equal('T9-SUM', of(all), [of(overseas), of(vehicles), of(hospitality)]);
    equal('T9-SUM', of(vehicles), [of(purchase), of(running)]);
  }
  const pairs = { 30212: overseas, 31013: purchase, 30231: running, 30217: hospitality };
  for (const [code, item] of Object.entries(pairs)) {
    within('X6-9', at(code), place(9, '', item, 1));
  }
}

function between(equal: Equal, within: Within, rows: Rows): void {
  const income = (row: number): string => place(1, '收入', `行${row}`, 0);
  equal('X1-2', income(27), [place(2, '', '合计', 0)]);
  equal('X1-2', place(2, '', '合计', 1), [1, 2, 3].map(income));
  for (const column of [2, 3, 4, 5, 6]) {
    equal('X1-2', income(column + 2), [place(2, '', '合计', column)]);
  }
  equal('X1-3', place(1, '支出', '行58', 0), [place(3, '', '合计', 0)]);
  for (const code of rows.classes(1)) {
    equal('X1-3', place(1, '支出', code, 0), [place(3, '', code, 0)]);
  }
  for (const form of [5, 7, 8]) {
    const shift = form === 7 ? 2 : 0;
    for (const code of ['合计', ...rows.codes(form)]) {
      for (const kind of [0, 1, 2]) {
        within('X3-5', place(form, '', code, kind + shift), place(3, '', code, kind));
      }
    }
  }
  // The fund columns of 公开04表 against the form of each fund.
  for (const [fund, form, column] of [
    [1, 5, 0],
    [2, 7, 2],
    [3, 8, 0],
  ] as const) {
    const id = `X4-${form}`;
    equal(id, place(4, '支出', '行59', fund), [place(form, '', '合计', column)]);
    for (const code of rows.codes(form).filter(({ length }) => length === 3)) {
      equal(id, place(4, '支出', code, fund), [place(form, '', code, column)]);
    }
  }
  equal('X4-7', place(4, '收入', '行2', 0), [place(7, '', '合计', 1)]);
  equal('X4-7', place(4, '收入', '行30', 0), [place(7, '', '合计', 0)]);
  equal('X4-7', place(4, '支出', '行60', 2), [place(7, '', '合计', 5)]);
}
