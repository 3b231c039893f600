/**
 * Resolves the words of sentences: which subject of the profile's vocabulary, or which coded row of a form, they name, and
 * where the tables give its value. The vocabulary is compiled once for a profile; of a report only what is asked for is
 * looked up.
 */

import { foldWidth } from '../../grammar/width.ts';
import type { Profile } from '../report/form.ts';
import { plainLabel } from '../report/label.ts';
import type { NamedReport, OtherReports, Report } from '../report/model.ts';
import type { CodedSubjects } from '../report/narrative.ts';
import { subjectTable } from '../subjects/standard.ts';
import type { Place } from './claim.ts';
import { CodedNames, type NamedCode } from './coded-names.ts';
import { phraseKey, withoutBrackets } from './phrase-forms.ts';
import { type ColumnPlace, ReferencePlaces } from './reference-places.ts';
import type { Candidate, Scope, SubjectIndex, SubjectPath } from './subject.ts';
import {
  columnReference,
  type Subject,
  type SubjectVocabulary,
  subjectVocabulary,
} from './subject-vocabulary.ts';
import { leadingLength, trailingLength } from './subject-words.ts';

export function subjectIndex(
  profile: Profile,
  report: Report,
  others: OtherReports = NO_OTHERS,
): SubjectIndex {
  return new ReportSubjects(profile, report, others);
}

const NO_OTHERS: OtherReports = { lastYear: undefined, subordinates: [], problems: [] };
const NONE: readonly Candidate[] = [];

/** How many words may be taken away on one side of a name. */
const MOST_AROUND = 6;

/** Longer words name nothing: a whole clause was not understood. */
const LONGEST = 80;

const MONEY = new Set(['万元', '元', '亿元']);
const SHARES = new Set(['%', '个百分点', '百分点']);

class ReportSubjects implements SubjectIndex {
  readonly #vocabulary: SubjectVocabulary;
  readonly #places: ReferencePlaces;
  readonly #profile: Profile;
  readonly #lastYear: NamedReport | undefined;
  readonly #bodyNames: readonly string[];
  readonly #candidates = new Map<string, Candidate>();
  readonly #coded = new Map<string, CodedNames | undefined>();
  #lastYearPlaces: ReferencePlaces | undefined;

  constructor(profile: Profile, report: Report, others: OtherReports) {
    this.#vocabulary = subjectVocabulary(profile);
    this.#places = new ReferencePlaces(report, profile);
    this.#profile = profile;
    this.#lastYear = others.lastYear;
    const { name, shortNames } = report.header;
    this.#bodyNames = [...(name ? [name] : []), ...shortNames]
      .map((piece) => plainLabel(piece.value))
      .filter((body) => body.length > 1)
      .sort((a, b) => b.length - a.length);
  }

  resolve(words: string, scope: Scope): readonly Candidate[] {
    if (words.length > LONGEST) return NONE;
    const found = this.#resolveWhole(words, scope);
    if (found.length > 0) return found;
    const within = this.#countWithin(words, scope);
    if (within.length > 0) return within;
    const part = this.#resolvePart(words, scope);
    if (part.length > 0) return part;
    return this.#resolveNamed(words, scope);
  }

  /** Least is taken away first: what stands behind a name one by one, and for each what stands before it. */
  #resolveWhole(words: string, scope: Scope): readonly Candidate[] {
    const bare = withoutBrackets(words);
    for (const form of bare === words ? [words] : [words, bare]) {
      let tail = form;
      for (let behind = 0; behind <= MOST_AROUND && tail !== ''; behind += 1) {
        let text = tail;
        for (let before = 0; before <= MOST_AROUND && text !== ''; before += 1) {
          const found = this.#lookUp(text, scope);
          if (found.length > 0) return found;
          const length = this.#leading(text);
          if (length === 0) break;
          text = text.slice(length);
        }
        const length = trailingLength(tail);
        if (length === 0) break;
        tail = tail.slice(0, -length);
      }
    }
    return NONE;
  }

  #leading(words: string): number {
    for (const body of this.#bodyNames) if (words.startsWith(body)) return body.length;
    return leadingLength(words);
  }

  /** The section before those around it, and those before the rest of the profile. */
  #lookUp(text: string, scope: Scope): readonly Candidate[] {
    const key = phraseKey(text);
    for (const section of scope.sections) {
      const own = this.#vocabulary.phrases(section).own.get(key);
      const found = own ? this.#fitting(own, scope) : NONE;
      if (found.length > 0) return found;
      const coded = this.#codedNamed(section.coded, text, scope);
      if (coded.length > 0) return coded;
    }
    const anywhere = this.#vocabulary.anywhere().get(key);
    return anywhere ? this.#fitting(anywhere, scope) : NONE;
  }

  /** Of the subjects of one phrase, those that can have such a figure; of those, what belongs to what is spoken of. */
  #fitting(subjects: readonly Subject[], scope: Scope): readonly Candidate[] {
    const possible = subjects.filter(({ definition }) => canHave(definition, scope.unit));
    const counted = scope.unit !== undefined && !SHARES.has(scope.unit);
    const amounts = counted ? [] : possible.filter((one) => one.definition.measure === 'amount');
    const fitting = amounts.length > 0 ? amounts : possible;
    if (fitting.length > 1) {
      for (const around of scope.within) {
        const of = around.definition?.of ?? around.name;
        const own = fitting.filter((one) => one.definition.of === of);
        if (own.length > 0) return own.map((one) => this.#candidate(one));
      }
    }
    return fitting.map((one) => this.#candidate(one));
  }

  #codedNamed(coded: readonly CodedSubjects[], text: string, scope: Scope): readonly Candidate[] {
    if (coded.length === 0 || !isAmountOrShare(scope.unit)) return NONE;
    for (const subjects of coded) {
      const names = this.#namesOf(subjects);
      if (!names) continue;
      const found = names.named(text).filter((one) => subjects.levels.includes(one.level));
      if (found.length > 0) return found.map((one) => this.#codedCandidate(subjects, names, one));
    }
    return NONE;
  }

  /** 累计2人次: nothing but a measure word, of what is spoken of. */
  #countWithin(words: string, scope: Scope): readonly Candidate[] {
    const { unit } = scope;
    if (unit === undefined || isAmountOrShare(unit) || !this.#saysNothing(words)) return NONE;
    for (const around of scope.within) {
      const name = around.definition?.of ?? around.name;
      const found: Subject[] = [];
      for (const subject of this.#vocabulary.byName.values()) {
        const { definition } = subject;
        if (definition.of === name && canHave(definition, unit)) found.push(subject);
      }
      if (found.length > 0) return found.map((one) => this.#candidate(one));
    }
    return NONE;
  }

  #saysNothing(words: string): boolean {
    let rest = words;
    while (rest !== '') {
      const length = this.#leading(rest);
      if (length === 0) break;
      rest = rest.slice(length);
    }
    while (rest !== '') {
      const length = trailingLength(rest);
      if (length === 0) return false;
      rest = rest.slice(0, -length);
    }
    return true;
  }

  /** “三公”经费支出决算中公务接待费: a part of something that is known itself. */
  #resolvePart(words: string, scope: Scope): readonly Candidate[] {
    for (const joint of ['中', '的']) {
      const at = words.lastIndexOf(joint);
      if (at <= 0 || at + 1 >= words.length) continue;
      const part = this.#resolveWhole(words.slice(at + 1), scope);
      if (part.length === 0) continue;
      const whole = this.#resolveWhole(words.slice(0, at), { ...scope, unit: undefined });
      if (whole.length > 0) return part;
    }
    return NONE;
  }

  /** 信访工作经费自评得分: a name of the author's own and what it is given. */
  #resolveNamed(words: string, scope: Scope): readonly Candidate[] {
    for (const section of scope.sections) {
      const phrases = this.#vocabulary.phrases(section).named;
      if (phrases.size === 0) continue;
      for (let at = 1; at < words.length - 1; at += 1) {
        const subjects = phrases.get(phraseKey(words.slice(at)));
        const fitting = subjects ? this.#fitting(subjects, scope) : NONE;
        const own = words.slice(0, at);
        if (fitting.length > 0) {
          return fitting.map((one) => ({ ...one, name: `${own} ${one.name}`, final: [] }));
        }
      }
    }
    return NONE;
  }

  resolvePath(path: SubjectPath, scope: Scope): readonly Candidate[] {
    for (const section of scope.sections) {
      for (const subjects of section.coded) {
        const names = this.#namesOf(subjects);
        if (!names) continue;
        const found = names.path(path).filter((one) => subjects.levels.includes(one.level));
        if (found.length > 0) return found.map((one) => this.#codedCandidate(subjects, names, one));
      }
    }
    return NONE;
  }

  named(name: string): Candidate | undefined {
    const subject = this.#vocabulary.byName.get(name);
    return subject && this.#candidate(subject);
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
      const subject = this.#vocabulary.byName.get(candidate.definition?.name ?? '');
      return subject && candidate.name === subject.definition.name ? places.finalOf(subject) : [];
    }
    const reference = columnReference(this.#vocabulary, coded.subjects);
    const column = reference && places.column(reference);
    if (!column || coded.code === undefined) return [];
    return [placeOf(column, coded.code, undefined, this.#lastYear)];
  }

  listed(candidate: Candidate): readonly Place[] {
    const { column, classes } = this.#listOf(candidate);
    if (!column) return [];
    return column.panel.rows
      .filter((row) => row.code?.length === 5 && classes.includes(row.code.slice(0, 3)))
      .map((row) => placeOf(column, row.code ?? '', undefined, undefined));
  }

  listItem(words: string, candidate: Candidate): Place | undefined {
    const { column, classes, names } = this.#listOf(candidate);
    if (!column || !names) return undefined;
    let text = words;
    for (let round = 0; round < 2; round += 1) {
      const found = names.named(text).filter(({ code }) => isGroupOf(code, classes));
      const [only, second] = found;
      if (only?.code !== undefined && !second) return placeOf(column, only.code, only, undefined);
      const official = this.#unprintedItem(text, classes);
      if (official !== undefined) return placeOf(column, official, undefined, undefined);
      if (!text.endsWith('等')) break;
      text = text.slice(0, -1);
    }
    return undefined;
  }

  #unprintedItem(text: string, classes: readonly string[]): string | undefined {
    const table = subjectTable('economic-department');
    for (const parent of classes) {
      const entry = table.byName(text, { parent })[0];
      if (entry) return entry.code;
    }
    return undefined;
  }

  #listOf(candidate: Candidate) {
    const listed = candidate.definition?.listed;
    const names = listed && this.#namesOf(listed);
    return { column: names?.place, classes: listed?.classes ?? [], names };
  }

  #candidate(subject: Subject): Candidate {
    const { definition } = subject;
    let found = this.#candidates.get(definition.name);
    if (!found) {
      found = {
        name: definition.name,
        measure: definition.measure,
        definition,
        coded: undefined,
        final: this.#places.finalOf(subject),
        budget: this.#places.places(subject.budget),
      };
      this.#candidates.set(definition.name, found);
    }
    return found;
  }

  #codedCandidate(subjects: CodedSubjects, names: CodedNames, named: NamedCode): Candidate {
    const { code, level, name } = named;
    const key = `${subjects.final} ${subjects.ownBudget} ${code ?? ''} ${name}`;
    let found = this.#candidates.get(key);
    if (!found) {
      found = {
        name: code === undefined ? name : `${code} ${name}`,
        measure: 'amount',
        definition: undefined,
        coded: { subjects, code, level },
        final: code === undefined ? [] : [placeOf(names.place, code, named, undefined)],
        budget: [],
      };
      this.#candidates.set(key, found);
    }
    return found;
  }

  #namesOf(coded: Pick<CodedSubjects, 'final'>): CodedNames | undefined {
    const known = this.#coded.get(coded.final);
    if (known || this.#coded.has(coded.final)) return known;
    const reference = columnReference(this.#vocabulary, coded);
    const column = reference && this.#places.column(reference);
    const classification = column?.table.form?.classification ?? 'functional';
    const names = column && new CodedNames(column, subjectTable(classification));
    this.#coded.set(coded.final, names);
    return names;
  }
}

function canHave(definition: Subject['definition'], unit: string | undefined): boolean {
  const { measure, units } = definition;
  if (unit === undefined) return true;
  if (SHARES.has(unit)) return measure !== 'score';
  if (MONEY.has(unit)) return measure === 'amount';
  if (unit === '分') return measure === 'score';
  return measure === 'count' && (units.length === 0 || units.includes(foldWidth(unit)));
}

function isAmountOrShare(unit: string | undefined): boolean {
  return unit === undefined || MONEY.has(unit) || SHARES.has(unit);
}

function isGroupOf(code: string | undefined, classes: readonly string[]): boolean {
  return code?.length === 5 && classes.includes(code.slice(0, 3));
}

function placeOf(
  { table, panel, column }: ColumnPlace,
  code: string,
  named: NamedCode | undefined,
  report: NamedReport | undefined,
): Place {
  const row = named?.row ?? panel.byCode.get(code);
  return { report, table, panel, row, code, definition: row?.definition, column };
}
