import type { Profile } from '../report/form.ts';
import { deriveProfile } from './define-profile.ts';
import { attachments } from './henan/attachments.ts';
import { form01 } from './henan/form-01.ts';
import { form02 } from './henan/form-02.ts';
import { form03 } from './henan/form-03.ts';
import { form04 } from './henan/form-04.ts';
import { form05 } from './henan/form-05.ts';
import { form06 } from './henan/form-06.ts';
import { form07 } from './henan/form-07.ts';
import { form08 } from './henan/form-08.ts';
import { form09 } from './henan/form-09.ts';
import { identities } from './henan/identities.ts';
import { narrative } from './henan/narrative.ts';
import { texts } from './henan/texts.ts';
import { anywhere, provinces } from './provinces/provinces.ts';

/** 河南: nine forms, 公开01表 to 公开09表. */
export const henan: Profile = {
  name: '河南',
  forms: [form01, form02, form03, form04, form05, form06, form07, form08, form09],
  attachments,
  identities,
  narrative,
  texts,
  practice: {
    optional: [],
    numbers: 'fixed',
    threePublic: 'last',
    places: ['河南'],
    marks: [],
    unmarked: false,
  },
};

/** 通用: for a report that no other profile fits. */
export const general: Profile = deriveProfile(henan, anywhere);

/** Every profile, the default first and that of all others last. */
export const profiles: readonly Profile[] = [
  henan,
  ...provinces.map((province) => deriveProfile(henan, province)),
  general,
];

/** The profile with this name (版式). */
export function profileNamed(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name);
}
