/** A report of a wanted size: correct forms and narrative, then attachments, as long reports have them. */
import { generate } from '../generate/generate.ts';

/** `size` is in bytes of UTF-8; the text is a little longer, and the same for the same size. */
export function longReport(size: number): string {
  const pieces = [generate(33).gouji];
  let length = Buffer.byteLength(pieces[0] ?? '');
  for (let number = 1; length < size; number++) {
    const piece = attachment(number);
    pieces.push(piece);
    length += Buffer.byteLength(piece);
  }
  return pieces.join('\n');
}

function attachment(number: number): string {
  const budget = (number * 37) % 90;
  return `
## ${number}．项目支出绩效自评

本项目年初预算${budget}.50万元，支出决算${budget}.50万元，完成年初预算的100%。共接待来访${number * 3}人次，整理档案${number * 7}件。

表 项目单位自评表 第${number}号项目
| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
|------------------|-----------:|-----------:|-----------:|-----:|-------:|-----:|
| 年度资金总额     |   ${budget}.50 |   ${budget}.50 |   ${budget}.50 |   10 |   100% |   10 |
| 其中：财政拨款   |   ${budget}.50 |   ${budget}.50 |   ${budget}.50 |    — |      — |    — |
`;
}
