/** `family/name` in English kebab case, as written in configurations and directives: `sum/children`. */
export type RuleId = `${string}/${string}`;

export type Level = 'error' | 'warning' | 'info' | 'off';

/** A text in both languages of the product. Chinese is the default. */
export interface Localised {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Localised;
