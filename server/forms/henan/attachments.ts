import type { AttachmentDefinition } from '../../report/form.ts';

/** Attachments that Henan reports print, by the names seen. */
export const attachments: readonly AttachmentDefinition[] = [
  {
    key: 'department-self-evaluation',
    name: '部门整体支出绩效自评情况表',
    aliases: [
      '部门整体绩效自评情况表',
      '部门整体支出绩效自评表',
      '部门整体支出自评表',
      '部门整体绩效自评表',
      '部门整体自评表',
      '部门（单位）整体支出绩效自评表',
      '部门（单位）整体绩效自评表',
      '单位整体支出绩效自评情况表',
      '单位整体支出绩效自评表',
      '单位整体绩效自评表',
      '单位整体自评表',
    ],
  },
  {
    key: 'project-self-evaluation',
    name: '项目单位自评表',
    aliases: [
      '项目支出绩效自评情况表',
      '项目支出绩效自评表',
      '项目支出自评表',
      '项目绩效自评表',
      '项目自评表',
    ],
  },
  {
    key: 'project-self-evaluation-summary',
    name: '项目单位自评汇总表',
    aliases: ['项目支出绩效自评汇总表', '项目绩效自评汇总表', '部分预算项目单位自评汇总表'],
  },
];
