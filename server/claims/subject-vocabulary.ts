/** The subjects of a profile by the phrases that name them: written out once for each profile. */
import { parseExpression } from '../../grammar/expression-parser.ts';
import type { Reference } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import type { CodedSubjects, SectionDefinition, SubjectDefinition } from '../report/narrative.ts';
import { formsOf, phraseKey, withoutBrackets } from './phrase-forms.ts';

export type PhraseMap = ReadonlyMap<string, readonly Subject[]>;

/** A subject, one for each name, whichever sections list it. Its references are parsed when first asked for. */
export class Subject {
  readonly definition: SubjectDefinition;
  #final: readonly Reference[] | undefined;
  #instead: readonly Reference[] | undefined;
  #budget: readonly Reference[] | undefined;

  constructor(definition: SubjectDefinition) {
    this.definition = definition;
  }

  get final(): readonly Reference[] {
    this.#final ??= this.definition.final.flatMap(referenceOf);
    return this.#final;
  }

  get instead(): readonly Reference[] {
    this.#instead ??= this.definition.instead.flatMap(referenceOf);
    return this.#instead;
  }

  get budget(): readonly Reference[] {
    this.#budget ??= this.definition.budget.flatMap(referenceOf);
    return this.#budget;
  }
}

const vocabularies = new WeakMap<Profile, SubjectVocabulary>();

export function subjectVocabulary(profile: Profile): SubjectVocabulary {
  let found = vocabularies.get(profile);
  if (!found) {
    found = new SubjectVocabulary(profile.narrative);
    vocabularies.set(profile, found);
  }
  return found;
}

/** Shorter phrases (车辆, 服务, 接待) mean something in their own section only. */
const LEAST_ANYWHERE = 4;

interface SectionPhrases {
  readonly own: PhraseMap;
  /** Phrases of what is being spoken of. */
  readonly within: PhraseMap;
  /** Phrases before which a name of the author's own may stand. */
  readonly named: PhraseMap;
  /** What those begin with. */
  readonly namedFirst: ReadonlySet<number>;
}

/** Sections are written out when they are first met: few reports have all that a profile knows. */
export class SubjectVocabulary {
  readonly byName: ReadonlyMap<string, Subject>;
  readonly columns: ReadonlyMap<string, Reference>;
  readonly #bySection = new Map<SectionDefinition, SectionPhrases>();
  readonly #forms = new Map<string, readonly string[]>();
  #anywhere: PhraseMap | undefined;

  constructor(sections: readonly SectionDefinition[]) {
    const byName = new Map<string, Subject>();
    for (const { subjects } of sections) {
      for (const definition of subjects) {
        if (!byName.has(definition.name)) byName.set(definition.name, new Subject(definition));
      }
    }
    this.byName = byName;
    this.columns = columnsOf(sections);
  }

  /** What phrases mean in a section that lists them. */
  phrases(section: SectionDefinition): SectionPhrases {
    let found = this.#bySection.get(section);
    if (!found) {
      found = this.#compile(section);
      this.#bySection.set(section, found);
    }
    return found;
  }

  /** What phrases mean in sections that do not list them: only what the tables print, and canonical names. */
  anywhere(): PhraseMap {
    if (!this.#anywhere) {
      const map = new Map<string, Subject[]>();
      for (const subject of this.byName.values()) this.#addAnywhere(map, subject);
      this.#anywhere = map;
    }
    return this.#anywhere;
  }

  #addAnywhere(map: Map<string, Subject[]>, subject: Subject): void {
    const { name, phrases, final, instead } = subject.definition;
    add(map, name, subject);
    if (final.length === 0 && instead.length === 0) return;
    for (const phrase of phrases) {
      for (const form of this.#formsOf(phrase)) {
        if (form.length >= LEAST_ANYWHERE) add(map, form, subject);
      }
    }
  }

  #compile(section: SectionDefinition): SectionPhrases {
    const own = new Map<string, Subject[]>();
    const named = new Map<string, Subject[]>();
    const within = new Map<string, Subject[]>();
    for (const definition of section.subjects) {
      const subject = this.byName.get(definition.name);
      if (!subject) continue;
      add(own, definition.name, subject);
      for (const phrase of definition.phrases) {
        for (const form of this.#formsOf(phrase)) {
          add(own, form, subject);
          add(own, withoutBrackets(form), subject);
          if (definition.named) add(named, form, subject);
        }
      }
      for (const phrase of definition.within) {
        for (const form of this.#formsOf(phrase)) add(within, form, subject);
      }
    }
    const namedFirst = new Set([...named.keys()].map((phrase) => phrase.charCodeAt(0)));
    return { own, within, named, namedFirst };
  }

  #formsOf(phrase: string): readonly string[] {
    let forms = this.#forms.get(phrase);
    if (!forms) {
      forms = formsOf(phrase).map(phraseKey);
      this.#forms.set(phrase, forms);
    }
    return forms;
  }
}

function columnsOf(sections: readonly SectionDefinition[]): ReadonlyMap<string, Reference> {
  const columns = new Map<string, Reference>();
  const put = (written: string): void => {
    for (const reference of referenceOf(written)) columns.set(written, reference);
  };
  for (const section of sections) {
    for (const coded of section.coded) put(coded.final);
    for (const { listed } of section.subjects) if (listed) put(listed.final);
  }
  return columns;
}

/** None for text that is no reference: a fault of the data, found by a test. */
function referenceOf(written: string): readonly Reference[] {
  const { expression } = parseExpression(written);
  return expression?.kind === 'reference' ? [expression] : [];
}

function add(map: Map<string, Subject[]>, phrase: string, subject: Subject): void {
  if (phrase === '') return;
  const list = map.get(phrase);
  if (!list) map.set(phrase, [subject]);
  else if (!list.includes(subject)) list.push(subject);
}

export function columnReference(
  vocabulary: SubjectVocabulary,
  coded: Pick<CodedSubjects, 'final'>,
): Reference | undefined {
  return vocabulary.columns.get(coded.final);
}
