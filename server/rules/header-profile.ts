/** Which profile a report is held against, where its header does not say or says one that there is not. */
import type { HeaderFieldLine } from '../../grammar/syntax-tree.ts';
import { profiles } from '../forms/profiles.ts';
import { changeTo } from './quote.ts';
import type { RuleContext } from './rule.ts';

/** Nothing is said of the default, nor of a header that the importer wrote. */
export function guessedProfile(context: RuleContext): void {
  const { profile, published, profileIsGuessed } = context;
  const { fields } = context.report.header;
  const last = fields.at(-1);
  if (!profileIsGuessed || published || profile === profiles[0] || last === undefined) return;
  if (fields.some(({ key }) => key.value === '版式')) return;
  const at = (last.items.at(-1) ?? last).end;
  const { text, lines } = context.report.tree;
  const [line] = lines;
  const ending = line === undefined ? '\n' : text.slice(line.end, line.next) || '\n';
  const edits = [{ start: at, end: at, text: `${ending}版式：${profile.name}` }];
  const title = { zh: `写明「版式：${profile.name}」`, en: `Add 版式：${profile.name}` };
  context.add(
    'header/missing-field',
    profile === profiles.at(-1) ? 'unfit' : 'profile',
    last,
    { profile: profile.name },
    { level: 'info', suggestions: [{ title, edits }] },
  );
}

/** What is recognised by the tables, or the default, is taken instead. */
export function chooseProfile(
  context: RuleContext,
  { value }: HeaderFieldLine,
  written: string,
): void {
  const names = profiles.map(({ name }) => name);
  if (names.includes(written)) return;
  const used = context.profile.name;
  const edits = [{ start: value.start, end: value.end, text: used }];
  const choices = { zh: names.join('、'), en: names.join(', ') };
  context.add(
    'header/invalid-value',
    'profile',
    value,
    { value: value.value, used, choices },
    { suggestions: [{ title: changeTo(used), edits }] },
  );
}
