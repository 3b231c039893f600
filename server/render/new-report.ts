/**
 * A report as its author would begin it: header, the parts, every form of the profile with the rows that all reports
 * have, every section with the figures that the tables give. The same texts are offered by completion one by one.
 */
import type { Profile } from '../report/form.ts';
import { formText } from './form-text.ts';
import { partTexts, sectionTexts } from './section-texts.ts';

export interface NewReport {
  readonly kind: '部门决算' | '单位决算';
  /** The body's full name. */
  readonly name: string;
  /** Fiscal year. */
  readonly year: number;
  readonly profile: Profile;
}

// Said in the table's own note, so that a form that is not filled in yet is no silent gap.
const toFillIn = '说明：‹没有数据的，在此说明原因；填列后删去本行›';

/** `‹…›` stands where the author's own words belong. Blanks give no error and no warning. */
export function newReport({ kind, name, year, profile }: NewReport): string {
  const oneLine = name.replace(/\s+/g, ' ').trim();
  const header = [
    `报告：${kind}`,
    `名称：${oneLine}`,
    `年度：${year}`,
    '金额单位：万元',
    `版式：${profile.name}`,
  ];
  const names = { name: oneLine, year: String(year), kind };
  const forms = profile.forms.map((form) => `表 ${formText(profile, form)}\n${toFillIn}\n`);
  const parts = partTexts(profile, names).map(({ title, text }) => {
    if (title.startsWith('# 第二部分')) return [`${title}\n`, ...forms];
    if (title.startsWith('# 第三部分')) {
      return [`${title}\n`, ...sectionTexts(profile, names).map((section) => section.text)];
    }
    return [text];
  });
  return `${[`${header.join('\n')}\n`, ...parts.flat()].join('\n')}`;
}
