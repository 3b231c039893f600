import { FileType, Uri, workspace } from 'vscode';

/** A file in the first folder of the workspace, written anew. */
export async function write(name: string, text: string): Promise<Uri> {
  const uri = fileAt(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export function fileAt(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('the tests need a folder');
  return Uri.joinPath(folder.uri, name);
}

export async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

export async function isFile(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.File;
  } catch {
    return false;
  }
}

/** Sets settings of the user for the time of `run`, then takes them back. */
export async function withSettings(
  settings: Readonly<Record<string, unknown>>,
  run: () => Promise<void>,
): Promise<void> {
  const set = async (values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) {
      await workspace.getConfiguration().update(name, value, true);
    }
  };
  const before = Object.fromEntries(
    Object.keys(settings).map((name) => [
      name,
      workspace.getConfiguration().inspect(name)?.globalValue,
    ]),
  );
  await set(settings);
  try {
    await run();
  } finally {
    await set(before);
  }
}

/** Extensions run in the browser, where nothing of the machine can be reached. */
export const isWeb = typeof process === 'undefined' || process.platform === undefined;
