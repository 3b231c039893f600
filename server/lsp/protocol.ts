/** What the server and its clients must agree on beyond the protocol itself. The only file of this room a client imports. */

/** Language id of reports. */
export const LANGUAGE_ID = 'gouji';

/** Section of the client's settings that the server asks for. */
export const SETTINGS_SECTION = 'gouji';

/** Scheme of the documents that explain a rule: `gouji-rule:/table/balance.md`. */
export const RULE_PAGE_SCHEME = 'gouji-rule';

/** Kind of the code action that applies every certain fix of a file. */
export const FIX_ALL_KIND = 'source.fixAll.gouji';

/**
 * Settings of the section `gouji`, all optional. A client without `workspace/configuration` may send them as
 * initialization options and with `workspace/didChangeConfiguration`.
 */
export interface Settings {
  /** Language of messages; `auto`: the client's own where that is English, else Chinese. */
  readonly language?: 'auto' | 'zh' | 'en';
  readonly inlayHints?: {
    /** Says behind each figure of a sentence where it comes from; default: no. */
    readonly sources?: boolean;
  };
}
