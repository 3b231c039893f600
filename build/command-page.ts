import type { Command, Option } from 'commander';
import { sayIn } from '../server/cli/messages.ts';
import { wholeProgram } from '../server/cli/program.ts';
import type { Language } from '../server/report/identifiers.ts';
import { commandExamples } from './command-examples.ts';

const PAGES: Readonly<Record<Language, string>> = {
  zh: 'docs/command-line.zh-CN.md',
  en: 'docs/command-line.md',
};

const WORDS = {
  title: { zh: '命令行', en: 'Command line' },
  other: { zh: '[English](command-line.md)', en: '[中文](command-line.zh-CN.md)' },
  introduction: {
    zh: '本页由程序自己的选项生成；例子都由测试执行。在源码目录里用 `npm run gouji -- …` 代替 `gouji …`。',
    en: 'Generated from the options of the program itself; each example is run by a test. In a checkout `npm run gouji -- …` stands for `gouji …`.',
  },
  common: { zh: '各命令共有的选项', en: 'Options of every command' },
  option: { zh: '选项', en: 'option' },
  argument: { zh: '参数', en: 'argument' },
  meaning: { zh: '说明', en: 'meaning' },
  values: { zh: '可选：', en: 'one of ' },
  initial: { zh: '默认：', en: 'default ' },
  exit: { zh: '退出码', en: 'Exit status' },
  comma: { zh: '；', en: '; ' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The page of the command line in both languages. */
export function commandPage(): ReadonlyMap<string, string> {
  return new Map([
    [PAGES.zh, page('zh')],
    [PAGES.en, page('en')],
  ]);
}

function page(language: Language): string {
  const program = wholeProgram(language);
  const common = new Set(program.options.map(({ flags }) => flags));
  const lines = [
    `# ${WORDS.title[language]}`,
    '',
    WORDS.other[language],
    '',
    WORDS.introduction[language],
  ];
  for (const command of program.commands) lines.push('', ...section(command, common, language));
  lines.push('', `## ${WORDS.common[language]}`, '', ...options(program.options, language));
  lines.push('', `## ${WORDS.exit[language]}`, '', sayIn(language)('exitCodes'));
  return `${lines.join('\n')}\n`;
}

function section(command: Command, common: ReadonlySet<string>, language: Language): string[] {
  const lines = [`## gouji ${command.name()}`, '', command.description()];
  const { registeredArguments: parameters } = command;
  if (parameters.length > 0) {
    lines.push(
      '',
      ...head(WORDS.argument[language], language),
      ...parameters.map((one) =>
        row(one.required ? `<${one.name()}>` : `[${one.name()}]`, one.description),
      ),
    );
  }
  const own = command.options.filter(({ flags, hidden }) => !hidden && !common.has(flags));
  if (own.length > 0) lines.push('', ...options(own, language));
  for (const { command: name, line, about } of commandExamples) {
    if (name === command.name()) lines.push('', `${about[language]}:`, '', '```sh', line, '```');
  }
  return lines.map((line) => (language === 'zh' ? line.replace(/:$/, '：') : line));
}

function options(list: readonly Option[], language: Language): string[] {
  return [
    ...head(WORDS.option[language], language),
    ...list.map(({ flags, description, argChoices, defaultValue }) => {
      const more: string[] = [];
      if (argChoices !== undefined && !flags.startsWith('--lang')) {
        more.push(WORDS.values[language] + argChoices.map((one) => `\`${one}\``).join(' '));
      }
      if (typeof defaultValue === 'string')
        more.push(`${WORDS.initial[language]}\`${defaultValue}\``);
      return row(flags, [description, ...more].join(WORDS.comma[language]));
    }),
  ];
}

function head(first: string, language: Language): string[] {
  return [row(first, WORDS.meaning[language], false), '| --- | --- |'];
}

function row(name: string, meaning: string, code = true): string {
  const shown = code ? `\`${name.replaceAll('|', '\\|')}\`` : name;
  return `| ${shown} | ${meaning.replaceAll('|', '\\|')} |`;
}
