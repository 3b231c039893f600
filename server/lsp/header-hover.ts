/** What a field of the header says, and which other reports take part because of it. */
import type { Analysis } from '../analysis.ts';
import type { Language } from '../report/identifiers.ts';
import { headerKeys } from './header-keys.ts';
import { code, list, paragraphs, plain } from './markdown.ts';
import { sayIn } from './messages.ts';

/** Undefined for a key that the language does not know. */
export function headerMarkdown(
  analysis: Analysis,
  key: string,
  language: Language,
): string | undefined {
  const about = Object.hasOwn(headerKeys, key) ? headerKeys[key] : undefined;
  if (about === undefined) return undefined;
  return paragraphs(`**${key}** ${about[language]}`, othersMarkdown(analysis, key, language));
}

function othersMarkdown(analysis: Analysis, key: string, language: Language): string | undefined {
  const say = sayIn(language);
  if (key === '上年' || key === '年度') {
    const { lastYear } = analysis.others;
    if (lastYear === undefined) return say('noLastYear');
    return `${say('lastYear')}${code(lastYear.name)}`;
  }
  if (key !== '下级') return undefined;
  const { subordinates } = analysis.others;
  const count = String(subordinates.length);
  return paragraphs(
    say('unitsAtHand', { count }),
    list(
      subordinates.map(
        ({ name, report }) => `${plain(report.header.name?.value ?? '')} ${code(name)}`,
      ),
    ),
  );
}
