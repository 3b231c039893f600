/**
 * What the nine forms say of a body's accounts, in 分, by place. A place is `form/panel/row/column`: the row is a subject
 * code, `行31`, or a label, the column its index among the form's amount columns (`1/支出/208/0`, `9//公务接待费/1`).
 * Places of zero are left out.
 */
import { type Accounts, economicSpending, type Item, sources, total, uses } from './accounts.ts';
import { isPersonnel } from './economic.ts';
import type { Fen } from './money.ts';
import type { Book } from './subjects.ts';
import { columnsOf } from './three-public.ts';

export type Cells = ReadonlyMap<string, Fen>;

export function place(form: number, panel: string, row: string, column: number): string {
  return `${form}/${panel}/${row}/${column}`;
}

/** The items of 公开09表, in the order of its columns. */
export const threePublicItems = [
  '合计',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
] as const;

const bookOrder: readonly Book[] = ['general', 'fund', 'state'];

export function cellsOf(accounts: Accounts): Cells {
  const cells = new Map<string, Fen>();
  const put = (form: number, panel: string, row: string, amounts: readonly Fen[]): void => {
    amounts.forEach((amount, column) => {
      if (amount !== 0) cells.set(place(form, panel, row, column), amount);
    });
  };
  const { items } = accounts;
  fillSummary(items, put);
  fillFiscalSummary(items, put);

  // Zero amounts of a summed row stay out, so a subject without income is no row of 公开02表.
  const coded = (form: number, chosen: readonly Item[], amounts: (of: Item[]) => Fen[]): void => {
    put(form, '', '合计', amounts([...chosen]));
    const codes = new Set(chosen.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
    for (const code of codes) {
      put(form, '', code, amounts(chosen.filter((item) => item.code.startsWith(code))));
    }
  };
  coded(2, items, (of) =>
    withSum(sources.map((source) => total(of, 'income', (flow) => flow.source === source))),
  );
  coded(3, items, (of) =>
    withSum(uses.map((use) => total(of, 'spending', (flow) => flow.use === use))),
  );
  const fiscalUse = (of: readonly Item[], use: string): Fen =>
    total(of, 'spending', (flow) => flow.source === 'fiscal' && flow.use === use);
  const byUse = (of: readonly Item[]): Fen[] =>
    withSum([fiscalUse(of, 'basic'), fiscalUse(of, 'project')]);
  coded(5, inBook(items, 'general'), byUse);
  coded(7, inBook(items, 'fund'), (of) => [
    total(of, 'opening'),
    total(of, 'income'),
    ...byUse(of),
    total(of, 'closing'),
  ]);
  coded(8, inBook(items, 'state'), byUse);

  fillBasic(items, put);
  const budget = columnsOf(accounts.three, 'budget');
  const final = columnsOf(accounts.three, 'final');
  threePublicItems.forEach((item, index) => {
    put(9, '', item, [budget[index] ?? 0, final[index] ?? 0]);
  });
  return cells;
}

type Put = (form: number, panel: string, row: string, amounts: readonly Fen[]) => void;

function fillSummary(items: readonly Item[], put: Put): void {
  const fiscal = bookOrder.map((book) =>
    total(inBook(items, book), 'income', ({ source }) => source === 'fiscal'),
  );
  const others = sources
    .slice(1)
    .map((source) => total(items, 'income', (flow) => flow.source === source));
  [...fiscal, ...others].forEach((amount, index) => {
    put(1, '收入', `行${index + 1}`, [amount]);
  });
  const income = total(items, 'income');
  const surplus = total(items, 'surplus');
  const opening = total(items, 'opening');
  put(1, '收入', '行27', [income]);
  put(1, '收入', '行28', [surplus]);
  put(1, '收入', '行29', [opening]);
  put(1, '收入', '行31', [income + surplus + opening]);

  for (const [code, of] of byClass(items)) put(1, '支出', code, [total(of, 'spending')]);
  const spending = total(items, 'spending');
  const distributed = total(items, 'distributed');
  const closing = total(items, 'closing');
  put(1, '支出', '行58', [spending]);
  put(1, '支出', '行59', [distributed]);
  put(1, '支出', '行60', [closing]);
  put(1, '支出', '行62', [spending + distributed + closing]);
}

function fillFiscalSummary(items: readonly Item[], put: Put): void {
  const isFiscal = ({ source }: { readonly source: string }): boolean => source === 'fiscal';
  const byBook = (
    of: readonly Item[],
    what: 'opening' | 'income' | 'spending' | 'closing',
  ): Fen[] => bookOrder.map((book) => total(inBook(of, book), what, isFiscal));
  const income = byBook(items, 'income');
  const opening = byBook(items, 'opening');
  income.forEach((amount, index) => {
    put(4, '收入', `行${index + 1}`, [amount]);
  });
  put(4, '收入', '行27', [sum(income)]);
  put(4, '收入', '行28', [sum(opening)]);
  opening.forEach((amount, index) => {
    put(4, '收入', `行${index + 29}`, [amount]);
  });
  put(4, '收入', '行32', [sum(income) + sum(opening)]);

  for (const [code, of] of byClass(items)) put(4, '支出', code, withSum(byBook(of, 'spending')));
  const spending = withSum(byBook(items, 'spending'));
  const closing = withSum(byBook(items, 'closing'));
  put(4, '支出', '行59', spending);
  put(4, '支出', '行60', closing);
  put(
    4,
    '支出',
    '行64',
    spending.map((amount, index) => amount + (closing[index] ?? 0)),
  );
}

function fillBasic(items: readonly Item[], put: Put): void {
  const spending = [...economicSpending(items)];
  const classes = new Set(spending.map(([code]) => code.slice(0, 3)));
  for (const [code, amount] of spending) put(6, '', code, [amount]);
  for (const code of classes) {
    const parts = spending.filter(([part]) => part.startsWith(code));
    put(6, '', code, [sum(parts.map(([, amount]) => amount))]);
  }
  const personnel = spending.filter(([code]) => isPersonnel(code)).map(([, amount]) => amount);
  const operating = spending.filter(([code]) => !isPersonnel(code)).map(([, amount]) => amount);
  put(6, '', '人员经费合计', [sum(personnel)]);
  put(6, '', '公用经费合计', [sum(operating)]);
}

function inBook(items: readonly Item[], book: Book): Item[] {
  return items.filter((item) => item.book === book);
}

function byClass(items: readonly Item[]): Map<string, Item[]> {
  const classes = new Map<string, Item[]>();
  for (const item of items) {
    const code = item.code.slice(0, 3);
    const known = classes.get(code);
    if (known === undefined) classes.set(code, [item]);
    else known.push(item);
  }
  return classes;
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function withSum(amounts: readonly Fen[]): Fen[] {
  return [sum(amounts), ...amounts];
}
