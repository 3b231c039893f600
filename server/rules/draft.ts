import type { RuleContext } from './rule.ts';

/**
 * Whether the file is taken as a draft or an excerpt, of which nobody asks that it be whole: it was not imported from a
 * published original and holds few of the profile's forms (`atLeast` of `structure/missing-form`).
 */
export function isDraft(context: RuleContext): boolean {
  const atLeast = Number(context.option('structure/missing-form', 'atLeast'));
  return !context.published && context.report.forms.size < atLeast;
}
