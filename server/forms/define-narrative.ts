/** Short ways to write the narrative of a profile, so that a section's file reads like the section. */
import type {
  CodedSubjects,
  NarrativeIdentity,
  SectionDefinition,
  SubjectDefinition,
} from '../report/narrative.ts';

interface Places {
  /** See `SubjectDefinition.final`. */
  readonly final?: readonly string[];
  readonly instead?: readonly string[];
  readonly budget?: readonly string[];
}

/** A subject that has amounts of money. */
export function amount(
  name: string,
  phrases: readonly string[],
  { final = [], instead = [], budget = [] }: Places = {},
): SubjectDefinition {
  return {
    name,
    phrases,
    measure: 'amount',
    units: [],
    of: undefined,
    within: [],
    alike: undefined,
    varies: false,
    named: false,
    final,
    instead,
    budget,
    scored: undefined,
    listed: undefined,
  };
}

/** A subject that is counted, with the measure words of its figures. */
export function count(
  name: string,
  units: readonly string[],
  phrases: readonly string[],
  of?: string,
): SubjectDefinition {
  return { ...amount(name, phrases), measure: 'count', units, of };
}

/** The subject, which these phrases name as well where it or what it belongs to is being spoken of. */
export function there(subject: SubjectDefinition, phrases: readonly string[]): SubjectDefinition {
  return { ...subject, within: phrases };
}

/** The subject, a part of another one: where that is being spoken of these phrases name it. */
export function partOf(
  whole: string,
  subject: SubjectDefinition,
  phrases: readonly string[],
): SubjectDefinition {
  return { ...there(subject, phrases), of: whole };
}

/** The subject, whose words mean another quantity wherever they stand. */
export function varying(subject: SubjectDefinition): SubjectDefinition {
  return { ...subject, varies: true };
}

/** The subject, one of several of which the one is most of the other. */
export function alike(subject: SubjectDefinition, group: string): SubjectDefinition {
  return { ...subject, alike: group };
}

/** Points given in an evaluation; `attachment` is the form that gives them. */
export function score(
  name: string,
  attachment: string,
  phrases: readonly string[],
): SubjectDefinition {
  return { ...amount(name, phrases), measure: 'score', scored: attachment };
}

/** The subject, before whose phrases a name of the author's own may stand. */
export function namedByAuthor(subject: SubjectDefinition): SubjectDefinition {
  return { ...subject, named: true };
}

/** A percentage that is no share of anything else that the section speaks of. */
export function percentage(name: string, phrases: readonly string[]): SubjectDefinition {
  return { ...amount(name, phrases), measure: 'percentage' };
}

/** The subject, whose parts are named in a list after 主要包括: the 款 of these classes of a form. */
export function listing(
  subject: SubjectDefinition,
  final: string,
  ...classes: readonly string[]
): SubjectDefinition {
  return { ...subject, listed: { final, classes } };
}

/** The same subject in another section, where it has these names as well. */
export function alsoCalled(
  subject: SubjectDefinition,
  phrases: readonly string[],
): SubjectDefinition {
  return { ...subject, phrases: [...subject.phrases, ...phrases] };
}

/** Rows of a form that the sentences name by subject name or path. */
export function codedRows(
  final: string,
  levels: CodedSubjects['levels'],
  ownBudget = false,
): CodedSubjects {
  return { final, levels, ownBudget };
}

type SectionParts = Partial<
  Pick<
    SectionDefinition,
    'parent' | 'subjects' | 'coded' | 'shareBase' | 'identities' | 'wholes' | 'grades' | 'rolls'
  >
>;

/**
 * A section, with the id of the rule catalogue for what it claims; each heading is given as its words, parted by blanks:
 * `收入 支出 总体`.
 */
export function section(
  key: string,
  catalogue: string,
  headings: readonly string[],
  {
    parent,
    subjects = [],
    coded = [],
    shareBase,
    identities = [],
    wholes = [],
    grades = [],
    rolls = [],
  }: SectionParts = {},
): SectionDefinition {
  return {
    key,
    parent,
    headings: headings.map((heading) => heading.split(' ')),
    catalogue,
    claims: true,
    subjects,
    coded,
    shareBase,
    identities,
    wholes,
    grades,
    rolls,
  };
}

/** A part of a report that claims nothing. */
export function silentSection(key: string, headings: readonly string[]): SectionDefinition {
  return { ...section(key, '', headings), claims: false };
}

/** `total` = the sum of `parts`. */
export function adds(id: string, total: string, ...parts: readonly string[]): NarrativeIdentity {
  return {
    id,
    rule: 'narrative/sum',
    statement: `${total} = ${parts.join(' + ')}`,
    strictness: 'sum',
  };
}

/** Counts add up exactly. */
export function counts(id: string, total: string, ...parts: readonly string[]): NarrativeIdentity {
  return { ...adds(id, total, ...parts), strictness: 'exact' };
}

/** `lesser` ≤ `greater`, and none of the one without the other: a group is of one person at least. */
export function pairs(id: string, lesser: string, greater: string): NarrativeIdentity {
  return { ...atMost(id, lesser, greater), paired: true };
}

/** `lesser` ≤ `greater`. */
export function atMost(id: string, lesser: string, greater: string): NarrativeIdentity {
  return {
    id,
    rule: 'narrative/bound',
    statement: `${lesser} ≤ ${greater}`,
    strictness: 'bound',
  };
}
