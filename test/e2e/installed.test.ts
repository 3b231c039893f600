/** The packed extension, installed in a workbench and used with mouse and keyboard alone. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { VIEW } from './stand-in/browser.ts';
import { type InstalledWorkbench, run, startInstalled } from './stand-in/installed-workbench.ts';

/** Set to a folder, it is given a picture of each state (`npm run pictures`). */
const pictures = process.env.GOUJI_PICTURES;

const wrong = `报告：部门决算
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

# 第三部分 2023年度部门决算情况说明

## 三、支出决算情况说明

2023年度支出合计120.50万元，其中：基本支出98.20万元，占81.49%；项目支出22.30万元，占18.51%。
`;

const settings = { 'gouji.language': 'zh' };

let workbench: InstalledWorkbench | undefined;
let file = '';

beforeAll(async () => {
  workbench = await startInstalled({ settings, name: '决算.gouji', text: wrong });
  file = workbench.file;
});

afterAll(() => workbench?.stop());

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(await shown(), `failed: ${task.name}`);
});

async function shown(): Promise<Page> {
  if (workbench === undefined) throw new Error('there is no workbench');
  return workbench.page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(resolve(pictures), { recursive: true });
  await page.screenshot({ path: join(resolve(pictures), `${name}.png`) });
}

describe('the packed extension', () => {
  it('draws a line under the wrong figure, and says what it should be where the mouse rests', async () => {
    const page = await shown();
    const line = page.locator('.squiggly-error').first();
    await line.waitFor({ timeout: 60_000 });
    // The drawn line itself lies below what the mouse can touch.
    const box = await line.boundingBox();
    if (box === null) throw new Error('the line under the figure is not shown');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const hover = page.locator('.monaco-hover:visible', { hasText: '98.20' }).first();
    await hover.waitFor({ timeout: 30_000 });
    expect(await hover.innerText()).toContain('89.20');
    await picture(page, 'hover');
  });

  it('shows errors and coverage in the status bar', async () => {
    const page = await shown();
    const item = page.locator('.statusbar-item[id*="gouji"]').first();
    await item.waitFor({ timeout: 30_000 });
    expect(await item.innerText()).toMatch(/1.*100\s?%/);
  });

  it('repairs the figure by keyboard', async () => {
    const page = await shown();
    // Away from the figure, so that no hover lies over the text.
    await page.mouse.move(VIEW.width - 200, VIEW.height - 100);
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+F8');
    await page.locator('.marker-widget').first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await page.locator('.marker-widget').first().waitFor({ state: 'detached', timeout: 30_000 });
    const menu = page.locator('.action-widget').first();
    // While the peek at the finding is still closing, the key goes nowhere.
    for (let tries = 0; tries < 5 && !(await menu.isVisible()); tries++) {
      await page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await menu.getByText('98.20').first().waitFor({ timeout: 30_000 });
    await picture(page, 'quick-fix');
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').waitFor({ state: 'detached', timeout: 30_000 });
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => readFileSync(file, 'utf8'), { timeout: 30_000 })
      .toBe(wrong.replace('89.20', '98.20'));
  });

  it('counts above the table what holds now', async () => {
    const page = await shown();
    const lens = page.locator('.codelens-decoration', { hasText: '条勾稽' }).first();
    await expect.poll(() => lens.innerText(), { timeout: 15_000 }).not.toContain('不符');
  });

  it('pastes cells of a spreadsheet as rows in line with those of the table', async () => {
    const page = await shown();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    const below = wrong.split('\n').findIndex((line) => line.startsWith('| 2070109')) + 1;
    for (let line = 0; line < below; line++) await page.keyboard.press('ArrowDown');
    await page.evaluate(async () => {
      const row = (cells: readonly string[]) =>
        `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      const head = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];
      const cells = ['208', '社会保障和就业支出', '1,020.20', '1,020.20', ''];
      const data = {
        'text/html': `<table>${row(head)}${row(cells)}</table>`,
        'text/plain': `${head.join('\t')}\n${cells.join('\t')}\n`,
      };
      const parts = Object.entries(data).map(([type, text]) => [type, new Blob([text], { type })]);
      const { ClipboardItem, navigator } = globalThis as unknown as Clipboards;
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    });
    await page.keyboard.press('Control+v');
    await page.locator('.view-line', { hasText: '1,020.20' }).first().waitFor({ timeout: 30_000 });
    await picture(page, 'pasted');
    await page.keyboard.press('Control+s');
    await expect
      .poll(
        () =>
          readFileSync(file, 'utf8')
            .split('\n')
            .slice(below - 1, below + 1),
        {
          timeout: 30_000,
        },
      )
      .toEqual([
        '| 2070109  | 群众文化               |       120.50 |    98.20 |    22.30 |',
        '| 208      | 社会保障和就业支出     |     1,020.20 | 1,020.20 |          |',
      ]);
  });

  it('lists the figures of the report with their verdicts', async () => {
    const page = await shown();
    await run(page, 'Focus on Figures');
    const tree = page.locator('.monaco-list-row', { hasText: '公开03表' }).first();
    await tree.waitFor({ timeout: 30_000 });
    await picture(page, 'figures');
  });

  it('opens the walkthrough of the first report', async () => {
    const page = await shown();
    await run(page, 'gouji: Your First Report');
    await page.locator('.gettingStartedContainer').first().waitFor({ timeout: 30_000 });
    await picture(page, 'walkthrough');
  });
});

/** As much of a browser as puts something on its clipboard. */
interface Clipboards {
  readonly navigator: { readonly clipboard: { write(items: readonly object[]): Promise<void> } };
  readonly ClipboardItem: new (data: Readonly<Record<string, Blob>>) => object;
}
