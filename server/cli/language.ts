import type { Language } from '../report/identifiers.ts';

export const languages: readonly Language[] = ['zh', 'en'];

/**
 * The language of a run: `--lang`, else GOUJI_LANG, else Chinese. The system's own locale is left out of account: the
 * reports are Chinese wherever they are checked, and one machine must say what another says. A wrong value is
 * reported later, by whoever reads the options.
 */
export function languageOf(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const end = parameters.indexOf('--');
  const options = end === -1 ? parameters : parameters.slice(0, end);
  const at = options.lastIndexOf('--lang');
  const joined = options.findLast((one) => one.startsWith('--lang='));
  const asked = at === -1 ? joined?.slice('--lang='.length) : options[at + 1];
  const wanted = asked ?? environment.GOUJI_LANG?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === wanted) ?? 'zh';
}
