/** The candidates of one report: each thing that words may name, made once, with its places. */
import type { Profile } from '../report/form.ts';
import type { NamedReport, Report } from '../report/model.ts';
import type { CodedSubjects } from '../report/narrative.ts';
import { subjectTable } from '../subjects/standard.ts';
import type { Place } from './claim.ts';
import { CodedNames, type NamedCode } from './coded-names.ts';
import { type ColumnPlace, ReferencePlaces } from './reference-places.ts';
import { ScorePlaces } from './score-places.ts';
import type { Candidate } from './subject.ts';
import {
  columnReference,
  type Subject,
  type SubjectVocabulary,
  subjectVocabulary,
} from './subject-vocabulary.ts';

export class Candidates {
  readonly vocabulary: SubjectVocabulary;
  readonly #report: Report;
  readonly #profile: Profile;
  readonly #places: ReferencePlaces;
  readonly #known = new Map<string, Candidate>();
  readonly #coded = new Map<string, CodedNames | undefined>();
  /** Of coded rows: by what they are read of, then by code. */
  readonly #rows = new Map<CodedSubjects, Map<string, Candidate>>();
  readonly #scores = new Map<string, ScorePlaces>();
  readonly #lastYear: NamedReport | undefined;
  #lastYearPlaces: ReferencePlaces | undefined;

  constructor(profile: Profile, report: Report, lastYear: NamedReport | undefined) {
    this.vocabulary = subjectVocabulary(profile);
    this.#report = report;
    this.#profile = profile;
    this.#places = new ReferencePlaces(report, profile);
    this.#lastYear = lastYear;
  }

  of(subject: Subject): Candidate {
    const { definition } = subject;
    let found = this.#known.get(definition.name);
    if (!found) {
      found = {
        name: definition.name,
        measure: definition.measure,
        definition,
        coded: undefined,
        final: this.#finalOf(subject),
        budget: this.#places.places(subject.budget),
      };
      this.#known.set(definition.name, found);
    }
    return found;
  }

  #finalOf(subject: Subject): readonly Place[] {
    const { scored, named } = subject.definition;
    const score = named ? [] : this.#scoreOf(scored, undefined);
    return score.length > 0 ? score : this.#places.finalOf(subject);
  }

  /** Before whose phrase a name of the author's own stands. */
  named(general: Candidate, own: string): Candidate {
    const name = `${own} ${general.name}`;
    let found = this.#known.get(name);
    if (!found) {
      found = { ...general, name, final: this.#scoreOf(general.definition?.scored, own) };
      this.#known.set(name, found);
    }
    return found;
  }

  #scoreOf(attachment: string | undefined, own: string | undefined): readonly Place[] {
    if (attachment === undefined) return [];
    let places = this.#scores.get(attachment);
    if (!places) {
      places = new ScorePlaces(this.#report, attachment);
      this.#scores.set(attachment, places);
    }
    const place = places.place(own);
    return place ? [place] : [];
  }

  coded(subjects: CodedSubjects, names: CodedNames, named: NamedCode): Candidate {
    const { code, level, name } = named;
    const rows = this.#rowsOf(subjects);
    const key = code ?? name;
    let found = rows.get(key);
    if (!found) {
      found = {
        name: code === undefined ? name : `${code} ${name}`,
        measure: 'amount',
        definition: undefined,
        coded: { subjects, code, level },
        final: code === undefined ? [] : [placeOf(names.place, code, named, undefined)],
        budget: [],
      };
      rows.set(key, found);
    }
    return found;
  }

  /** Sections that read the same column alike share their rows. */
  #rowsOf(subjects: CodedSubjects): Map<string, Candidate> {
    let rows = this.#rows.get(subjects);
    if (!rows) {
      const alike = [...this.#rows.keys()].find(
        ({ final, ownBudget }) => final === subjects.final && ownBudget === subjects.ownBudget,
      );
      rows = (alike && this.#rows.get(alike)) ?? new Map();
      this.#rows.set(subjects, rows);
    }
    return rows;
  }

  /** Names of the rows of a form; undefined where the report does not print it. */
  namesOf(coded: Pick<CodedSubjects, 'final'>): CodedNames | undefined {
    const known = this.#coded.get(coded.final);
    if (known || this.#coded.has(coded.final)) return known;
    const reference = columnReference(this.vocabulary, coded);
    const column = reference && this.#places.column(reference);
    const classification = column?.table.form?.classification ?? 'functional';
    const names = column && new CodedNames(column, subjectTable(classification));
    this.#coded.set(coded.final, names);
    return names;
  }

  lastYear(candidate: Candidate): readonly Place[] {
    if (!this.#lastYear) return [];
    this.#lastYearPlaces ??= new ReferencePlaces(
      this.#lastYear.report,
      this.#profile,
      this.#lastYear,
    );
    const places = this.#lastYearPlaces;
    const { coded } = candidate;
    if (!coded) {
      const subject = this.vocabulary.byName.get(candidate.definition?.name ?? '');
      return subject && candidate.name === subject.definition.name ? places.finalOf(subject) : [];
    }
    const reference = columnReference(this.vocabulary, coded.subjects);
    const column = reference && places.column(reference);
    if (!column || coded.code === undefined) return [];
    return [placeOf(column, coded.code, undefined, this.#lastYear)];
  }
}

export function placeOf(
  { table, panel, column }: ColumnPlace,
  code: string,
  named: NamedCode | undefined,
  report: NamedReport | undefined,
): Place {
  const row = named?.row ?? panel.byCode.get(code);
  return { report, table, panel, row, code, definition: row?.definition, column };
}
