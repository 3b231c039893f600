/**
 * Resolves the words of sentences: which subject of the profile's vocabulary, or which coded row of a form, they name, and
 * where the tables give its value. The vocabulary is compiled once for a profile; of a report only what is asked for is
 * looked up.
 */

import type { Profile } from '../report/form.ts';
import { plainLabel } from '../report/label.ts';
import type { OtherReports, Report } from '../report/model.ts';
import type { CodedSubjects } from '../report/narrative.ts';
import { Candidates } from './candidates.ts';
import type { Place } from './claim.ts';
import { canHave, isOfMoney } from './figure-units.ts';
import { listedRows, listItem, nearListItem } from './listed-rows.ts';
import { phraseKey, withoutBrackets } from './phrase-forms.ts';
import type { Candidate, NearItem, NearName, Scope, SubjectIndex, SubjectPath } from './subject.ts';
import type { Subject, SubjectVocabulary } from './subject-vocabulary.ts';
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
const DIGITS = { 类: 3, 款: 5, 项: 7 } as const;

/** What the body is called by itself and in the heads of its tables, longest first. */
function bodyNames({ header: { name, shortNames }, tables }: Report): readonly string[] {
  const names = new Set([...(name ? [name] : []), ...shortNames].map(({ value }) => value));
  for (const { fields } of tables) {
    for (const { kind, value } of fields) if (kind === 'body') names.add(value);
  }
  return [...names]
    .map(plainLabel)
    .filter((body) => body.length > 1)
    .sort((a, b) => b.length - a.length);
}

/** How many words may be taken away on one side of a name. */
const MOST_AROUND = 6;

/** Longer words name nothing: a whole clause was not understood. */
const LONGEST = 80;

/** 的, which counts for nothing in a phrase. */
const IGNORED = 0x7684;

class ReportSubjects implements SubjectIndex {
  readonly #candidates: Candidates;
  readonly #vocabulary: SubjectVocabulary;
  readonly #bodyNames: readonly string[];

  constructor(profile: Profile, report: Report, others: OtherReports) {
    this.#candidates = new Candidates(profile, report, others.lastYear);
    this.#vocabulary = this.#candidates.vocabulary;
    this.#bodyNames = bodyNames(report);
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
      const phrases = this.#vocabulary.phrases(section);
      const within = this.#within(phrases.within.get(key), scope);
      const own = phrases.own.get(key);
      // A part of an amount may stand beside it as well as within it: 年初结转…万元，一般公共预算财政拨款…万元.
      if (within[0] && (within[0].measure !== 'amount' || !own)) return within;
      const fitting = own ? this.#fitting(own, scope) : NONE;
      const found = within.length > 0 ? [...within, ...fitting] : fitting;
      if (found.length > 0) return found;
      const coded = this.#codedNamed(section.coded, text, scope);
      if (coded.length > 0) return coded;
    }
    const anywhere = this.#vocabulary.anywhere().get(key);
    return anywhere ? this.#fitting(anywhere, scope) : NONE;
  }

  /** Of subjects that the phrase names where they are spoken of, those of the subject that is. */
  #within(subjects: readonly Subject[] | undefined, { within, unit }: Scope): readonly Candidate[] {
    const [topic] = within;
    if (!subjects || !topic) return NONE;
    const of = topic.definition?.of ?? topic.name;
    return subjects
      .filter(({ definition }) => definition.of === of && canHave(definition, unit))
      .map((one) => this.#candidates.of(one));
  }

  /** Of the subjects of one phrase, those that can have such a figure; of those, what belongs to what is spoken of. */
  #fitting(subjects: readonly Subject[], scope: Scope): readonly Candidate[] {
    const [only, second] = subjects;
    if (only && !second) {
      return canHave(only.definition, scope.unit) ? [this.#candidates.of(only)] : NONE;
    }
    const possible = subjects.filter(({ definition }) => canHave(definition, scope.unit));
    // Where the figure does not decide (占…%, a title), the amount is meant, not a count of the same name.
    const amounts = possible.filter((one) => one.definition.measure === 'amount');
    const fitting = amounts.length > 0 ? amounts : possible;
    if (fitting.length > 1) {
      for (const around of scope.within) {
        const of = around.definition?.of ?? around.name;
        const own = fitting.filter((one) => one.definition.of === of);
        if (own.length > 0) return own.map((one) => this.#candidates.of(one));
      }
    }
    return fitting.map((one) => this.#candidates.of(one));
  }

  #codedNamed(coded: readonly CodedSubjects[], text: string, scope: Scope): readonly Candidate[] {
    if (coded.length === 0 || !isOfMoney(scope.unit)) return NONE;
    for (const subjects of coded) {
      const names = this.#candidates.namesOf(subjects);
      if (!names) continue;
      const found = names.named(text).filter((one) => subjects.levels.includes(one.level));
      if (found.length > 0) return found.map((one) => this.#candidates.coded(subjects, names, one));
    }
    return NONE;
  }

  /** 累计2人次: nothing but a measure word, of what is spoken of. */
  #countWithin(words: string, scope: Scope): readonly Candidate[] {
    const { unit } = scope;
    if (unit === undefined || isOfMoney(unit) || !this.#saysNothing(words)) return NONE;
    for (const around of scope.within) {
      const name = around.definition?.of ?? around.name;
      const found: Subject[] = [];
      for (const subject of this.#vocabulary.byName.values()) {
        const { definition } = subject;
        if (definition.of === name && canHave(definition, unit)) found.push(subject);
      }
      if (found.length > 0) return found.map((one) => this.#candidates.of(one));
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
      const { named: phrases, namedFirst } = this.#vocabulary.phrases(section);
      if (phrases.size === 0) continue;
      for (let at = 1; at < words.length - 1; at += 1) {
        const code = words.charCodeAt(at);
        if (code !== IGNORED && !namedFirst.has(code)) continue;
        const subjects = phrases.get(phraseKey(words.slice(at)));
        const fitting = subjects ? this.#fitting(subjects, scope) : NONE;
        if (fitting.length > 0) {
          const own = words.slice(0, at);
          return fitting.map((one) => this.#candidates.named(one, own));
        }
      }
    }
    return NONE;
  }

  resolvePath(path: SubjectPath, scope: Scope): readonly Candidate[] {
    for (const section of scope.sections) {
      for (const subjects of section.coded) {
        const names = this.#candidates.namesOf(subjects);
        if (!names) continue;
        const found = names.path(path).filter((one) => subjects.levels.includes(one.level));
        if (found.length > 0)
          return found.map((one) => this.#candidates.coded(subjects, names, one));
      }
    }
    return NONE;
  }

  named(name: string): Candidate | undefined {
    const subject = this.#vocabulary.byName.get(name);
    return subject && this.#candidates.of(subject);
  }

  lastYear(candidate: Candidate): readonly Place[] {
    return this.#candidates.lastYear(candidate);
  }

  listed(candidate: Candidate): readonly Place[] {
    return listedRows(this.#candidates, candidate);
  }

  listItem(words: string, candidate: Candidate): Place | undefined {
    return listItem(this.#candidates, words, candidate);
  }

  nearListItem(
    words: string,
    candidate: Candidate,
    taken: ReadonlySet<string>,
  ): NearItem | undefined {
    return nearListItem(this.#candidates, words, candidate, taken);
  }

  slip({ coded }: Candidate, level: '类' | '款' | '项', words: string): NearName | undefined {
    if (coded?.code === undefined) return undefined;
    const names = this.#candidates.namesOf(coded.subjects);
    const code = coded.code.slice(0, DIGITS[level]);
    const found = names?.slip(code, words, level);
    return found && names && { ...found, code, table: names.place.table };
  }
}
