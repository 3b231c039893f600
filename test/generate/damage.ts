/** What extraction does to a table: cells lost, moved, run together or cut in two, rows lost or there twice. */
import type { Random } from './random.ts';

const KINDS = ['drop', 'insert', 'merge', 'split', 'lose-row', 'repeat-row'] as const;

/** One row below the first two of the text's last table is damaged. */
export function damage(text: string, random: Random): string {
  const lines = text.trimEnd().split('\n');
  const first = lines.findLastIndex((line) => line.startsWith('表 ')) + 2;
  const at = random.integer(first, lines.length - 1);
  const line = lines[at] ?? '';
  const cells = line.slice(2, -2).split(' | ');
  const place = random.integer(0, cells.length - 1);
  const value = cells[place] ?? '';
  const half = Math.floor(value.length / 2);
  switch (random.pick(KINDS)) {
    case 'drop':
      cells.splice(place, 1);
      cells.push('');
      break;
    case 'insert':
      cells.splice(place, 0, '');
      break;
    case 'merge':
      cells.splice(place, 2, `${value} ${cells[place + 1] ?? ''}`);
      break;
    case 'split':
      cells.splice(place, 1, value.slice(0, half), value.slice(half));
      break;
    case 'lose-row':
      lines.splice(at, 1);
      return lines.join('\n');
    default:
      lines.splice(at, 0, line);
      return lines.join('\n');
  }
  lines[at] = `| ${cells.join(' | ')} |`;
  return lines.join('\n');
}
