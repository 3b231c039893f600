/** The one rule that speaks of the checker and not of the report. */
import type { RuleFamily, RuleMetadata } from './rule.ts';

export const ruleFailed: RuleMetadata = {
  id: 'internal/rule-failed',
  catalogue: [],
  confidence: 'H',
  level: 'error',
  title: { zh: '规则出错', en: 'A rule failed' },
  description: {
    zh: '检查程序自身的故障，不是报告的问题：一组规则中途停止，它们的结论不完整。',
    en: 'A fault of the checker and not of the report: a family of rules stopped, and its findings are incomplete.',
  },
  source: { zh: '程序自检', en: 'The program itself' },
  messages: {
    failed: {
      zh: '规则 {family}/* 检查本报告时出错（{reason}），这一组规则没有结论。这是检查程序的故障，不是报告的问题；请把报告和这条消息发给维护者',
      en: 'The rules {family}/* failed on this report ({reason}) and say nothing about it. This is a fault of the checker and not of the report; please send the report and this message to its maintainers',
    },
  },
  options: {},
  bad: '',
  good: '',
};

/** Reported by whoever runs the rules. */
export const internalFamily: RuleFamily = { rules: [ruleFailed], check: () => {} };
