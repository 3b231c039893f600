/** Sections of the narrative as an author would begin them, from the texts of the profile. */
import type { Profile, SectionText } from '../report/form.ts';
import type { Report } from '../report/model.ts';

/** The report's own words. */
export interface SectionNames {
  readonly name: string;
  readonly year: string;
  /** As in the header field 报告: a unit's report does not speak of a department. */
  readonly kind: string | undefined;
}

/** The texts of the profiles are a department's; how a unit says it. */
const saidByUnit: readonly (readonly [department: string, unit: string])[] = [
  ['部门决算', '单位决算'],
  ['部门职责', '单位职责'],
  ['我部门', '我单位'],
];

/** Headings of the first level, each with what stands below it before the first section. */
export function partTexts({ texts }: Profile, names: SectionNames): readonly FilledText[] {
  return filled(texts.parts, names);
}

/** The sections of the third part. */
export function sectionTexts({ texts }: Profile, names: SectionNames): readonly FilledText[] {
  return filled(texts.sections, names);
}

export interface FilledText {
  readonly title: string;
  /** Title and paragraphs, with `‹…›` where the author's own words belong; ends with a line ending. */
  readonly text: string;
}

/** Each section as a snippet, parts first. `quote` takes the meaning of a snippet from the report's own words. */
export function sectionSnippets(
  { texts }: Profile,
  { header }: Report,
  quote: (text: string) => string,
): readonly { readonly title: string; readonly snippet: string }[] {
  const names = {
    name: header.name?.value ?? '',
    year: header.year === undefined ? '' : String(header.year),
    kind: header.kind?.value,
  };
  const all = [...texts.parts, ...texts.sections];
  const titles = filled(all, names);
  return filled(all, { ...names, name: quote(names.name) }).map(({ text }, at) => ({
    title: titles[at]?.title ?? '',
    snippet: withPlaces(text),
  }));
}

function filled(texts: readonly SectionText[], { name, year, kind }: SectionNames): FilledText[] {
  const words = kind === '单位决算' ? saidByUnit : [];
  const fill = (text: string): string =>
    words
      .reduce((said, [department, unit]) => said.replaceAll(department, unit), text)
      .replace('{name}', () => name)
      .replaceAll('{year}', () => year);
  return texts.map(({ title, lines }) => ({
    title: fill(title),
    text: fill([title, '', ...lines, ''].join('\n')),
  }));
}

function withPlaces(text: string): string {
  let count = 0;
  return text.replace(/‹([^›]*)›/g, (_, words: string) => {
    count += 1;
    return `\${${count}:${words}}`;
  });
}
