import { type Analysis, analyse } from '../../server/analysis.ts';
import { importText } from '../../server/import/import-text.ts';
import type { Finding } from '../../server/rules/rule.ts';

/** Errors and warnings. */
export function serious(analysis: Analysis): Finding[] {
  return analysis.findings.filter(({ level }) => level !== 'info');
}

export function seriousOf(text: string): Finding[] {
  return serious(analyse({ text }));
}

export function analysePublished(text: string): Analysis {
  return analyse({ text: importText(text).text, published: true });
}

/** `53 error sum/row …`, for a failing test to show. */
export function describeFindings(text: string, findings: readonly Finding[]): string {
  return findings
    .map(({ start, level, rule, message }) => {
      const line = text.slice(0, start).split('\n').length;
      return `${line} ${level} ${rule} ${message.zh}`;
    })
    .join('\n');
}
