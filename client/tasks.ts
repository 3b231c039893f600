/** Tasks that check reports with the command that the extension brings along. */
import {
  env,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskProvider,
  TaskScope,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { Platform } from './platform.ts';

export const TASK_TYPE = 'gouji';

interface LintDefinition extends TaskDefinition {
  readonly type: typeof TASK_TYPE;
  readonly task: 'lint';
  /** Files, folders, globs; default: the whole folder. */
  readonly files?: readonly string[];
  /** More parameters of `gouji lint`. */
  readonly args?: readonly string[];
}

export class LintTasks implements TaskProvider {
  readonly #program: string;
  readonly #node: NonNullable<Platform['node']>;

  constructor(extension: Uri, node: NonNullable<Platform['node']>) {
    this.#program = Uri.joinPath(extension, 'dist', 'lsp', 'command.js').fsPath;
    this.#node = node;
  }

  provideTasks(): Task[] {
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    return folders.map((folder) => this.#task({ type: TASK_TYPE, task: 'lint' }, folder));
  }

  resolveTask({ definition, scope }: Task): Task | undefined {
    if (definition.task !== 'lint') return undefined;
    // The definition must be the very one that was asked about.
    return this.#task(definition as LintDefinition, scope);
  }

  #task(definition: LintDefinition, scope: WorkspaceFolder | TaskScope | undefined): Task {
    const { files = ['.'], args = [] } = definition;
    const language = /^en\b/i.test(env.language) ? 'en' : 'zh';
    const parameters = ['lint', ...files, '--format', 'unix', '--lang', language, ...args];
    const cwd = typeof scope === 'object' ? { cwd: scope.uri.fsPath } : {};
    const execution = new ProcessExecution(this.#node.path, [this.#program, ...parameters], {
      ...cwd,
      env: { ...this.#node.env },
    });
    const task = new Task(
      definition,
      scope ?? TaskScope.Workspace,
      l10n.t('check the reports'),
      TASK_TYPE,
      execution,
      '$gouji',
    );
    task.group = TaskGroup.Test;
    task.detail = l10n.t('Checks all reports of the folder');
    return task;
  }
}
