/** Names of forms and attachments as authors write them: number, name, or both; see LANGUAGE §2 "Tables". */
import type { Vocabulary } from '../../grammar/syntax-tree.ts';
import { dropBlanks, foldWidth } from '../../grammar/width.ts';
import type { AttachmentDefinition, FormDefinition, Profile } from './form.ts';
import { plainLabel } from './label.ts';

/** What a profile's names lead to; built once for each profile. */
export interface ProfileNames {
  /** By number, without leading zeros: 公开1表. */
  readonly byNumber: ReadonlyMap<string, FormDefinition>;
  /** By name in its bare shape (`bareFormName`). */
  readonly byName: ReadonlyMap<string, FormDefinition>;
  readonly byKey: ReadonlyMap<string, FormDefinition>;
  /** By what the profile's own references call it, as written there. */
  readonly byCitation: ReadonlyMap<string, FormDefinition>;
  /** Plain names of tables that are none of the forms, though they read like one. */
  readonly others: ReadonlySet<string>;
  /** Plain names of attachments, longest first. */
  readonly attachments: readonly (readonly [name: string, attachment: AttachmentDefinition])[];
}

const namesOfProfiles = new WeakMap<Profile, ProfileNames>();

export function profileNames(profile: Profile): ProfileNames {
  let names = namesOfProfiles.get(profile);
  if (!names) {
    names = readProfile(profile);
    namesOfProfiles.set(profile, names);
  }
  return names;
}

function readProfile(profile: Profile): ProfileNames {
  const byNumber = new Map<string, FormDefinition>();
  const byName = new Map<string, FormDefinition>();
  const byKey = new Map<string, FormDefinition>();
  const byCitation = new Map<string, FormDefinition>();
  for (const form of profile.forms) {
    byNumber.set(bareNumber(plainLabel(form.number)), form);
    byName.set(bareFormName(plainLabel(form.name)), form);
    byKey.set(form.key, form);
    byCitation.set(citationOf(form), form);
  }
  // An alias never takes the place of a name.
  for (const form of profile.forms) {
    for (const alias of form.aliases) {
      const bare = bareFormName(plainLabel(alias));
      if (!byName.has(bare)) byName.set(bare, form);
    }
  }
  const attachments: (readonly [string, AttachmentDefinition])[] = [];
  for (const attachment of profile.attachments) {
    for (const name of [attachment.name, ...attachment.aliases]) {
      attachments.push([dropBlanks(foldWidth(name)), attachment]);
    }
  }
  attachments.sort((a, b) => b[0].length - a[0].length);
  const others = new Set((profile.practice.otherTables ?? []).map(plainLabel));
  return { byNumber, byName, byKey, byCitation, others, attachments };
}

/** What the references of profiles call a form. */
export function citationOf({ citedAs, number }: FormDefinition): string {
  return citedAs ?? number;
}

/** A form's number without leading zeros. */
function bareNumber(plain: string): string {
  return plain.replace(/0+(?=\d)/, '');
}

/**
 * A form's name without what provinces put in or leave out: 总, 明细, 决算, the year or 部门 in front; 收支 stands for
 * 收入支出. A name that does not end in 表 has no bare shape: it comes back as it is.
 */
export function bareFormName(plain: string): string {
  if (!plain.endsWith('表')) return plain;
  return plain
    .replace(/^(?:\d{4}年度?)?(?:部门|单位)?(?=.*(?:收|支))/, '')
    .replace(/收支/g, '收入支出')
    .replace(/决算|明细|总(?=表)|总(?=决算)|表$/g, '')
    .concat('表');
}

/** The form that a number stands for: 公开01表, 公开1表, 公开 01 表. */
export function formByNumber(profile: Profile, text: string): FormDefinition | undefined {
  return profileNames(profile).byNumber.get(bareNumber(plainLabel(text)));
}

/** The form that a name means. */
export function formByName(profile: Profile, text: string): FormDefinition | undefined {
  const { byName, others } = profileNames(profile);
  const plain = plainLabel(text);
  return others.has(plain) ? undefined : byName.get(bareFormName(plain));
}

/** What the line that begins a table says of its form. */
export interface FormMention {
  readonly byNumber: FormDefinition | undefined;
  readonly byName: FormDefinition | undefined;
}

/** A number of the report's own before or behind the name, and title marks around it: 表一 …, 附表3：…, …（表1）, 《…》. */
const OWN_NUMBER =
  /^附?表(?:[一二三四五六七八九十]{1,3}?(?![二三四五六七八九十]|一(?!般))|\d{1,2}(?:-\d{1,2})?)[:、.]?(?=.{4})|\(附?表(?:[一二三四五六七八九十]{1,3}|\d{1,2})\)$|[《》]/g;

const ANY_NUMBER = new RegExp(`${OWN_NUMBER.source}|公开\\d{1,2}(?:-\\d{1,2})?表`, 'g');

const NUMBER = /公开\d{1,2}(?:-\d{1,2})?表/;

/** Number, name, or both in either order. Where they disagree the name decides. */
export function mentionedForm(profile: Profile, text: string): FormMention {
  const names = profileNames(profile);
  const plain = plainLabel(text);
  if (names.others.size > 0 && names.others.has(plain.replace(ANY_NUMBER, ''))) return NOTHING;
  const byName =
    names.byName.get(bareFormName(plain)) ??
    names.byName.get(bareFormName(plain.replace(OWN_NUMBER, '')));
  if (byName) return { byNumber: undefined, byName };
  const exact = names.byNumber.get(bareNumber(plain));
  if (exact) return { byNumber: exact, byName: undefined };
  const number = NUMBER.exec(plain);
  if (!number) return NOTHING;
  const rest = plain.slice(0, number.index) + plain.slice(number.index + number[0].length);
  // A sentence that begins with a form's number is no table.
  if (!rest.endsWith('表')) return NOTHING;
  return {
    byNumber: names.byNumber.get(bareNumber(number[0])),
    byName: names.byName.get(bareFormName(rest)),
  };
}

const NOTHING: FormMention = { byNumber: undefined, byName: undefined };

/** The attachment with this name. */
export function attachmentByName(profile: Profile, text: string): AttachmentDefinition | undefined {
  const plain = dropBlanks(foldWidth(text));
  for (const [name, attachment] of profileNames(profile).attachments) {
    if (name === plain) return attachment;
  }
  return undefined;
}

const vocabularies = new WeakMap<Profile, Vocabulary>();

/** What the parser must know of a profile: the names of its forms and attachments. */
export function vocabularyOf(profile: Profile): Vocabulary {
  let vocabulary = vocabularies.get(profile);
  if (!vocabulary) {
    vocabulary = makeVocabulary(profile);
    vocabularies.set(profile, vocabulary);
  }
  return vocabulary;
}

function makeVocabulary(profile: Profile): Vocabulary {
  const { attachments } = profileNames(profile);
  return {
    formKey(name) {
      // Called for many lines of prose: most are told apart by their last character.
      if (name.length > LONGEST_NAME || !name.endsWith('表')) return undefined;
      const { byName, byNumber } = mentionedForm(profile, name);
      const form = byName ?? byNumber;
      return form ? form.key : attachmentByName(profile, name)?.key;
    },
    attachmentPrefix(text) {
      for (const [name] of attachments) {
        const end = matchIgnoringBlanks(text, name);
        if (end > 0) return text.slice(0, end);
      }
      return undefined;
    },
  };
}

const LONGEST_NAME = 60;

/** Where `name` ends in `text` if the text begins with it, blanks and width apart; else 0. */
function matchIgnoringBlanks(text: string, name: string): number {
  const folded = foldWidth(text.slice(0, name.length * 2 + 8));
  let at = 0;
  for (let index = 0; index < folded.length; index += 1) {
    const character = folded.charCodeAt(index);
    if (character === 0x20 || character === 0x09 || character === 0x3000) {
      if (at === 0) return 0;
      continue;
    }
    if (character !== name.charCodeAt(at)) return 0;
    at += 1;
    if (at === name.length) return index + 1;
  }
  return 0;
}
