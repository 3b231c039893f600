/** The subjects of a profile by the phrases that name them: written out once for each profile. */
import { parseExpression } from '../../grammar/expression-parser.ts';
import type { Reference } from '../../grammar/syntax-tree.ts';
import type { Profile } from '../report/form.ts';
import type { CodedSubjects, SectionDefinition, SubjectDefinition } from '../report/narrative.ts';
import { formsOf, phraseKey, withoutBrackets } from './phrase-forms.ts';

export type PhraseMap = ReadonlyMap<string, readonly Subject[]>;

/** A subject with its references parsed; one for each name, whichever sections list it. */
export interface Subject {
  readonly definition: SubjectDefinition;
  readonly final: readonly Reference[];
  readonly instead: readonly Reference[];
  readonly budget: readonly Reference[];
}

export interface SubjectVocabulary {
  readonly byName: ReadonlyMap<string, Subject>;
  /** Phrases of each section's own subjects. */
  readonly bySection: ReadonlyMap<SectionDefinition, PhraseMap>;
  /** Phrases that keep their meaning in sections which do not list them. */
  readonly anywhere: PhraseMap;
  /** Phrases of subjects before which a name of the author's own may stand. */
  readonly named: ReadonlyMap<SectionDefinition, PhraseMap>;
  readonly columns: ReadonlyMap<string, Reference>;
}

const vocabularies = new WeakMap<Profile, SubjectVocabulary>();

export function subjectVocabulary(profile: Profile): SubjectVocabulary {
  let found = vocabularies.get(profile);
  if (!found) {
    found = compile(profile.narrative);
    vocabularies.set(profile, found);
  }
  return found;
}

/** Shorter phrases (车辆, 服务, 接待) mean something in their own section only. */
const LEAST_ANYWHERE = 4;

function compile(sections: readonly SectionDefinition[]): SubjectVocabulary {
  const byName = new Map<string, Subject>();
  const bySection = new Map<SectionDefinition, PhraseMap>();
  const named = new Map<SectionDefinition, PhraseMap>();
  const anywhere = new Map<string, Subject[]>();
  for (const section of sections) {
    const own = new Map<string, Subject[]>();
    const ownNamed = new Map<string, Subject[]>();
    for (const definition of section.subjects) {
      let subject = byName.get(definition.name);
      if (!subject) {
        subject = subjectOf(definition);
        byName.set(definition.name, subject);
      }
      const known = [...definition.final, ...definition.instead].length > 0;
      for (const phrase of [definition.name, ...definition.phrases]) {
        for (const written of formsOf(phrase)) {
          const form = phraseKey(written);
          add(own, form, subject);
          add(own, withoutBrackets(form), subject);
          if (definition.named && phrase !== definition.name) add(ownNamed, form, subject);
          if (known && form.length >= LEAST_ANYWHERE) add(anywhere, form, subject);
        }
      }
      add(anywhere, definition.name, subject);
    }
    bySection.set(section, own);
    if (ownNamed.size > 0) named.set(section, ownNamed);
  }
  return { byName, bySection, anywhere, named, columns: columnsOf(sections) };
}

function subjectOf(definition: SubjectDefinition): Subject {
  return {
    definition,
    final: definition.final.flatMap(referenceOf),
    instead: definition.instead.flatMap(referenceOf),
    budget: definition.budget.flatMap(referenceOf),
  };
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
