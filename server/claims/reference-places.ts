/** Places that the references of a vocabulary come to in a report. */
import type { Reference } from '../../grammar/syntax-tree.ts';
import type {
  ColumnDefinition,
  FormDefinition,
  PanelDefinition,
  Profile,
  RowDefinition,
} from '../report/form.ts';
import type { Column, NamedReport, Panel, Report, Table } from '../report/model.ts';
import type { ReferenceScope } from '../report/resolution.ts';
import { resolveReference } from '../report/resolve.ts';
import type { Place } from './claim.ts';
import type { Subject } from './subject-vocabulary.ts';

const ALONE = { lastYear: undefined, subordinates: [], problems: [] };

/** A column of a table, all rows. */
export interface ColumnPlace {
  readonly table: Table;
  readonly panel: Panel;
  readonly column: Column;
}

/** What a reference comes to in every report of its profile: laid against the first, looked up in the others. */
interface FixedPlace {
  readonly form: FormDefinition;
  readonly panel: PanelDefinition;
  readonly definition: RowDefinition;
  readonly code: string | undefined;
  readonly column: ColumnDefinition;
}

const fixedPlaces = new WeakMap<Reference, FixedPlace>();

/** Places in one report; `named` where it is not the report at hand. */
export class ReferencePlaces {
  readonly named: NamedReport | undefined;
  readonly #report: Report;
  readonly #profile: Profile;

  constructor(report: Report, profile: Profile, named?: NamedReport) {
    this.#report = report;
    this.#profile = profile;
    this.named = named;
  }

  finalOf(subject: Subject): readonly Place[] {
    const places = this.places(subject.final);
    if (places.length > 0) return places;
    for (const reference of subject.instead) {
      const place = this.#place(reference);
      if (place) return [place];
    }
    return [];
  }

  places(references: readonly Reference[]): readonly Place[] {
    const places: Place[] = [];
    for (const reference of references) {
      const place = this.#place(reference);
      if (place) places.push(place);
    }
    return places;
  }

  column(reference: Reference): ColumnPlace | undefined {
    const target = this.#target(reference);
    const column = target?.columns[0];
    return target && column && { table: target.table, panel: target.panel, column };
  }

  #place(reference: Reference): Place | undefined {
    const fixed = fixedPlaces.get(reference);
    return fixed ? this.#placeIn(fixed) : this.#laid(reference);
  }

  #placeIn({ form, panel: wanted, definition, code, column: head }: FixedPlace): Place | undefined {
    const table = this.#report.forms.get(form.key);
    const panel = table?.panels.find((one) => one.definition === wanted);
    const column = panel?.columns.find((one) => one.definition === head);
    if (!table || !panel || !column) return undefined;
    const row = panel.byDefinition.get(definition);
    if (row === undefined && definition.mayLack) return undefined;
    return { report: this.named, table, panel, row, code, definition, column };
  }

  #laid(reference: Reference): Place | undefined {
    const target = this.#target(reference);
    const column = target?.columns[0];
    if (!target || !column || target.rows.kind !== 'one') return undefined;
    const { row, definition, code } = target.rows;
    const { table, panel } = target;
    // Last year's report may follow another profile: what it comes to there is no measure of this one.
    const isOwn = table.form !== undefined && this.#profile.forms.includes(table.form);
    if (isOwn && panel.definition && column.definition && definition) {
      fixedPlaces.set(reference, {
        form: table.form,
        panel: panel.definition,
        definition,
        code,
        column: column.definition,
      });
    }
    if (row === undefined && definition?.mayLack) return undefined;
    return { report: this.named, table, panel, row, code, definition, column };
  }

  #target(reference: Reference) {
    const scope: ReferenceScope = {
      report: this.#report,
      profile: this.#profile,
      others: ALONE,
      ofProfile: true,
    };
    const resolution = resolveReference(reference, scope);
    return resolution.kind === 'resolved' ? resolution.targets[0] : undefined;
  }
}
