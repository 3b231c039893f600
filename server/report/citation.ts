/** Identities call a form by one number in all profiles; readers of a report know its tables by the report's own. */
import type { Profile } from './form.ts';
import type { Report } from './model.ts';
import { profileNames } from './vocabulary.ts';

/** A statement of the profile with the tables called as the report calls them. */
export function asTheReportSays(statement: string, report: Report, profile: Profile): string {
  const { byCitation } = profileNames(profile);
  return statement.replace(CITATION, (cited) => {
    const form = byCitation.get(cited);
    return (form && report.forms.get(form.key)?.number) ?? form?.number ?? cited;
  });
}

const CITATION = /公开\d{2}表/g;
