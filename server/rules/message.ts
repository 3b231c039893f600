/** Messages: a text of the rule's metadata with its places filled in, in every language of the product at once. */
import type { Localised } from '../report/identifiers.ts';
import type { MessageData } from './rule.ts';

const place = /\{([A-Za-z]+)\}/g;

/** Fills `{name}` places. A place without a value stays as it is written, so that a test can see it. */
export function fillMessage(message: Localised, data: MessageData): Localised {
  return { zh: fill(message.zh, data, 'zh'), en: fill(message.en, data, 'en') };
}

function fill(text: string, data: MessageData, language: keyof Localised): string {
  return text.replace(place, (written, name: string) => {
    const value = data[name];
    if (value === undefined) return written;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** The same text in both languages: quotations from the report. */
export function verbatim(text: string): Localised {
  return { zh: text, en: text };
}

/** 甲、乙、丙 and A, B, C. Beyond `most` the rest is counted, so that a message stays readable. */
export function listing(items: readonly string[], most = 9): Localised {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  return {
    zh: shown.join('、') + (rest > 0 ? ` 等 ${items.length} 处` : ''),
    en: shown.join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}
