/** A profile as what it has otherwise than the common one: most provinces print the same forms in another order. */
import type { FormDefinition, Identity, Practice, Profile, ReportTexts } from '../report/form.ts';
import type { SectionDefinition } from '../report/narrative.ts';

export interface Differences {
  readonly name: string;
  /** Keys of the forms as they stand in a report; default as in the common profile. Those that are not named follow. */
  readonly order?: readonly string[];
  /** Names that the forms have here, by key. */
  readonly names?: Readonly<Record<string, string>>;
  /** Forms with other rows or columns, each in the place of that with its key. */
  readonly forms?: readonly FormDefinition[];
  /** Ids of identities in whose place `identities` stand. */
  readonly without?: readonly string[];
  /** Identities beside the common ones. As everywhere, they call a form by its number in the common profile. */
  readonly identities?: readonly Identity[];
  readonly narrative?: (common: readonly SectionDefinition[]) => readonly SectionDefinition[];
  readonly practice?: Partial<Practice>;
}

export function deriveProfile(common: Profile, differences: Differences): Profile {
  const { name, identities, narrative, practice } = differences;
  const forms = formsOf(common, differences);
  let texts: ReportTexts | undefined;
  return {
    name,
    forms,
    attachments: common.attachments,
    identities: identities === undefined ? common.identities : identitiesOf(common, differences),
    narrative: narrative === undefined ? common.narrative : narrative(common.narrative),
    // Asked for where a report is begun, and nowhere else.
    get texts() {
      texts ??= textsOf(common.texts, forms);
      return texts;
    },
    practice: { ...common.practice, ...practice },
  };
}

function identitiesOf(
  common: Profile,
  { without = [], identities = [] }: Differences,
): readonly Identity[] {
  return [...common.identities.filter(({ id }) => !without.includes(id)), ...identities];
}

function formsOf(common: Profile, { order, names, forms = [] }: Differences): FormDefinition[] {
  const own = common.forms.map((form) => {
    const other = forms.find(({ key }) => key === form.key) ?? form;
    return named(other, names?.[form.key] ?? other.name);
  });
  const place = ({ key }: FormDefinition): number => {
    const at = order?.indexOf(key) ?? -1;
    return at < 0 ? own.length : at;
  };
  const ordered = own.toSorted((a, b) => place(a) - place(b));
  return ordered.map((form, index) => numbered(form, index + 1));
}

function named(form: FormDefinition, name: string): FormDefinition {
  if (name === form.name) return form;
  const aliases = form.aliases.filter((alias) => alias !== name);
  return { ...form, name, aliases: [form.name, ...aliases] };
}

function numbered(form: FormDefinition, place: number): FormDefinition {
  const number = `公开${String(place).padStart(2, '0')}表`;
  if (number === form.number) return form;
  return { ...form, number, citedAs: form.citedAs ?? form.number };
}

/** Sections about a form stand in the order of the forms, and are about the number that it has here. */
function textsOf({ parts, sections }: ReportTexts, forms: readonly FormDefinition[]): ReportTexts {
  const cited = new Map(forms.map((form) => [form.citedAs ?? form.number, form]));
  const about = (lines: readonly string[]): number | undefined => {
    const number = lines.join('').match(FORM)?.[0];
    const form = number === undefined ? undefined : cited.get(number);
    return form && forms.indexOf(form);
  };
  const moved = forms.findIndex(({ key }) => key === 'three-public-expenses');
  const threePublic = sections.filter(({ title }) => title.includes('三公'));
  const others = sections.filter((section) => !threePublic.includes(section));
  const funds = others.findIndex(({ title }) => title.includes('政府性基金'));
  const before = moved === forms.length - 1 ? funds + 2 : funds;
  const ordered = [...others.slice(0, before), ...threePublic, ...others.slice(before)];
  return {
    parts,
    sections: ordered.map(({ title, lines }, index) => ({
      title: title.replace(ORDINAL, `## ${ordinal(index + 1)}、`),
      lines:
        about(lines) === undefined
          ? lines
          : lines.map((line) =>
              line.replace(FORMS, (number) => cited.get(number)?.number ?? number),
            ),
    })),
  };
}

const FORM = /公开\d{2}表/;
const FORMS = /公开\d{2}表/g;
const ORDINAL = /^## [一二三四五六七八九十]+、/;

function ordinal(number: number): string {
  const digit = (ones: number): string => '一二三四五六七八九'.charAt(ones - 1);
  return number <= 9 ? digit(number) : `十${digit(number - 10)}`;
}
