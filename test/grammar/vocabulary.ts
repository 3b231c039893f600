import type { Vocabulary } from '../../grammar/syntax-tree.ts';

/** A profile in small, for tests of the grammar alone. */
const FORMS = new Map([
  ['公开01表', 'summary'],
  ['收入支出决算总表', 'summary'],
  ['公开02表', 'income'],
  ['收入决算表', 'income'],
  ['公开03表', 'expenditure'],
  ['支出决算表', 'expenditure'],
  ['公开05表', 'general'],
  ['公开09表', 'three-public'],
  ['财政拨款"三公"经费支出决算表', 'three-public'],
  ['项目单位自评表', 'project'],
]);
const ATTACHMENTS = ['项目单位自评表'];

export const vocabulary: Vocabulary = {
  formKey(name) {
    const whole = FORMS.get(name);
    if (whole !== undefined) return whole;
    const both = /^公开\d\d表(.+)$/.exec(name);
    return both ? FORMS.get(both[1] ?? '') : undefined;
  },
  attachmentPrefix(text) {
    return ATTACHMENTS.find((name) => text.startsWith(name));
  },
};
