/** Everything that the command line itself says, in both languages. Findings bring their own words. */

import type { BinaryKind } from '../project/decode.ts';
import type { FileFailure } from '../project/read-file.ts';
import { aspectNames } from '../reconcile/aspect-names.ts';
import type { Language, Localised } from '../report/identifiers.ts';
import { fillMessage } from '../rules/message.ts';

const table = {
  // ---- the program and its options
  about: {
    zh: '勾稽：核对部门决算报告的数字与文字',
    en: 'gouji: checks the figures and the text of final-accounts reports (部门决算)',
  },
  usageTitle: { zh: '用法：', en: 'Usage:' },
  argumentsTitle: { zh: '参数：', en: 'Arguments:' },
  optionsTitle: { zh: '选项：', en: 'Options:' },
  commandsTitle: { zh: '命令：', en: 'Commands:' },
  usageCommand: { zh: '[选项] [命令]', en: '[options] [command]' },
  usageOptions: { zh: '[选项]', en: '[options]' },
  exitCodes: {
    zh: '退出码：0 没有问题；1 有错误级问题（或警告过多）；2 用法错误、输入无法读取或程序故障',
    en: 'Exit codes: 0 clean; 1 findings at error level (or too many warnings); 2 wrong usage, unreadable input or an internal fault',
  },
  otherLanguage: { zh: 'English: gouji --help --lang en', en: '中文：gouji --help --lang zh' },
  optionHelp: { zh: '显示帮助', en: 'show this help' },
  optionVersion: { zh: '显示版本', en: 'show the version' },
  optionLanguage: {
    zh: '消息的语言：zh 或 en（默认 zh，或取环境变量 GOUJI_LANG）',
    en: 'language of messages: zh or en (default zh, or GOUJI_LANG of the environment)',
  },
  optionNoColour: { zh: '不用颜色', en: 'no colours' },
  choices: { zh: '可选：{choices}', en: 'one of {choices}' },

  lintAbout: { zh: '检查报告，列出问题和覆盖率', en: 'check reports: list findings and coverage' },
  lintFiles: {
    zh: '文件、文件夹或通配符，默认当前文件夹；文件夹中只取 .gouji，.txt 和 .md 原文须写明',
    en: 'files, folders or globs, default the current folder; of a folder only .gouji files are taken, .txt and .md originals must be named',
  },
  optionFormat: { zh: '输出格式', en: 'output format' },
  optionOutputFile: { zh: '结果写入文件', en: 'write the results to a file' },
  optionQuiet: { zh: '只列错误', en: 'list errors only' },
  optionMaxWarnings: {
    zh: '警告超过 N 个时退出码为 1',
    en: 'exit with 1 if there are more than N warnings',
  },
  optionCoverage: {
    zh: '列出覆盖情况：核对、有误、无从核对、免核、未读各多少，零值另计',
    en: 'print the coverage: verified, wrong, stated, waived, unread, zeros apart',
  },
  optionMinCoverage: {
    zh: '任何报告的叙述数字（零值不计）核对不到百分之 N 时退出码为 1',
    en: 'exit with 1 if of any report less than N % of the figures in the text (zeros apart) were checked',
  },
  optionExitZero: { zh: '有问题也以 0 退出', en: 'exit with 0 in spite of findings' },
  optionRule: {
    zh: '设定一条规则的级别：error、warning、info 或 off；可重复',
    en: 'level of one rule: error, warning, info or off; may be repeated',
  },
  optionConfig: {
    zh: '使用这个配置文件，不再逐级向上查找 gouji.config.json',
    en: 'use this configuration instead of the nearest gouji.config.json upwards',
  },
  optionNoConfig: { zh: '不用任何配置文件', en: 'use no configuration file' },
  optionPrintConfig: {
    zh: '显示对某个文件生效的配置，不检查',
    en: 'print the configuration that applies to a file, and check nothing',
  },
  optionStdin: { zh: '从标准输入读取', en: 'read from standard input' },
  optionStdinFilename: {
    zh: '标准输入内容的文件名，用来查找配置、判断格式',
    en: 'file name of what comes on standard input: for its configuration and its kind',
  },

  optionFix: {
    zh: '修复可以确定的问题，写回 .gouji 文件（原文 .txt、.md 不改写）',
    en: 'repair what is certain and write the .gouji files back (originals, .txt and .md, are never written)',
  },
  optionFixDryRun: {
    zh: '只显示 --fix 会改什么（统一差异格式），不写文件',
    en: 'show what --fix would change, as a unified diff, and write nothing',
  },
  optionFixSuggestions: {
    zh: '同时采用每个问题的第一条建议（可能猜错，请复核）',
    en: 'apply the first suggestion of each finding too (it may be wrong: review it)',
  },
  optionFixRule: {
    zh: '只修复这条规则的问题；可重复',
    en: 'repair the findings of this rule only; may be repeated',
  },
  optionBaseline: {
    zh: '不再列出基线文件里已有的问题',
    en: 'leave out the findings that this baseline file holds',
  },
  optionUpdateBaseline: {
    zh: '把这次的全部问题写入基线文件',
    en: 'write all findings of this run to the baseline file',
  },
  optionCache: {
    zh: '记下结果，下次只检查有变化的报告（修复时不用）',
    en: 'keep the results, and next time check only what has changed (not while fixing)',
  },
  optionCacheLocation: {
    zh: '结果记在哪个文件（默认当前文件夹的 .goujicache）',
    en: 'file that the results are kept in (default .goujicache in the current folder)',
  },

  factsAbout: {
    zh: '列出报告的每个数字：位置、含义、读法、算式、是否相符',
    en: 'list every figure of a report: place, meaning, how it was read, its calculation, its verdict',
  },
  factsFile: {
    zh: '报告或原文（.gouji、.txt、.md）；- 表示标准输入',
    en: 'a report or an original (.gouji, .txt, .md); - is standard input',
  },

  proveAbout: {
    zh: '写出核对的证明：数字、约束、判断、矛盾与修复，供他人重算',
    en: 'write the proof of a check: figures, constraints, verdicts, conflicts and repairs, for others to redo',
  },
  proveOut: { zh: '写入文件（默认标准输出）', en: 'write to a file (default standard output)' },
  proved: {
    zh: '{file}：数字 {facts} 个，约束 {constraints} 条，不成立 {broken} 条，矛盾 {conflicts} 处',
    en: '{file}: {facts} figures, {constraints} constraints, {broken} do not hold, {conflicts} conflicts',
  },
  verifyAbout: {
    zh: '用另一套算术重算证明，指出与文件不符之处',
    en: 'redo a proof with other arithmetic, and name what disagrees with the file',
  },
  verifyProofFile: { zh: 'gouji prove 写出的证明', en: 'a proof that gouji prove wrote' },
  verifyFile: { zh: '证明所说的文件', en: 'the file that the proof is about' },
  proofHolds: {
    zh: '证明属实：数字 {facts} 个，约束 {constraints} 条，矛盾 {conflicts} 处',
    en: 'The proof holds: {facts} figures, {constraints} constraints, {conflicts} conflicts',
  },
  proofFails: {
    zh: '证明不实：{count} 处不符',
    en: 'The proof does not hold: {count} disagreements',
  },
  proofMore: { zh: '…… 还有 {count} 处', en: '… and {count} more' },
  verifyDigest: {
    zh: '{file} 与写出证明时的文本不同',
    en: '{file} is not the text that the proof was made of',
  },
  verifySeal: { zh: '{file} 写出后被改动过', en: '{file} was changed after it was written' },
  verifyText: {
    zh: '证明说这里是“{stated}”，实为“{found}”',
    en: 'the proof says “{stated}” stands here; it is “{found}”',
  },
  verifyValue: { zh: '“{found}”读不出 {stated}', en: '“{found}” does not read as {stated}' },
  verifyPrecision: {
    zh: '“{found}”的半个末位不是 {stated}',
    en: 'half a last place of “{found}” is not {stated}',
  },
  verifyDifference: {
    zh: '两边之差写作 {stated}，实为 {found}',
    en: 'the sides are said to differ by {stated}; they differ by {found}',
  },
  verifyVerdict: {
    zh: '判断写作 {stated}，重算为 {found}',
    en: 'the verdict is said to be {stated}; it is {found}',
  },
  verifySet: {
    zh: '{stated} 可以同时成立，或去掉其中一条仍然矛盾',
    en: '{stated} can all hold, or are not shown to hold without one of them',
  },
  verifyRepair: {
    zh: '“{stated}”之后 {found} 不成立',
    en: 'after “{stated}” {found} does not hold',
  },
  verifyUnknown: {
    zh: '所指的 {stated} 不存在或不对应',
    en: '{stated} is not there, or does not belong to it',
  },
  proofNoJson: { zh: '{file} 不是 JSON', en: '{file} is not JSON' },
  proofShape: {
    zh: '{file} 不是 gouji prove 写出的证明（{where}）',
    en: '{file} is no proof of gouji prove (at {where})',
  },

  importAbout: {
    zh: '把已公开报告的文本（.txt、.md）转为 .gouji 源文件',
    en: 'turn the text of a published report (.txt, .md) into a .gouji source',
  },
  importFile: { zh: '原文文件；- 表示标准输入', en: 'the original; - is standard input' },
  importOutput: { zh: '写入文件（默认标准输出）', en: 'write to a file (default standard output)' },
  importForce: { zh: '覆盖已有的文件', en: 'overwrite a file that exists' },

  formatAbout: {
    zh: '整理 .gouji 源文件的排版，表格按显示宽度对齐，不改内容',
    en: 'lay out .gouji sources, tables aligned by display width; nothing changes its meaning',
  },
  formatFiles: {
    zh: '文件、文件夹或通配符，默认当前文件夹',
    en: 'files, folders or globs, default the current folder',
  },
  formatCheck: {
    zh: '只列出需要整理的文件，不写入；有则退出码为 1',
    en: 'only list the files that would change; exit with 1 if there are any',
  },

  explainAbout: { zh: '说明一条规则', en: 'explain a rule' },
  explainRule: {
    zh: '规则编号（如 sum/children）或中文标题',
    en: 'id of a rule (such as sum/children) or its title',
  },
  rulesAbout: { zh: '列出全部规则', en: 'list all rules' },
  lspAbout: { zh: '语言服务器，由编辑器启动', en: 'the language server; editors start it' },
  lspStdio: {
    zh: '通过标准输入输出通信（默认，也是唯一的方式）',
    en: 'speak over standard input and output (the default, and the only way)',
  },

  // ---- wrong usage
  seeHelp: { zh: '用 gouji {command}--help 查看用法', en: 'see gouji {command}--help' },
  listSeparator: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ': ' },
  separator: { zh: '；', en: '; ' },
  unknownCommand: { zh: '没有命令 “{name}”', en: 'there is no command "{name}"' },
  unknownOption: { zh: '没有选项 {name}', en: 'there is no option {name}' },
  didYouMean: { zh: '是否想写 {near}？', en: 'did you mean {near}?' },
  optionWantsValue: { zh: '选项 {name} 后面要有一个值', en: 'option {name} wants a value' },
  argumentMissing: { zh: '缺少参数 {name}', en: 'argument {name} is missing' },
  tooManyArguments: { zh: '参数过多', en: 'too many arguments' },
  wrongChoice: {
    zh: '选项 {name} 的值 “{value}” 不对，应为 {choices}',
    en: 'option {name} cannot be "{value}": it is one of {choices}',
  },
  wrongNumber: {
    zh: '选项 {name} 的值 “{value}” 应为 0 或正整数',
    en: 'option {name} cannot be "{value}": it is 0 or a positive whole number',
  },
  wrongUsage: { zh: '用法不对：{reason}', en: 'wrong usage: {reason}' },
  ruleWantsLevel: {
    zh: '--rule 应写作 规则=级别，如 sum/children=warning，而不是 “{value}”',
    en: '--rule is written rule=level, such as sum/children=warning, not "{value}"',
  },
  unknownLevel: {
    zh: '“{value}” 不是级别，应为 error、warning、info 或 off',
    en: '"{value}" is no level: it is error, warning, info or off',
  },
  unknownRule: { zh: '没有规则 “{name}”', en: 'there is no rule "{name}"' },
  listOfRules: { zh: '用 gouji rules 查看全部规则', en: 'gouji rules lists them all' },
  stdinWithFiles: { zh: '--stdin 不能与文件同用', en: '--stdin excludes files' },
  filenameWithoutStdin: {
    zh: '--stdin-filename 只能与 --stdin 同用',
    en: '--stdin-filename goes with --stdin only',
  },

  fixOrDryRun: {
    zh: '--fix 与 --fix-dry-run 不能同用',
    en: '--fix and --fix-dry-run exclude each other',
  },
  fixWithStdin: {
    zh: '标准输入的内容无处写回；请用 --fix-dry-run',
    en: 'what comes on standard input cannot be written back; use --fix-dry-run',
  },
  fixRuleAlone: {
    zh: '--fix-rule 要与 --fix、--fix-dry-run 或 --fix-suggestions 同用',
    en: '--fix-rule goes with --fix, --fix-dry-run or --fix-suggestions',
  },
  updateWithoutBaseline: {
    zh: '--update-baseline 要与 --baseline 同用',
    en: '--update-baseline goes with --baseline',
  },

  // ---- input and output
  notFound: { zh: '找不到 {file}', en: 'there is no {file}' },
  noPermission: { zh: '没有权限读取 {file}', en: 'no permission to read {file}' },
  isDirectory: {
    zh: '{file} 是文件夹，这里需要文件',
    en: '{file} is a folder; a file is wanted here',
  },
  tooLarge: {
    zh: '{file} 超过 {limit} MB，不是报告，没有读取',
    en: '{file} is larger than {limit} MB and was not read: it is no report',
  },
  unreadable: { zh: '无法读取 {file}', en: '{file} cannot be read' },
  nothingMatches: { zh: '没有文件符合 {file}', en: 'no file matches {file}' },
  noReports: {
    zh: '{file} 中没有可检查的报告（.gouji；原文 .txt、.md 须写明文件名或通配符）',
    en: '{file} holds no report to check (.gouji; originals, .txt and .md, must be named or matched by a glob)',
  },
  noSources: { zh: '{file} 中没有 .gouji 文件', en: '{file} holds no .gouji file' },
  binary: { zh: '{file} 不是文本：{kind}', en: '{file} is no text: {kind}' },
  foreignKind: {
    zh: '不能读取 {ending} 文件 {file}：可读 .gouji、.txt、.md',
    en: '{file}: files of kind {ending} cannot be read; .gouji, .txt and .md can',
  },
  olderEncoding: {
    zh: '{file} 用 {encoding} 编码，已按此读取；请另存为 UTF-8',
    en: '{file} is in {encoding} and was read as such; please save it as UTF-8',
  },
  olderEncodingNotWritten: {
    zh: '{file} 用 {encoding} 编码，只读不写；请先另存为 UTF-8 再整理',
    en: '{file} is in {encoding}, which is read but never written; save it as UTF-8 first',
  },
  notASource: {
    zh: '{file} 不是 .gouji 源文件；原文请先用 gouji import 转换',
    en: '{file} is no .gouji source; turn an original into one with gouji import',
  },
  alreadyASource: { zh: '{file} 已经是 .gouji 源文件', en: '{file} is a .gouji source already' },
  outputExists: {
    zh: '{file} 已存在；要覆盖请加 --force',
    en: '{file} exists; add --force to overwrite it',
  },
  readOnly: {
    zh: '没有权限写入 {file}，未作改动',
    en: 'no permission to write {file}; it is unchanged',
  },
  changedMeanwhile: {
    zh: '{file} 在检查期间被别的程序改动，没有写入；请重新运行',
    en: '{file} was changed by another program meanwhile and was not written; run again',
  },
  badBaseline: {
    zh: '基线文件 {file} 无法使用：{reason}',
    en: 'the baseline file {file} cannot be used: {reason}',
  },
  unwritable: { zh: '无法写入 {file}', en: '{file} cannot be written' },
  failedOn: {
    zh: '检查 {file} 时程序出错（{reason}）；这是 gouji 的故障，请连同文件告知维护者',
    en: 'the program failed on {file} ({reason}); this is a fault of gouji: please send the file to its maintainers',
  },
  failed: {
    zh: '程序出错（{reason}）；这是 gouji 的故障，请告知维护者（GOUJI_DEBUG=1 显示详情）',
    en: 'the program failed ({reason}); this is a fault of gouji: please tell its maintainers (GOUJI_DEBUG=1 shows details)',
  },
  tooManyWarnings: {
    zh: '警告 {count} 个，超过上限 {limit}',
    en: '{count} warnings, more than the {limit} allowed',
  },
  wrongPercentage: {
    zh: '选项 {name} 的值 “{value}” 应为 0 到 100 的整数',
    en: 'option {name} cannot be "{value}": it is a whole number from 0 to 100',
  },
  lowCoverage: {
    zh: '{file} 的叙述数字只核对了 {percent}，低于要求的 {limit}%',
    en: '{file}: only {percent} of the figures in the text were checked, less than the {limit}% required',
  },
  lowCoverages: {
    zh: '{count} 份报告的叙述数字核对不到 {limit}%：{files}',
    en: '{count} reports have less than {limit}% of the figures in their text checked: {files}',
  },
  moreNotes: { zh: '…… 另有 {count} 处', en: '... and {count} more' },

  // ---- results
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
  related: { zh: '相关：', en: 'see: ' },
  repair: { zh: '修复：', en: 'fix: ' },
  suggestion: { zh: '建议：', en: 'suggestion: ' },
  or: { zh: '；或者', en: '; or ' },
  moreRelated: { zh: '等 {count} 处', en: 'and {count} more' },
  tableFigures: { zh: '表内数字', en: 'Figures in tables' },
  narrativeFigures: { zh: '叙述数字', en: 'Figures in the text' },
  coverage: {
    zh: '{what} {count} 个：核对 {verified}，有误 {wrong}，无从核对 {stated}，免核 {waived}，未读 {unread}（覆盖 {percent}）',
    en: '{what}: {count}: {verified} verified, {wrong} wrong, {stated} stated, {waived} waived, {unread} unread (coverage {percent})',
  },
  zeroes: {
    zh: '；另有零值 {count} 个，核对 {verified}',
    en: '; besides, {count} zeros, {verified} verified',
  },
  verified: { zh: '相符', en: 'verified' },
  wrong: { zh: '有误', en: 'wrong' },
  stated: { zh: '无从核对', en: 'stated' },
  waived: { zh: '免核', en: 'waived' },
  unread: { zh: '未读', en: 'unread' },
  counted: { zh: '共计', en: 'all' },
  covered: { zh: '覆盖', en: 'coverage' },
  inTables: { zh: '表内数字', en: 'tables' },
  inText: { zh: '叙述数字', en: 'text' },
  nonZeroes: { zh: '非零', en: 'non-zero' },
  zeroesOnly: { zh: '零值', en: 'zeros' },
  noFigures: { zh: '没有数字', en: 'no figures' },
  shouldBe: { zh: '应为 {value}', en: 'should be {value}' },
  aspectFinal: aspectNames.final,
  aspectBudget: aspectNames.budget,
  aspectLastYear: aspectNames['last-year'],
  aspectShare: aspectNames.share,
  aspectCompletion: aspectNames.completion,
  aspectChange: aspectNames.change,
  aspectRate: aspectNames.rate,
  aspectCount: aspectNames.count,
  aspectScore: aspectNames.score,
  aspectPercentage: aspectNames.percentage,
  bound: { zh: '绑定', en: 'bound' },
  clean: { zh: '检查了 {files} 个文件，没有问题', en: '{files} checked, no findings' },
  total: {
    zh: '检查了 {files} 个文件，{count} 个问题：错误 {errors}，警告 {warnings}，提示 {infos}',
    en: '{files} checked, {count} findings: errors {errors}, warnings {warnings}, info {infos}',
  },
  fixed: {
    zh: '已修复 {count} 处，写入 {files} 个文件',
    en: '{count} fixed, {files} written',
  },
  wouldFix: {
    zh: '可修复 {count} 处，涉及 {files} 个文件；没有写入',
    en: '{count} would be fixed, in {files}; nothing was written',
  },
  nothingToFix: { zh: '没有可以确定的修复', en: 'nothing certain to fix' },
  nothingToFixAtAll: { zh: '没有可以采用的修复', en: 'nothing to fix' },
  unsettled: {
    zh: '{file}：修复了多遍仍有变化，已停下；请看看余下的问题',
    en: '{file}: its fixes did not come to an end and were stopped; see what is left',
  },
  originalNotFixed: {
    zh: '{file} 是原文，不改写；修复和建议已在结果里列出，要采用请先用 gouji import 转换',
    en: '{file} is an original and is never written; its fixes are listed with the findings, to apply them turn it into a source with gouji import',
  },
  fixable: {
    zh: '其中 {count} 个可用 --fix 修复',
    en: '{count} of them can be repaired with --fix',
  },
  inBaseline: {
    zh: '另有 {count} 个问题在基线中，没有列出',
    en: '{count} more findings are in the baseline and not listed',
  },
  baselineStale: {
    zh: '基线中有 {count} 处问题已不存在；用 --update-baseline 更新 {file}',
    en: '{count} findings of the baseline are gone; --update-baseline brings {file} up to date',
  },
  baselineWritten: {
    zh: '{count} 个问题已写入基线 {file}',
    en: '{count} findings written to the baseline {file}',
  },
  oneFile: { zh: '1', en: '1 file' },
  severalFiles: { zh: '{count}', en: '{count} files' },
  unplaced: {
    zh: '这一行没有归入任何表或段落，转换时按正文保留：{text}',
    en: 'This line found no place in a table or section; import keeps it as prose: {text}',
  },
  unplacedTotal: { zh: '{file}：{count} 行未能归位', en: '{file}: {count} lines found no place' },

  // ---- the other commands
  imported: { zh: '已写入 {file}', en: 'written: {file}' },
  wouldChange: { zh: '需要整理：{file}', en: 'would change: {file}' },
  formatted: { zh: '已整理：{file}', en: 'formatted: {file}' },
} as const satisfies Readonly<Record<string, Localised>>;

export type MessageKey = keyof typeof table;

/** A message in the language of the run, its `{places}` filled in. */
export type Say = (key: MessageKey, data?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (key, data = {}) => fillMessage(table[key], data)[language];
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(table, key);
}

/** Key of the message that tells why a file could not be read. */
export const failureMessage: Readonly<Record<FileFailure, MessageKey>> = {
  'not-found': 'notFound',
  'no-permission': 'noPermission',
  directory: 'isDirectory',
  'too-large': 'tooLarge',
  other: 'unreadable',
};

/** What a file is that holds no text, and what to do instead. */
export const binaryKinds: Readonly<Record<BinaryKind, Localised>> = {
  pdf: {
    zh: 'PDF 文件，请先转为文本（.txt 或 .md）',
    en: 'a PDF; turn it into text (.txt or .md) first',
  },
  word: {
    zh: 'Word 文档，请在 Word 中另存为纯文本（UTF-8）',
    en: 'a Word document; save it as plain text (UTF-8) first',
  },
  excel: {
    zh: 'Excel 工作簿，请在 Excel 中另存为制表符分隔的文本',
    en: 'an Excel workbook; save it as tab-separated text first',
  },
  'old-office': {
    zh: '旧版 Office 文件（.doc、.xls），请另存为纯文本（UTF-8）',
    en: 'an old Office file (.doc, .xls); save it as plain text (UTF-8) first',
  },
  rtf: {
    zh: 'RTF 文档，请另存为纯文本（UTF-8）',
    en: 'an RTF document; save it as plain text (UTF-8) first',
  },
  zip: { zh: '压缩文件，请先解压', en: 'an archive; unpack it first' },
  image: { zh: '图片，请先识别为文本', en: 'an image; turn it into text first' },
  nul: { zh: '含有空字符的二进制内容', en: 'binary content with NUL bytes' },
  unknown: {
    zh: '既不是 UTF-8、UTF-16，也不是 GB18030',
    en: 'neither UTF-8 nor UTF-16 nor GB18030',
  },
};
