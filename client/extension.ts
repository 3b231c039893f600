/** The extension, the same on the desktop and in a browser. */
import { commands, type ExtensionContext, tasks, type Uri, window, workspace } from 'vscode';
import type { NewReportParams } from '../server/lsp/protocol.ts';
import { importFile } from './commands/import-file.ts';
import { WorkspaceLint } from './commands/lint-workspace.ts';
import { newReport } from './commands/new-report.ts';
import { openRule } from './commands/open-rule.ts';
import { ConfigurationPage } from './commands/show-configuration.ts';
import type { FactsTree } from './facts/tree.ts';
import { FactsView } from './facts/view.ts';
import { TablePaste } from './paste.ts';
import type { Platform } from './platform.ts';
import { Reports } from './reports.ts';
import { reasonIn, Server, schemes } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { keepTabs } from './tabs.ts';
import { LintTasks, TASK_TYPE } from './tasks.ts';
import { Walkthrough } from './walkthrough.ts';

/** What the extension shows where no API of VS Code tells. */
export interface Api {
  readonly facts: FactsTree;
  readonly status: { readonly text: string; readonly tooltip: string };
}

let server: Server | undefined;

export async function start(context: ExtensionContext, platform: Platform): Promise<Api> {
  const output = window.createOutputChannel('gouji', { log: true });
  const running = new Server(context.extensionUri, platform, output);
  server = running;
  const reports = new Reports(running);
  const status = new StatusBar(running, reports);
  const facts = new FactsView(running, reports);
  const configuration = new ConfigurationPage(running, reports);
  const lint = new WorkspaceLint(running);
  const walkthrough = new Walkthrough(running, reports);
  context.subscriptions.push(
    ...[output, running, reports, status, facts, configuration, lint, walkthrough],
    new TablePaste(running),
    keepTabs(),
  );

  const register = (name: string, run: (...given: never[]) => unknown): void => {
    const told = async (...given: never[]): Promise<unknown> => {
      try {
        return await run(...given);
      } catch (fault) {
        output.error(reasonIn(fault));
        void window.showErrorMessage(reasonIn(fault));
        return undefined;
      }
    };
    context.subscriptions.push(commands.registerCommand(name, told));
  };
  register('gouji.newReport', (given?: Partial<NewReportParams>) => newReport(running, given));
  register('gouji.importFile', (given?: Uri) => importFile(running, given));
  register('gouji.lintWorkspace', () => lint.run());
  register('gouji.showConfiguration', () => configuration.show());
  register('gouji.openRule', (given?: string) => openRule(running, given));
  register('gouji.restartServer', () => running.restart());
  register('gouji.showOutput', () => output.show());

  if (platform.node !== undefined) {
    const provider = new LintTasks(context.extensionUri, platform.node);
    context.subscriptions.push(tasks.registerTaskProvider(TASK_TYPE, provider));
  }
  followFolders(context, running);
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      // What server and client agreed on holds until the server ends.
      if (change.affectsConfiguration('gouji.checkWorkspace')) void running.restart();
    }),
  );
  await running.start();
  return { facts: facts.tree, status };
}

export async function stop(): Promise<void> {
  await server?.end();
  server = undefined;
}

/** Folders of another kind hold reports that the server was not told to care for. */
function followFolders(context: ExtensionContext, running: Server): void {
  let known = schemes().join();
  context.subscriptions.push(
    workspace.onDidChangeWorkspaceFolders(() => {
      const now = schemes().join();
      if (now === known) return;
      known = now;
      void running.restart();
    }),
  );
}
