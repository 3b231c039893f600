/** The packed extension in a workbench of either display language: it speaks that one, without any setting. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type InstalledWorkbench,
  run,
  searchCommand,
  startInstalled,
} from './stand-in/installed-workbench.ts';

const pictures = process.env.GOUJI_PICTURES;

const text = `报告：部门决算
名称：青禾县文化馆
年度：2023
金额单位：万元

# 第二部分 2023年度部门决算表

表 公开03表 支出决算表
| 科目编码 | 科目名称               | 本年支出合计 | 基本支出 | 项目支出 |
|----------|------------------------|-------------:|---------:|---------:|
|          | 合计                   |       120.50 |    98.20 |    22.30 |
| 207      | 文化旅游体育与传媒支出 |       120.50 |    98.20 |    22.30 |
| 20701    | 文化和旅游             |       120.50 |    98.20 |    22.30 |
| 2070109  | 群众文化               |       120.50 |    89.20 |    22.30 |
`;

const han = /\p{Script=Han}/u;

const languages = [
  {
    language: 'zh-cn',
    command: '检查工作区中的所有报告',
    focus: '报告数字',
    view: '报告数字',
    status: /^勾稽.*覆盖 100%$/,
    lens: '条勾稽',
    message: '写作 89.20，应为 98.20',
    told: '检查了 1 份报告：1 个错误，0 个警告。',
    walkthrough: '第一份报告',
  },
  {
    language: 'en',
    command: 'Check All Reports in the Workspace',
    focus: 'Focus on Figures',
    view: 'Figures',
    status: /^gouji.*100% checked$/,
    lens: 'identities',
    message: 'should be 98.20',
    told: 'Reports checked: 1. Errors: 1, warnings: 0.',
    walkthrough: 'Your first report',
  },
] as const;

describe.each(languages)('in a workbench in $language, the extension', (expected) => {
  let workbench: InstalledWorkbench | undefined;
  beforeAll(async () => {
    const { language } = expected;
    workbench = await startInstalled({ name: '决算.gouji', text, language });
  });
  afterAll(() => workbench?.stop());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(`failed: ${expected.language} ${task.name}`);
  });

  function shown(): Page {
    if (workbench === undefined) throw new Error('there is no workbench');
    return workbench.page;
  }

  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(resolve(pictures), { recursive: true });
    await shown().screenshot({ path: join(resolve(pictures), `${name}.png`) });
  }

  it('finds the display language as it is set', async () => {
    // Where the workbench itself keeps it; English needs no word of it.
    const found = await shown().evaluate("globalThis._VSCODE_NLS_LANGUAGE ?? 'en'");
    expect(found).toBe(expected.language);
  });

  it('says what is wrong', async () => {
    const page = shown();
    const line = page.locator('.squiggly-error').first();
    await line.waitFor({ timeout: 60_000 });
    const box = await line.boundingBox();
    if (box === null) throw new Error('the line under the figure is not shown');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const hover = page.locator('.monaco-hover:visible', { hasText: '98.20' }).first();
    await hover.waitFor({ timeout: 30_000 });
    expect(await hover.innerText()).toContain(expected.message);
    await page.mouse.move(600, 700);
    await page.keyboard.press('Escape');
  });

  it('counts in the status bar and above the tables', async () => {
    const page = shown();
    const item = page.locator('.statusbar-item[id*="gouji"]').first();
    await item.waitFor({ timeout: 30_000 });
    await expect
      .poll(async () => (await item.innerText()).replaceAll(/\s+/g, ' ').trim())
      .toMatch(expected.status);
    await page.locator('.codelens-decoration', { hasText: expected.lens }).first().waitFor();
  });

  it('offers its commands', async () => {
    const page = shown();
    const rows = (await searchCommand(page, 'gouji: ')).join('\n');
    expect(rows).toContain(expected.command);
    await page.keyboard.press('Escape');
  });

  it('lists the figures', async () => {
    const page = shown();
    await run(page, expected.focus);
    const table = page.locator('.sidebar .monaco-list-row', { hasText: '公开03表' }).first();
    await table.locator('.monaco-tl-twistie').click();
    const head = page.locator('.sidebar .pane-header, .sidebar .composite.title').first();
    expect(await head.innerText()).toMatch(new RegExp(expected.view, 'i'));
    const wrong = page.locator('.sidebar .monaco-list-row', { hasText: '89.20' }).first();
    await wrong.waitFor({ timeout: 30_000 });
    expect(await wrong.innerText()).toMatch(
      expected.language === 'en' ? /should be 98\.20/ : /应为 98\.20/,
    );
    if (expected.language !== 'en') await picture('chinese');
  });

  it('tells what a command came to', async () => {
    const page = shown();
    await run(page, expected.command);
    // Under test the workbench keeps to itself what it is told, until it is asked.
    await run(page, 'Notifications: Show Notifications');
    const told = page.locator('.notification-list-item', { hasText: expected.told }).first();
    await told.waitFor({ timeout: 30_000 });
    const buttons = await told.locator('.monaco-button').allInnerTexts();
    expect(buttons.some((button) => han.test(button))).toBe(expected.language !== 'en');
  });

  it('keeps the TAB that parts two cells', async () => {
    const page = shown();
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('甲\t1');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => readFileSync(workbench?.file ?? '', 'utf8'), { timeout: 30_000 })
      .toBe(`${text}甲\t1`);
  });

  it('opens its walkthrough', async () => {
    const page = shown();
    await run(page, expected.language === 'en' ? 'gouji: Your First Report' : 'gouji: 第一份报告');
    const started = page.locator('.gettingStartedContainer', { hasText: expected.walkthrough });
    await started.first().waitFor({ timeout: 30_000 });
  });
});
