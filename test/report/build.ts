/** Reports from text, and what a model says in words that a test can compare. */
import { parse } from '../../grammar/parse.ts';
import { henan } from '../../server/forms/profiles.ts';
import { buildReport } from '../../server/report/build-report.ts';
import type { Cell, Report, Row, Table } from '../../server/report/model.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

export function reportOf(text: string): Report {
  return buildReport(parse(text, vocabularyOf(henan)), henan);
}

/** The first table of a text without header. */
export function tableOf(text: string): Table {
  const table = reportOf(text).tables[0];
  if (!table) throw new Error(`no table in: ${text}`);
  return table;
}

/** Each cell that prints something, as `panel [row] column = value`, sorted; zeros are left out with `money`. */
export function modelOf(table: Table, which: 'all' | 'money' = 'all'): string[] {
  const lines: string[] = [];
  for (const panel of table.panels) {
    for (const row of panel.rows) {
      for (const cell of row.cells) {
        if (!cell || cell.reading.kind === 'empty') continue;
        if (which === 'money' && isZero(cell)) continue;
        const key = `${panel.name} [${keyOf(row)}] ${cell.column.name}`.trim();
        lines.push(`${key} = ${say(cell)}`);
      }
    }
  }
  return lines.sort();
}

function isZero(cell: Cell): boolean {
  return cell.reading.kind === 'figure' && cell.reading.figure.units === 0;
}

function keyOf(row: Row): string {
  if (row.definition?.rowNumber !== undefined) return `行${row.definition.rowNumber}`;
  return row.code ?? row.definition?.label ?? `?${row.label}`;
}

/** 12.30 万元 → `12.30 万元`; a text in quotes. */
export function say(cell: Cell): string {
  const { reading } = cell;
  switch (reading.kind) {
    case 'figure':
      return `${decimal(reading.figure.units, reading.figure.decimals)} ${reading.figure.unit}`;
    case 'target':
      return `${reading.relation}${decimal(reading.figure.units, reading.figure.decimals)} ${reading.figure.unit}`;
    case 'text':
      return `“${cell.text}”`;
    default:
      return reading.kind;
  }
}

function decimal(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0 ? `-${text}` : text;
}

/** `code 原文 {data}` of each problem. */
export function problemsOf(table: Table, text: string): string[] {
  return table.problems.map((one) => `${one.code} ${text.slice(one.start, one.end)}`);
}
