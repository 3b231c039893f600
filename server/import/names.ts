/** Names of a profile's forms and attachments, ready to be found in a line. */
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { FormDefinition, Profile } from '../report/form.ts';
import { formByName } from '../report/vocabulary.ts';

export interface KnownName {
  /** Width-folded, without blanks. */
  readonly compact: string;
  readonly key: string;
  /** Undefined for an attachment. */
  readonly form: FormDefinition | undefined;
}

export interface KnownNames {
  /** The longest known name that stands in `compact` at `index`. */
  at(compact: string, index: number): KnownName | undefined;
  /** The longest known name that `compact` ends with. */
  atEnd(compact: string): KnownName | undefined;
  /** What `compact` as a whole names, also in a shape that the profile does not list (收入支出总表). */
  whole(compact: string): KnownName | undefined;
  readonly forms: readonly FormDefinition[];
}

/** Width-folded and without blanks: how names are compared. */
export function compactText(text: string): string {
  return dropBlanks(foldWidth(text));
}

const LONGEST_NAME = 40;

/** Words that make another table of a form's name: 一般公共预算财政拨款项目 + 支出决算表. */
const NAMES_ANOTHER =
  /(?:财政拨款|项目|基本|政府性基金|国有资本经营|公共预算|基金预算|经营预算|三公经费|专项资金|政府采购)$/;

const known = new WeakMap<Profile, KnownNames>();

export function namesOf(profile: Profile): KnownNames {
  const ready = known.get(profile);
  if (ready !== undefined) return ready;
  const names: KnownName[] = [];
  for (const form of profile.forms) {
    for (const name of [form.name, ...form.aliases]) {
      names.push({ compact: compactText(name), key: form.key, form });
    }
  }
  for (const attachment of profile.attachments) {
    for (const name of [attachment.name, ...attachment.aliases]) {
      names.push({ compact: compactText(name), key: attachment.key, form: undefined });
    }
  }
  names.sort((a, b) => b.compact.length - a.compact.length);
  const byFirst = new Map<string, KnownName[]>();
  for (const name of names) {
    const first = name.compact.charAt(0);
    const group = byFirst.get(first);
    if (group === undefined) byFirst.set(first, [name]);
    else group.push(name);
  }
  const built: KnownNames = {
    at: (compact, index) =>
      byFirst.get(compact.charAt(index))?.find((name) => compact.startsWith(name.compact, index)),
    atEnd: (compact) => {
      const name = names.find((one) => compact.endsWith(one.compact));
      const before = compact.slice(0, compact.length - (name?.compact.length ?? 0));
      return NAMES_ANOTHER.test(before) ? undefined : name;
    },
    whole: (compact) => {
      if (compact.length > LONGEST_NAME || !compact.endsWith('表')) return undefined;
      const form = formByName(profile, compact);
      return form && { compact, key: form.key, form };
    },
    forms: profile.forms,
  };
  known.set(profile, built);
  return built;
}
