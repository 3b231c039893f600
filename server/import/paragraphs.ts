/** Which texts a line or page break has cut out of one paragraph. */
import type { Gap } from './block.ts';

const ENDS = /[。；：！？.;:!?…）)】》〉」』"”’]$/;
/** What no paragraph begins with. */
const GOES_ON = /^[，。；：、！？,;%％）)】》”’]/;
const NUMBERED =
  /^(?:第.{1,3}(?:部分|章|条|款)|[一二三四五六七八九十百]{1,4}\s*[、.．]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[)）]|\d{1,2}\s*[.．、](?!\d)|[①-⑳]|[-*•●▪]\s|附件?\s*\d|注[:：\d]|说明[:：]|备注[:：]|图\s*\d|表\s*\d)/;
const KEYED = /^[^，。；：:]{1,12}[：:]/;
/** A numbered item of which only the subject path stands before the break: 8. …（款）…（项）。 */
const BARE_ITEM = /^\d{1,2}\s*[.．、][^，；：]{4,120}[（(]项[)）]\s*。?$/;
const ITEM_BODY = /^(?:年初|全年)?(?:预算|支出|决算)/;
/** 64.94万 and then 元: what is cut inside a figure. */
const CUT_FIGURE = /\d[万亿]?$/;
const REST_OF_FIGURE = /^(?:[万亿]?元|[%％]|\d*\.?\d+[万亿]?元)/;
/** A line with such a mark is a sentence, and has an end. */
const CLAUSE = /[，。；]/;
/** A line shorter than this is not full: it ends where its author ended it. */
const FULL_LINE = 20;
const SHORTEST_SENTENCE = 10;

export function startsAnew(text: string): boolean {
  return NUMBERED.test(text);
}

/** True where `after` is the rest of the paragraph that `before` begins. Conservative: in doubt they stay apart. */
export function goesOn(before: string, after: string, gap: Gap): boolean {
  if (before === '' || after === '') return false;
  if (GOES_ON.test(after)) return true;
  if (startsAnew(after)) return false;
  if (BARE_ITEM.test(before) && ITEM_BODY.test(after)) return true;
  if (ENDS.test(before)) return false;
  if (gap === 'line' && KEYED.test(after)) return false;
  if (CUT_FIGURE.test(before) && REST_OF_FIGURE.test(after)) return true;
  return fullWidthLength(before) >= (CLAUSE.test(before) ? SHORTEST_SENTENCE : FULL_LINE);
}

function fullWidthLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    length += text.charCodeAt(index) > 0x2000 ? 1 : 0.5;
  }
  return length;
}
