/** What the user wishes of the server, beside the project's configuration: the language of messages. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Language } from '../report/identifiers.ts';
import { ruleLevelsIn } from './editor-levels.ts';
import { type RuleLevels, SETTINGS_SECTION, type Settings } from './protocol.ts';

const none: RuleLevels = {};

export class Preferences {
  readonly #connection: Connection;
  readonly #locale: string;
  readonly #asks: boolean;
  #settings: Settings;
  #asking: Promise<void> = Promise.resolve();

  constructor(connection: Connection, params: InitializeParams) {
    this.#connection = connection;
    this.#locale = params.locale ?? '';
    this.#asks = params.capabilities.workspace?.configuration === true;
    this.#settings = settingsIn(params.initializationOptions);
  }

  /** The reports are Chinese wherever they are read, so only who works in English is addressed in English. */
  get language(): Language {
    const { language } = this.#settings;
    if (language === 'zh' || language === 'en') return language;
    return /^en\b/i.test(this.#locale) ? 'en' : 'zh';
  }

  /** Whether hints say where the figures of sentences come from. */
  get sources(): boolean {
    return this.#settings.inlayHints?.sources === true;
  }

  /** Levels for reports that no configuration file applies to; the same object until the settings change. */
  get ruleLevels(): RuleLevels {
    return this.#settings.rules ?? none;
  }

  /** Resolves when the settings are known. */
  get ready(): Promise<void> {
    return this.#asking;
  }

  /** Asks the client for the settings, or takes what it sent. */
  refresh(sent?: unknown): void {
    if (!this.#asks) {
      if (sent !== undefined) this.#settings = settingsIn(section(sent));
      return;
    }
    this.#asking = this.#connection.workspace.getConfiguration(SETTINGS_SECTION).then(
      (settings: unknown) => {
        this.#settings = settingsIn(settings);
      },
      // The settings stay as they were.
      () => {},
    );
  }
}

function section(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return undefined;
  return SETTINGS_SECTION in sent ? (sent as Record<string, unknown>)[SETTINGS_SECTION] : sent;
}

function settingsIn(value: unknown): Settings {
  const { language, inlayHints, rules } = record(value);
  return {
    ...((language === 'zh' || language === 'en') && { language }),
    inlayHints: { sources: record(inlayHints).sources === true },
    rules: ruleLevelsIn(rules),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
