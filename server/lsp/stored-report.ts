import { importText, originalRange } from '../import/import-text.ts';
import { kindOf } from '../project/file-kind.ts';
import type { StoredReport } from './host.ts';

/** The report in a file. Its positions are an editor's, which shows no byte-order mark. */
export function storedReport(path: string, whole: string): StoredReport {
  const text = whole.replace(/^\ufeff/, '');
  if (kindOf(path) !== 'original') {
    return { text, original: text, originalRange: (range) => range };
  }
  const imported = importText(text);
  return {
    text: imported.text,
    original: text,
    originalRange: (range) => originalRange(imported, range),
  };
}
