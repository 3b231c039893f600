/**
 * The machine under a server that runs in a Web Worker. It has no file system: unless the editor gives the server its
 * files (`editor-host.ts`), the other reports are those that are open, and no configuration file applies.
 */
import type { Configuration } from '../project/configuration.ts';
import { rules } from '../rules/catalogue.ts';
import { settingsOf } from '../rules/settings.ts';
import type { Host } from './host.ts';
import {
  besideUri,
  insideFolder,
  shownUriPath,
  uriOfPath,
  uriPath,
  wayBetween,
} from './uri-paths.ts';

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
    isDistant: () => false,
    isCertain: () => false,
    pathOf: uriPath,
    uriOf: uriOfPath,
    pathIn: insideFolder,
    beside: besideUri,
    configurationOf: async () => configuration,
    forgetConfigurations: () => {},
    fetchAgain: async () => [],
    reportsBelow: async () => [],
    read: () => undefined,
    readHead: () => undefined,
    exists: () => false,
    stamp: () => undefined,
    written: wayBetween,
    shown: shownUriPath,
    nextTurn,
    // A worker cannot ask for a collection.
    rest: () => {},
    now: () => performance.now(),
  };
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
