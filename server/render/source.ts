/** A source laid out as the project writes it. */
import stringWidth from 'string-width';
import { format } from '../../grammar/format.ts';
import { analyse } from '../analysis.ts';

/** The same report, its tables aligned by display width; see `format`. */
export function formatSource(text: string): string {
  return format(analyse({ text }).tree, { displayWidth: stringWidth });
}
