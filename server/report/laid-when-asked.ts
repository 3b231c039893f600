import type { TableNode } from '../../grammar/syntax-tree.ts';
import type { MoneyUnit } from './figure.ts';
import type { LaidTable } from './lay-form.ts';
import type { Table, TableProblem } from './model.ts';
import { layOwnTable } from './own-table.ts';

type TableBase = Omit<Table, 'panels' | 'rows' | 'problems'>;

/**
 * Attachments make up most of a long report and are asked for by few: their rows are laid when somebody looks at them.
 */
export class LaidWhenAsked implements Table {
  readonly syntax: TableNode;
  readonly form: Table['form'];
  number: string;
  readonly name: string;
  readonly instance: string | undefined;
  readonly unit: MoneyUnit;
  readonly unitField: Table['unitField'];
  readonly fields: Table['fields'];
  readonly notes: Table['notes'];
  readonly problems: readonly TableProblem[];
  readonly #attachment: boolean;
  #laid: LaidTable | undefined;

  constructor(base: TableBase, problems: readonly TableProblem[], attachment: boolean) {
    this.syntax = base.syntax;
    this.form = base.form;
    this.number = base.number;
    this.name = base.name;
    this.instance = base.instance;
    this.unit = base.unit;
    this.unitField = base.unitField;
    this.fields = base.fields;
    this.notes = base.notes;
    this.problems = problems;
    this.#attachment = attachment;
  }

  get panels(): Table['panels'] {
    return this.#lay().panels;
  }

  get rows(): Table['rows'] {
    return this.#lay().rows;
  }

  /** Undefined while nobody has asked. */
  get laid(): LaidTable | undefined {
    return this.#laid;
  }

  #lay(): LaidTable {
    this.#laid ??= layOwnTable(this.syntax, this.unitField && this.unit, this.#attachment);
    return this.#laid;
  }
}
