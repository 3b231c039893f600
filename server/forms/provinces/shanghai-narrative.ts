/** What the sentences of 上海 say otherwise. */
import type { SectionDefinition } from '../../report/narrative.ts';
import { atMost } from '../define-narrative.ts';

/** What is spent on guests from abroad is part of what is spent within the country; grades are parted elsewhere. */
export function inShanghai(common: readonly SectionDefinition[]): readonly SectionDefinition[] {
  return common.map((section) => {
    if (section.key === 'performance') return { ...section, grades: [] };
    if (section.key !== 'three-public') return section;
    const included = atMost('N9-INCLUDED', '外宾接待费', '国内公务接待费');
    return { ...section, identities: [...section.identities, included] };
  });
}
