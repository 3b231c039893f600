/**
 * The machine under a server that runs in a Web Worker. It has no file system: the other reports of the workspace are
 * those that are open in the editor, and no configuration file applies.
 */
import type { Configuration } from '../project/configuration.ts';
import { rules } from '../rules/catalogue.ts';
import { settingsOf } from '../rules/settings.ts';
import type { Host } from './host.ts';

/** Paths are the readable form of the URIs themselves, so that the reports that are open can name each other. */
export function createWorkerHost(): Host {
  const configuration: Configuration = {
    file: undefined,
    settings: settingsOf(rules),
    profile: undefined,
    subjectFiles: [],
    subjects: undefined,
    problems: [],
    notes: [],
  };
  return {
    readsFiles: false,
    pathOf: (uri) => (/^untitled:/i.test(uri) ? undefined : readable(uri)),
    uriOf: (path) => encodeURI(path),
    pathIn: (folder, name) => `${folder}/${name}`,
    beside,
    configurationOf: async () => configuration,
    forgetConfigurations: () => {},
    reportsBelow: async () => [],
    read: () => undefined,
    readHead: () => undefined,
    exists: () => false,
    stamp: () => undefined,
    written,
    shown: (path, folders) => {
      const folder = folders.find((one) => path.startsWith(withSlash(one)));
      return folder === undefined ? path : path.slice(withSlash(folder).length);
    },
    nextTurn,
    // A worker cannot ask for a collection.
    rest: () => {},
    now: () => performance.now(),
  };
}

function readable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // No escapes, but a name with a percent sign.
    return uri;
  }
}

/** Where the path of a URI begins: behind the scheme and what names the machine. */
const ORIGIN = /^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i;

function beside(path: string, written: string): string {
  const plain = written.replaceAll('\\', '/');
  if (ORIGIN.test(plain)) return plain;
  const origin = ORIGIN.exec(path)?.[0] ?? '';
  const own = path.slice(origin.length).split('/').slice(0, -1);
  const steps = plain.startsWith('/') ? [''] : own;
  for (const step of plain.split('/')) {
    if (step === '..') {
      if (steps.length > 1) steps.pop();
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return origin + steps.join('/');
}

function written(from: string, to: string): string {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < own.length && same < other.length - 1 && own[same] === other[same]) same++;
  return [...own.slice(same).map(() => '..'), ...other.slice(same)].join('/');
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** Timers of a browser wait for four milliseconds when they are nested; messages do not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
