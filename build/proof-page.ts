import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Proof } from '../server/verify/proof.ts';

/** The 基本支出 of 20126 should be 78.00. */
const report = `名称：示例市档案馆
年度：2023
金额单位：万元

表 公开03表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---:|---:|---:|
| | 合计 | 100.30 | 78.00 | 22.30 |
| 201 | 一般公共服务支出 | 100.30 | 78.00 | 22.30 |
| 20126 | 档案事务 | 100.30 | 87.00 | 22.30 |
| 2012601 | 行政运行 | 78.00 | 78.00 | |
| 2012604 | 档案馆 | 22.30 | | 22.30 |

# 第三部分 2023年度单位决算情况说明
## 三、支出决算情况说明
2023年度支出合计100.30万元，其中：基本支出78.00万元，占77.77%；项目支出22.30万元，占22.23%。
`;

type Language = 'en' | 'zh';

/** The page on proofs: what it shows is what the commands print. */
export function proofPage(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/proof.md', page('en')],
    ['docs/proof.zh-CN.md', page('zh')],
  ]);
}

function page(language: Language): string {
  const say = (en: string, zh: string): string => (language === 'en' ? en : zh);
  // The examples of both pages are the same, as all their examples are.
  const { proof, shown } = proveAndVerify();
  const fact = proof.facts.findIndex(({ text }) => text === '87.00');
  const sum = proof.constraints.find(({ verdict }) => verdict === 'broken');
  const share = proof.constraints.find(({ kind }) => kind === 'ratio');
  const [conflict] = proof.conflicts;
  const json = (value: unknown): string =>
    `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
  return `${[
    say('# The proof of a check', '# 核对的证明'),
    say(
      'Written by `npm run generate` from what the commands print. 中文：[proof.zh-CN.md](proof.zh-CN.md)',
      '由 `npm run generate` 从命令的输出写成。English: [proof.md](proof.md)',
    ),
    say(
      '`gouji prove` writes down, as data, which figures were read, what must hold of them, what does not, and which changes would repair it. `gouji verify` redoes all of that with arithmetic of its own: of the checker it shares the reading of a printed number and nothing else (`server/verify/`, to be read in a quarter of an hour). Whoever doubts a finding, or wants to hand one on, needs no more than the two files.',
      '`gouji prove` 把核对写成数据：读到了哪些数，它们之间应当成立什么，哪些不成立，改哪里可以成立。`gouji verify` 用另一套算术重做一遍：它与检查器只共用“读数”，别的一概不共用（`server/verify/`，一刻钟可以读完）。谁怀疑一条提示，或要把它转交别人，有这两个文件就够了。',
    ),
    say('## Try it', '## 试一试'),
    say('A report in which 87.00 should be 78.00:', '一份报告，其中 87.00 应为 78.00：'),
    `\`\`\`gouji\n${report}\`\`\``,
    `\`\`\`sh\n${shown}\`\`\``,
    say(
      'Exit status of `verify`: 0 the proof holds, 1 something disagrees (each line says where), 2 a file cannot be read or is no proof. `prove` ends with 0 whenever it has written a proof, whatever the report is like. Both work on published originals (`.txt`, `.md`) as `lint` does; places are then those of the original.',
      '`verify` 的退出码：0 证明属实；1 有不符之处（每行说明在哪里）；2 文件读不了，或不是证明。`prove` 只要写出了证明就以 0 退出，不论报告如何。两个命令与 `lint` 一样可用于已公开的原文（`.txt`、`.md`），位置是原文里的位置。',
    ),
    say('## What stands in it', '## 里面有什么'),
    say(
      'One JSON object, described by [proof.schema.json](proof.schema.json). Numbers are strings of decimal digits, exact as they stand. Every figure is a *fact*: where its digits stand, what they say in 元 (or as a ratio, or as a count), and half a unit of its last place, which is how far the true amount may lie from it. Where a report in 万元 says 1205000元 in a sentence, the last place may be that of 120.50万元: 100 元.',
      '一个 JSON 对象，由 [proof.schema.json](proof.schema.json) 描述。数是十进制数字组成的字符串，写多少就是多少。每个数是一个 *fact*：数字在哪里，以元计（或作为比率、个数）是多少，以及半个末位——真实金额与它最多相差这么多。以万元为单位的报告在文字里写 1205000元 的，末位可以是 120.50万元 的末位，即 100 元。',
    ),
    json(proof.facts[fact]),
    say(
      'What must hold is a *constraint*: two sums, or a percentage and the quotient of two sums, with the identity or the phrase that it comes from. Terms name facts by their place in the list.',
      '应当成立的是 *constraint*：两个和相比，或一个百分数与两个和之商相比，并注明出自哪条勾稽或哪句话。各项用列表里的序号指出数字。',
    ),
    json(sum),
    json(share),
    say(
      'Each finding of error level that is arithmetic is a *conflict*: the constraints that cannot hold, and the changes of which each by itself makes all of them hold and breaks none that holds.',
      '每条由算术得出的错误级提示是一个 *conflict*：哪些约束不能成立，以及哪些改法——每一种单独采用，都使它们全部成立，且不破坏原来成立的任何一条。',
    ),
    json(conflict),
    say(
      'A set of more than one belongs to `rounding/joint`: its constraints are each within rounding and cannot all hold. Multiplied by their `multiplier` and added up they contradict themselves, whatever the figures were rounded from; `without` gives for each member amounts with which all the others hold.',
      '不止一条的一组来自 `rounding/joint`：各条单看都在尾差之内，却不可能同时成立。各乘以自己的 `multiplier` 再相加，无论四舍五入前是多少都自相矛盾；`without` 对每一条给出一组金额，使其余各条成立。',
    ),
    say('## What verify makes sure of', '## verify 核实什么'),
    say(
      '- The text is the one that the proof was made of (SHA-256), and the proof was not changed after it was written.\n- Each figure stands at its line and column, reads as its value, and cannot have been rounded more coarsely than it is printed.\n- Each constraint comes to its verdict, by intervals of whole numbers: nothing is rounded, nothing is nearly equal.\n- The constraints of each set in a conflict cannot all hold, and without any one of them they can.\n- Each repair mends them all, and breaks nothing that holds.',
      '- 文本就是写出证明时的文本（SHA-256），证明写出后没有改动过。\n- 每个数在所说的行列上，读出来就是所说的值，取整不会比印出的更粗。\n- 每条约束重算后判断相同；用整数区间计算，不取近似。\n- 每个矛盾里的一组约束不能同时成立，去掉任何一条就可以。\n- 每种改法使它们全部成立，且不破坏原来成立的任何一条。',
    ),
    say('## What it does not', '## 不核实什么'),
    say(
      '- That the constraints are the right ones: which identity applies where, and what a sentence means, is the reading of the checker. It is written down with each, to be judged by eye.\n- That a row which is not printed is not printed: such figures are called `absent`, and are zero.\n- Figures of other reports (last year, subordinate units): they are taken as given.\n- Figures that nobody could read, and those that their author bound or waived: they are not in the proof; `gouji facts` lists them.',
      '- 约束是否恰当：哪条勾稽用在哪里、一句话是什么意思，是检查器的理解。每条都写明出处，可以用眼睛判断。\n- 没有印出的行确实没有印出：这样的数叫 `absent`，按零计。\n- 其他报告（上年、下级）的数：照所给的采用。\n- 读不懂的数，以及作者绑定或免核的数：不在证明里，`gouji facts` 会列出。',
    ),
  ].join('\n\n')}\n`;
}

function proveAndVerify(): { readonly proof: Proof; readonly shown: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-proof-'));
  try {
    writeFileSync(join(folder, 'report.gouji'), report);
    writeFileSync(join(folder, 'repaired.gouji'), report.replace('87.00', '78.00'));
    const commands = [
      ['prove', 'report.gouji', '--out', 'proof.json'],
      ['verify', 'proof.json', 'report.gouji'],
      ['verify', 'proof.json', 'repaired.gouji'],
    ];
    const shown = commands.map(
      (command) => `$ gouji ${command.join(' ')}\n${run(command, folder)}`,
    );
    const proof = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')) as Proof;
    return { proof, shown: shown.join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: readonly string[], cwd: string): string {
  const entry = resolve(import.meta.dirname, '../server/cli/main.ts');
  const { GOUJI_LANG: _, ...environment } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [entry, ...command], {
    cwd,
    encoding: 'utf8',
    env: environment,
  });
  return stdout + stderr;
}
