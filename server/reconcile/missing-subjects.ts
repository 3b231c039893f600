/**
 * Rows of coded forms that are lost: subjects that another form of the report prints with money and this one does not,
 * where the subject above them then falls short, or where the other form's money is part of this one's.
 */
import type { Table } from '../report/model.ts';
import { printUnits, unitExponent } from './amount.ts';
import type { ImpliedValue, MissingRow } from './completeness.ts';
import type { Outcome, Term } from './constraint.ts';
import type { PanelView } from './panel-view.ts';
import type { Views } from './panel-views.ts';
import { placeAfter } from './place-after.ts';

export interface MissingSubjects {
  readonly rows: readonly MissingRow[];
  /** The places of those rows whose value is known, as constraints name them. */
  readonly terms: readonly { readonly term: Term; readonly value: ImpliedValue }[];
}

/** A subject that another form prints with money. */
interface Witness {
  readonly view: PanelView;
  readonly row: number;
}

const NONE: MissingSubjects = { rows: [], terms: [] };

export function findMissingSubjects(outcomes: readonly Outcome[], views: Views): MissingSubjects {
  const forms = functionalForms(views);
  if (forms.length < 2) return NONE;
  if (!outcomes.some(concernsSubjects) && !someEndsEarly(forms)) return NONE;
  const witnesses = new Map<string, Witness[]>();
  for (const view of forms) {
    for (const [code, row] of view.byCode) {
      // A malformed code is a fault of its own, not a subject that the other forms lack.
      if (!isWellFormed(code) || !hasMoney(view, row)) continue;
      const list = witnesses.get(code);
      if (list === undefined) witnesses.set(code, [{ view, row }]);
      else list.push({ view, row });
    }
  }
  const rows: MissingRow[] = [];
  const terms: { term: Term; value: ImpliedValue }[] = [];
  for (const view of forms) new FormSearch(view, witnesses, rows, terms).run();
  return { rows, terms };
}

/** Clean reports end here: nothing about a subject fails. */
function concernsSubjects({ constraint, verdict }: Outcome): boolean {
  return (
    verdict !== 'exact' &&
    verdict !== 'rounding' &&
    verdict !== 'unknown' &&
    [...constraint.left, ...constraint.right].some(
      ({ table }) => table.form?.classification === 'functional',
    )
  );
}

/**
 * Whether a form prints a subject with money and nothing below it, where another prints what stands there: that breaks no
 * sum, and all the levels below may be lost.
 */
export function subjectsEndEarly(views: Views): boolean {
  return someEndsEarly(functionalForms(views));
}

function functionalForms(views: Views): PanelView[] {
  const forms: PanelView[] = [];
  for (const [view, ...others] of views.values()) {
    const form = view?.table.form;
    if (view && others.length === 0 && form?.classification === 'functional') forms.push(view);
  }
  return forms;
}

function someEndsEarly(forms: readonly PanelView[]): boolean {
  return forms.some((view) => {
    for (const [code, row] of view.byCode) {
      if (code.length >= 7 || !isWellFormed(code) || view.below(code).length > 0) continue;
      if (!forms.some((other) => other !== view && other.below(code).length > 0)) continue;
      if (hasMoney(view, row)) return true;
    }
    return false;
  });
}

function isWellFormed({ length }: string): boolean {
  return length === 3 || length === 5 || length === 7;
}

function hasMoney(view: PanelView, row: number): boolean {
  for (let column = 0; column < view.panel.columns.length; column++) {
    if (view.term(row, column).state === 'figure') return true;
  }
  return false;
}

class FormSearch {
  readonly #view: PanelView;
  readonly #witnesses: ReadonlyMap<string, readonly Witness[]>;
  readonly #rows: MissingRow[];
  readonly #terms: { term: Term; value: ImpliedValue }[];
  /** The printed subject with the highest code. */
  readonly #last: string;
  /** How finely a shortfall is known, by column; its figures may be finer than the column's usual ones. */
  readonly #decimals = new Map<number, number>();

  constructor(
    view: PanelView,
    witnesses: ReadonlyMap<string, readonly Witness[]>,
    rows: MissingRow[],
    terms: { term: Term; value: ImpliedValue }[],
  ) {
    this.#view = view;
    this.#witnesses = witnesses;
    this.#rows = rows;
    this.#terms = terms;
    let last = '';
    for (const code of view.byCode.keys()) if (code > last) last = code;
    this.#last = last;
  }

  run(): void {
    // Missing subjects by the nearest printed subject above ('' for 合计); those below a missing one follow it.
    const tops = new Map<string, string[]>();
    const followers = new Map<string, string[]>();
    const possible = this.#possible();
    for (const code of [...this.#witnesses.keys()].sort()) {
      if (this.#view.byCode.has(code) || this.#view.below(code).length > 0) continue;
      if (possible !== undefined && !possible.has(code)) continue;
      const group = code.slice(0, 5);
      const kind = code.slice(0, 3);
      const missingAbove = [kind, group].find((above) => above !== code && this.#isMissing(above));
      if (missingAbove !== undefined) {
        push(followers, missingAbove, code);
        continue;
      }
      const above = [group, kind].find((a) => a !== code && this.#view.byCode.has(a)) ?? '';
      push(tops, above, code);
    }
    for (const [above, codes] of tops) this.#judge(above, codes, followers);
  }

  /**
   * An item belongs to one budget: what the form of another fund prints is not missing here, nor is a subject above
   * it that nothing else stands below. Undefined: any subject may be missing.
   */
  #possible(): ReadonlySet<string> | undefined {
    if (!isFund(this.#view)) return undefined;
    const possible = new Set<string>();
    for (const [code, witnesses] of this.#witnesses) {
      if (code.length < 7 || witnesses.some(({ view }) => isFund(view))) continue;
      for (const above of [code.slice(0, 3), code.slice(0, 5), code]) possible.add(above);
    }
    return possible;
  }

  #isMissing(code: string): boolean {
    return (
      this.#witnesses.has(code) &&
      !this.#view.byCode.has(code) &&
      this.#view.below(code).length === 0
    );
  }

  #judge(
    above: string,
    codes: readonly string[],
    followers: ReadonlyMap<string, readonly string[]>,
  ): void {
    const short = this.#shortfalls(above);
    const lost = short === undefined ? undefined : this.#explaining(codes, short);
    if (short !== undefined && lost !== undefined) {
      for (const code of lost.codes) {
        const values = lost.values(code, short);
        this.#add(code, values);
        for (const follower of followers.get(code) ?? []) this.#add(follower, new Map());
      }
      // So little that it is lost in the rounding of the others.
      const rest = codes.filter(
        (code) => code > this.#last && !lost.codes.includes(code) && this.#isTrifle(code),
      );
      this.#addUnknown(rest, followers);
      return;
    }
    // Cut off: what stands before this is printed, what comes after is not, and something is missing.
    if (short !== undefined && codes.every((code) => code > this.#last)) {
      this.#addUnknown(codes, followers);
      return;
    }
    // Money of a fund is part of all expenditure: its subject belongs into 公开03表 whatever the sums say.
    if (this.#view.table.form?.key !== 'expenditure') return;
    const ofFunds = codes.filter((code) =>
      (this.#witnesses.get(code) ?? []).some(({ view }) => isFund(view)),
    );
    this.#addUnknown(ofFunds, followers);
  }

  /** Income of a year says little of its expenditure; expenditure is the best that there is for income. */
  #isOfOneKind({ view }: Witness): boolean {
    return this.#view.table.form?.key === 'income' || view.table.form?.key !== 'income';
  }

  #isTrifle(code: string): boolean {
    return (this.#witnesses.get(code) ?? []).every(
      ({ view, row }) => Math.abs(view.term(row, wholeColumn(view)).units) <= 2,
    );
  }

  /** Lost subjects, and those below them, of which nothing says how much they were. */
  #addUnknown(codes: readonly string[], followers: ReadonlyMap<string, readonly string[]>): void {
    for (const code of codes) {
      this.#add(code, new Map());
      for (const follower of followers.get(code) ?? []) this.#add(follower, new Map());
    }
  }

  /** By column, how much the printed rows below a subject fall short of it; undefined where they do not. */
  #shortfalls(above: string): ReadonlyMap<number, number> | undefined {
    const view = this.#view;
    const parent = above === '' ? view.total : view.byCode.get(above);
    if (parent === undefined) return undefined;
    const below = above === '' ? view.tops : view.below(above);
    const short = new Map<number, number>();
    for (let column = 0; column < view.panel.columns.length; column++) {
      const total = view.term(parent, column);
      if (total.state !== 'figure') continue;
      const rest = this.#rest(total, below);
      if (rest === undefined) continue;
      const { gap, parts } = rest;
      // In half units rounding allows (parts + 1); a single lost part is a figure of its own.
      if (2 * gap > parts + 1) {
        short.set(column, gap);
        this.#decimals.set(column, unitExponent(total.column.unit) - total.exponent);
      }
    }
    return short.size === 0 ? undefined : short;
  }

  /** What the printed rows leave of a total; undefined where one cannot be read. */
  #rest(total: Term, below: readonly number[]): { gap: number; parts: number } | undefined {
    let gap = total.units;
    let parts = 0;
    for (const row of below) {
      const term = this.#view.term(row, total.column.index);
      if (term.state === 'unreadable') return undefined;
      if (term.state !== 'figure') continue;
      if (term.exponent !== total.exponent) return undefined;
      gap -= term.units;
      parts++;
    }
    return { gap, parts };
  }

  /** The lost subjects that account for the shortfall, and how their values are known. */
  #explaining(
    codes: readonly string[],
    short: ReadonlyMap<number, number>,
  ): { codes: readonly string[]; values: ValuesOf } | undefined {
    const printed = (code: string, gap: number): Witness | undefined =>
      this.#witnesses
        .get(code)
        ?.find(({ view, row }) => Math.abs(view.term(row, wholeColumn(view)).units - gap) <= 2);
    const whole = short.get(wholeColumn(this.#view));
    if (whole !== undefined) {
      const fitting = codes.filter((code) => printed(code, whole) !== undefined);
      if (fitting.length === 1)
        return { codes: fitting, values: (code) => this.#gaps(code, short) };
      if (fitting.length === 0 && codes.length > 1) {
        const inOne = this.#allInOneForm(codes, whole);
        if (inOne !== undefined)
          return { codes, values: (code) => this.#copied(code, inOne, short) };
      }
      if (fitting.length > 1) return undefined;
    }
    const [sole] = codes;
    if (sole === undefined || codes.length > 1) return undefined;
    if (whole === undefined ? this.#isSpent(sole) : !this.#hasRoomFor(sole, whole))
      return undefined;
    return { codes, values: (code) => this.#gaps(code, short) };
  }

  /** Where other forms print expenditure on a subject, its loss would show in the column of all expenditure. */
  #isSpent(code: string): boolean {
    if (this.#view.table.form?.key === 'income') return false;
    return (this.#witnesses.get(code) ?? []).some(({ view }) => view.table.form?.key !== 'income');
  }

  /** One fund's expenditure on a subject is at most what 公开03表 prints for it and no other fund accounts for. */
  #hasRoomFor(code: string, gap: number): boolean {
    if (!isFund(this.#view)) return true;
    let room: number | undefined;
    let taken = 0;
    for (const { view, row } of this.#witnesses.get(code) ?? []) {
      // In different units the figures say nothing beside each other.
      if (view.table.unit !== this.#view.table.unit) return true;
      const { units } = view.term(row, wholeColumn(view));
      if (view.table.form?.key === 'expenditure') room = units;
      else if (isFund(view)) taken += units;
    }
    return room === undefined || gap <= room - taken + 2;
  }

  /** A form whose figures for all the lost subjects add up to the shortfall. */
  #allInOneForm(codes: readonly string[], gap: number): PanelView | undefined {
    const candidates = new Set((this.#witnesses.get(codes[0] ?? '') ?? []).map(({ view }) => view));
    for (const view of candidates) {
      let sum = 0;
      for (const code of codes) {
        const row = view.byCode.get(code);
        sum += row === undefined ? Number.NaN : view.term(row, wholeColumn(view)).units;
      }
      if (Math.abs(sum - gap) <= codes.length + 1) return view;
    }
    return undefined;
  }

  #gaps(code: string, short: ReadonlyMap<number, number>): Map<number, ImpliedValue> {
    const values = new Map<number, ImpliedValue>();
    for (const [column, gap] of short) {
      const apart = ({ view, row }: Witness): number =>
        Math.abs(view.term(row, wholeColumn(view)).units - gap);
      const [witness] = (this.#witnesses.get(code) ?? [])
        .filter((other) => apart(other) <= 2 && this.#isOfOneKind(other))
        .sort((a, b) => apart(a) - apart(b));
      // What another table prints is the amount itself; a difference of rounded figures may be a place off.
      const units =
        witness === undefined
          ? gap
          : witness.view.term(witness.row, wholeColumn(witness.view)).units;
      values.set(column, this.#value(column, units, witness));
    }
    return values;
  }

  #copied(
    code: string,
    from: PanelView,
    short: ReadonlyMap<number, number>,
  ): Map<number, ImpliedValue> {
    const values = new Map<number, ImpliedValue>();
    const row = from.byCode.get(code);
    const column = wholeColumn(this.#view);
    if (row === undefined || !short.has(column)) return values;
    const { units } = from.term(row, wholeColumn(from));
    values.set(column, this.#value(column, units, { view: from, row }));
    return values;
  }

  #value(column: number, units: number, witness: Witness | undefined): ImpliedValue {
    const decimals = this.#decimals.get(column) ?? this.#view.panel.columns[column]?.decimals ?? 2;
    const text = printUnits(units, decimals);
    if (witness === undefined) {
      return {
        units,
        decimals,
        because: {
          zh: `上级科目比已列下级之和多 ${text}`,
          en: `the subject above exceeds its printed parts by ${text}`,
        },
      };
    }
    const { expression } = witness.view.term(witness.row, wholeColumn(witness.view));
    return {
      units,
      decimals,
      because: { zh: `${expression} = ${text}`, en: `${expression} = ${text}` },
    };
  }

  #add(code: string, values: ReadonlyMap<number, ImpliedValue>): void {
    const { table, panel } = this.#view;
    this.#rows.push({
      table,
      panel,
      code,
      definition: undefined,
      label: this.#label(code, table),
      after: placeAfter(panel, code, undefined),
      values,
    });
    for (const [column, value] of values) {
      this.#terms.push({ term: this.#view.absent(code, column), value });
    }
  }

  #label(code: string, table: Table): string {
    for (const { view, row } of this.#witnesses.get(code) ?? []) {
      const label = view.rows[row]?.label ?? '';
      if (view.table !== table && label !== '') return label;
    }
    return '';
  }
}

type ValuesOf = (code: string, short: ReadonlyMap<number, number>) => Map<number, ImpliedValue>;

/** 公开05, 07, 08表: expenditure from one fund. */
function isFund({ table }: PanelView): boolean {
  const key = table.form?.key;
  return (
    key === 'general-budget-expenditure' || key === 'government-fund' || key === 'state-capital'
  );
}

/** The column that holds a subject's whole expenditure or income: 小计 in 公开07表, else the first. */
function wholeColumn(view: PanelView): number {
  const index = view.panel.columns.findIndex(({ name }) => name === '小计');
  return index < 0 ? 0 : index;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
