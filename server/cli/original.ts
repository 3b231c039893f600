/**
 * A published original (`.txt`, `.md`) as the checker sees it: the importer's source text, the way back from a place
 * in it to the place in the original, and what the importer itself noticed.
 */
import type { Range } from '../../grammar/syntax-tree.ts';
import type { ImportResult } from '../import/block.ts';
import { importText, originalRange } from '../import/import-text.ts';
import type { Profile } from '../report/form.ts';
import { importFamily } from '../rules/import.ts';
import { fillMessage } from '../rules/message.ts';
import type { Finding, RuleSettings } from '../rules/rule.ts';

export class Original {
  readonly #imported: ImportResult;

  /** `profile`: the one that the configuration names. */
  constructor(text: string, profile?: Profile) {
    this.#imported = importText(text, profile);
  }

  /** The report in the language. */
  get report(): string {
    return this.#imported.text;
  }

  /** Where a range of `report` stands in the original. */
  originalRange(range: Range): Range {
    return originalRange(this.#imported, range);
  }

  /** As `originalRange`, where both texts run alike and an edit of one is an edit of the other; else undefined. */
  editableRange({ start, end }: Range): Range | undefined {
    const stretch = this.#imported.stretches.find((one) => one.start <= start && end <= one.end);
    if (stretch === undefined) return undefined;
    const { originalStart, originalEnd } = stretch;
    if (originalEnd - originalStart !== stretch.end - stretch.start) return undefined;
    const shift = originalStart - stretch.start;
    return { start: start + shift, end: end + shift };
  }

  /** What the importer noticed, at places of the original. */
  findings(settings: RuleSettings): readonly Finding[] {
    const { unplaced, notes } = this.#imported;
    const noticed = [
      ...unplaced.map((range) => ({ ...range, code: 'unplaced', data: {} })),
      ...notes,
    ];
    return noticed.flatMap(({ code, data, start, end }) => {
      const rule = importFamily.rules.find(({ messages }) => Object.hasOwn(messages, code));
      const message = rule?.messages[code];
      if (rule === undefined || message === undefined) return [];
      const level = settings.get(rule.id)?.level ?? rule.level;
      if (level === 'off') return [];
      const details = { related: [], fix: undefined, suggestions: [] };
      return [
        { rule: rule.id, level, message: fillMessage(message, data), start, end, ...details },
      ];
    });
  }
}
