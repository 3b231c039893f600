/** The door of this folder: from a seed to a correct report in every form. */
import { drawAccounts } from './accounts.ts';
import { Random } from './random.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { drawGoujiStyle, type GoujiStyle, writeGouji } from './write-gouji.ts';
import { drawPublishedStyle, type PublishedStyle, writePublished } from './write-published.ts';

export interface Generated {
  readonly seed: number;
  readonly sheet: Sheet;
  readonly style: GoujiStyle;
  readonly publishedStyle: PublishedStyle;
  /** The report in the language, in a drawn style. */
  readonly gouji: string;
  /** The same report as published text, in a drawn style. */
  readonly published: string;
}

export function generate(seed: number): Generated {
  const sheet = sheetOf(drawAccounts(seed));
  const random = new Random(seed).fork('styles');
  const style = drawGoujiStyle(random);
  const publishedStyle = drawPublishedStyle(random);
  return {
    seed,
    sheet,
    style,
    publishedStyle,
    gouji: writeGouji(sheet, style),
    published: writePublished(sheet, publishedStyle),
  };
}
