/** What is said about a faulty configuration, in both languages. */
import type { Localised } from '../report/identifiers.ts';
import type { JsonFault } from './json-places.ts';
import type { FileFailure } from './read-file.ts';

const faults: Readonly<Record<JsonFault['code'], Localised>> = {
  value: {
    zh: '不是合法的 JSON：此处应有一个值（文字要加双引号）',
    en: 'Not valid JSON: a value is expected here (text stands in double quotes)',
  },
  key: {
    zh: '不是合法的 JSON：此处应为双引号中的键名（最后一项后面不写逗号）',
    en: 'Not valid JSON: a key in double quotes is expected here (no comma after the last item)',
  },
  colon: {
    zh: '不是合法的 JSON：键名后应为冒号 “:”',
    en: 'Not valid JSON: a colon is expected after the key',
  },
  comma: {
    zh: '不是合法的 JSON：此处应为逗号或右括号',
    en: 'Not valid JSON: a comma or a closing bracket is expected here',
  },
  text: {
    zh: '不是合法的 JSON：文字没有结束，或者含有不能直接书写的字符（反斜杠写作 \\\\）',
    en: 'Not valid JSON: the text is not closed, or holds a character that must be escaped (a backslash is written \\\\)',
  },
  rest: {
    zh: '不是合法的 JSON：内容到此应已结束',
    en: 'Not valid JSON: nothing is expected after the end',
  },
  depth: { zh: '括号层次过深', en: 'Nested too deeply' },
};

const unreadable: Readonly<Record<FileFailure, Localised>> = {
  'not-found': { zh: '找不到这个配置文件', en: 'There is no such configuration file' },
  'no-permission': {
    zh: '没有读取这个配置文件的权限',
    en: 'No permission to read this configuration file',
  },
  directory: { zh: '这是文件夹，不是配置文件', en: 'This is a folder and no configuration file' },
  'too-large': { zh: '文件过大，不是配置文件', en: 'Too large for a configuration file' },
  other: { zh: '无法读取这个配置文件', en: 'This configuration file cannot be read' },
};

const meant = (near: string | undefined): Localised =>
  near === undefined
    ? { zh: '', en: '' }
    : { zh: `；是否想写 “${near}”？`, en: `; did you mean "${near}"?` };

/** Appended only where nothing near was found, so that a message stays one short line. */
const choices = (near: string | undefined, names: readonly string[]): Localised => {
  if (near !== undefined) return meant(near);
  if (names.length === 0) return { zh: '；它没有选项', en: '; it has none' };
  return { zh: `；可用的有 ${names.join('、')}`, en: `; there are ${names.join(', ')}` };
};

export const configurationMessages = {
  json: (code: JsonFault['code']): Localised => faults[code],
  unreadable: (reason: FileFailure): Localised => unreadable[reason],
  notText: (): Localised => ({ zh: '不是文本文件', en: 'This is no text file' }),
  notAnObject: (): Localised => ({
    zh: '配置应写在一对花括号 { } 中',
    en: 'A configuration stands in braces { }',
  }),
  repeatedKey: (key: string): Localised => ({
    zh: `键 “${key}” 重复`,
    en: `The key "${key}" is repeated`,
  }),
  unknownKey: (key: string, near: string | undefined, keys: readonly string[]): Localised => ({
    zh: `不认识的键 “${key}”${choices(near, keys).zh}`,
    en: `Unknown key "${key}"${choices(near, keys).en}`,
  }),
  wantsText: (key: string): Localised => ({
    zh: `“${key}” 的值应为双引号中的文字`,
    en: `The value of "${key}" must be a text in double quotes`,
  }),
  rulesWantObject: (): Localised => ({
    zh: '“rules” 应为对象：{ "规则": "级别", … }',
    en: '"rules" must be an object: { "rule": "level", … }',
  }),
  unknownRule: (id: string, near: string | undefined): Localised => ({
    zh: `没有规则 “${id}”${meant(near).zh || '；用 gouji rules 查看全部规则'}`,
    en: `There is no rule "${id}"${meant(near).en || '; gouji rules lists them all'}`,
  }),
  unknownLevel: (rule: string, written: string | undefined): Localised => ({
    zh: `规则 ${rule} 的级别${written === undefined ? '' : ` “${written}” 不认识，`}应为 "error"、"warning"、"info" 或 "off"`,
    en: `The level of ${rule}${written === undefined ? '' : `, "${written}", is unknown; it`} must be "error", "warning", "info" or "off"`,
  }),
  optionsWantObject: (rule: string): Localised => ({
    zh: `规则 ${rule} 的选项应为对象：["级别", { … }]`,
    en: `The options of ${rule} must be an object: ["level", { … }]`,
  }),
  tooManyItems: (rule: string): Localised => ({
    zh: `规则 ${rule} 只有级别和选项两项`,
    en: `A setting of ${rule} has two items, level and options`,
  }),
  unknownOption: (
    rule: string,
    name: string,
    near: string | undefined,
    names: readonly string[],
  ): Localised => ({
    zh: `规则 ${rule} 没有选项 “${name}”${choices(near, names).zh}`,
    en: `${rule} has no option "${name}"${choices(near, names).en}`,
  }),
  badOption: (rule: string, name: string, fault: Localised): Localised => ({
    zh: `规则 ${rule} 的选项 “${name}” ${fault.zh}`,
    en: `The option "${name}" of ${rule} ${fault.en}`,
  }),
  unknownProfile: (name: string | undefined, names: readonly string[]): Localised => ({
    zh: `${name === undefined ? '“profile” 应为版式名称' : `没有版式 “${name}”`}；可用的有 ${names.join('、')}`,
    en: `${name === undefined ? '"profile" must name a profile' : `There is no profile "${name}"`}; there are ${names.join(', ')}`,
  }),
  subjectsWantPaths: (): Localised => ({
    zh: '“subjects” 应为科目表文件的路径，或者路径的列表',
    en: '"subjects" must be the path of a subject table, or a list of paths',
  }),
  subjectFileUnreadable: (path: string, reason: FileFailure | 'binary'): Localised => {
    if (reason === 'binary') {
      return {
        zh: `科目表 ${path} 不是文本文件；请从 Excel 另存为制表符分隔的文本`,
        en: `The subject table ${path} is no text file; save it from Excel as tab-separated text`,
      };
    }
    return {
      zh: `无法读取科目表 ${path}：${reason === 'not-found' ? '找不到文件' : reason === 'no-permission' ? '没有权限' : reason === 'too-large' ? '文件过大' : '不是文件'}`,
      en: `The subject table ${path} cannot be read: ${reason === 'not-found' ? 'no such file' : reason === 'no-permission' ? 'no permission' : reason === 'too-large' ? 'too large' : 'not a file'}`,
    };
  },
  noSubjects: (path: string): Localised => ({
    zh: `科目表 ${path} 中没有一个可用的科目`,
    en: `The subject table ${path} holds no subject that could be used`,
  }),
} as const;
