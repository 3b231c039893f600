/**
 * A form's words, ready for look-up. Built once for each form definition and kept as long as it: reading a report
 * builds no tables of its own.
 */
import type { ColumnDefinition, FormDefinition, KeyColumn, RowDefinition } from './form.ts';
import { plainLabel, splitHeadUnit, withoutOrdinal, withoutRemark } from './label.ts';

export interface FormIndex {
  readonly form: FormDefinition;
  readonly panels: readonly PanelIndex[];
  /** Every word that may stand in a head, by its plain form. */
  readonly headWords: ReadonlyMap<string, HeadWord>;
}

export interface HeadWord {
  /** Panel that this word names; -1 where it names none. */
  readonly panel: number;
  readonly key: KeyColumn['kind'] | undefined;
  /** True for names, aliases and paths of amount columns. */
  readonly column: boolean;
  /** True where a row's label reads the same: such a word alone makes no head row. */
  readonly label: boolean;
}

export interface PanelIndex {
  readonly columns: readonly ColumnDefinition[];
  /** Place of a column in `columns` by plain name or alias. */
  readonly columnsByName: ReadonlyMap<string, number>;
  /** Rows by plain label, then by label without ordinal; those of one label in the form's order. */
  readonly rowsByLabel: ReadonlyMap<string, readonly number[]>;
  readonly rowsByBareLabel: ReadonlyMap<string, readonly number[]>;
  readonly rowsByNumber: ReadonlyMap<number, number>;
  readonly rows: readonly RowDefinition[];
}

const indexes = new WeakMap<FormDefinition, FormIndex>();

export function formIndex(form: FormDefinition): FormIndex {
  let index = indexes.get(form);
  if (!index) {
    index = buildIndex(form);
    indexes.set(form, index);
  }
  return index;
}

/** The word of a head, without blanks, quotation marks, width differences and a unit in brackets. */
export function headWord(text: string): string {
  return splitHeadUnit(plainLabel(text)).words;
}

/** What a form knows of a head's plain word, with the remark in brackets behind it or without. */
export function knownHead({ headWords }: FormIndex, plain: string): HeadWord | undefined {
  return headWords.get(plain) ?? headWords.get(withoutRemark(plain));
}

/** 栏次 and its kin: the row that numbers the columns. */
export function isColumnNumberWord(plain: string): boolean {
  return plain === '栏次' || plain === '栏号' || plain === '行栏次';
}

/** Words that head key columns in every form without saying which: 项目 over 科目编码 and 科目名称. */
const GENERAL_HEADS = ['项目', '科目'];

function buildIndex(form: FormDefinition): FormIndex {
  const words = new Map<string, { -readonly [Part in keyof HeadWord]: HeadWord[Part] }>();
  const word = (text: string) => {
    const plain = headWord(text);
    let entry = words.get(plain);
    if (!entry) {
      entry = { panel: -1, key: undefined, column: false, label: false };
      words.set(plain, entry);
    }
    return entry;
  };
  for (const text of GENERAL_HEADS) word(text);
  const panels = form.panels.map((panel, number): PanelIndex => {
    if (panel.name !== '') word(panel.name).panel = number;
    const columnsByName = new Map<string, number>();
    for (const key of panel.keys) {
      for (const head of key.heads) word(head).key = key.kind;
    }
    panel.columns.forEach((column, at) => {
      word(column.name).column = true;
      for (const head of column.path) word(head).column = true;
      columnsByName.set(headWord(column.name), at);
      if (column.path.length === 0) return;
      // A single head row may write the whole path: 本年支出小计, 本年支出.小计.
      for (const joint of ['', '.', '-', ':']) {
        const joined = [...column.path, column.name].join(joint);
        word(joined).column = true;
        columnsByName.set(headWord(joined), at);
      }
    });
    panel.columns.forEach((column, at) => {
      for (const alias of column.aliases) {
        word(alias).column = true;
        const plain = headWord(alias);
        if (!columnsByName.has(plain)) columnsByName.set(plain, at);
      }
    });
    return { columns: panel.columns, columnsByName, ...indexRows(panel.rows) };
  });
  for (const panel of form.panels) {
    for (const row of panel.rows) {
      for (const label of [row.label, ...row.aliases]) {
        const known = label === '' ? undefined : words.get(headWord(label));
        if (known) known.label = true;
      }
    }
  }
  return { form, panels, headWords: words };
}

function indexRows(rows: readonly RowDefinition[]) {
  const rowsByLabel = new Map<string, number[]>();
  const rowsByBareLabel = new Map<string, number[]>();
  const rowsByNumber = new Map<number, number>();
  const put = (map: Map<string, number[]>, key: string, at: number): void => {
    const list = map.get(key);
    if (!list) map.set(key, [at]);
    else if (!list.includes(at)) list.push(at);
  };
  rows.forEach((row, at) => {
    if (row.rowNumber !== undefined) rowsByNumber.set(row.rowNumber, at);
    if (row.label === '') return;
    for (const label of [row.label, ...row.aliases]) {
      const plain = plainLabel(label);
      // Also as printed in the form itself, so that the usual cell is found without being folded.
      put(rowsByLabel, label, at);
      put(rowsByLabel, plain, at);
      put(rowsByBareLabel, withoutOrdinal(plain), at);
    }
  });
  return { rows, rowsByLabel, rowsByBareLabel, rowsByNumber };
}

/** Rows of a panel that a printed label may mean: exact, or without its ordinal. Empty where there is none. */
export function rowsLabelled(panel: PanelIndex, printed: string): readonly number[] {
  const exact = panel.rowsByLabel.get(printed);
  if (exact) return withBareCousins(panel, printed, exact);
  const plain = plainLabel(printed);
  const folded = panel.rowsByLabel.get(plain);
  if (folded) return withBareCousins(panel, plain, folded);
  return panel.rowsByBareLabel.get(withoutOrdinal(plain)) ?? NO_ROWS;
}

/**
 * A label printed without an ordinal may mean a row that has one: in 公开04表 一般公共预算财政拨款 is both row 29 and,
 * its ordinal left out, row 1.
 */
function withBareCousins(
  panel: PanelIndex,
  printed: string,
  exact: readonly number[],
): readonly number[] {
  const cousins = panel.rowsByBareLabel.get(printed);
  return cousins && cousins.length > exact.length ? cousins : exact;
}

const NO_ROWS: readonly number[] = [];
