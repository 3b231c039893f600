/** `npm run bench`: the speed of a check, as ratios to peers measured in the same run. See docs/performance.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analyse } from '../../server/analysis.ts';
import { expectShortLives } from '../../server/project/short-lives.ts';
import { explanationTime, withMistakes } from './explanations.ts';
import { alternate, runNode } from './processes.ts';
import { bytes, reportsOfSize, reportWithItems } from './reports.ts';
import { publishedReports, type StageName, stageNames, stageTimes } from './stages.ts';

const SIZE = 70_000;
const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'dist/gouji.js');
const folderProgram = join(import.meta.dirname, 'folder.ts');
const quick = process.argv.includes('--quick');

expectShortLives();
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
try {
  const texts = reportsOfSize(SIZE, quick ? 100 : 1000);
  texts.forEach((text, index) => {
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.gouji`), text);
  });
  start(join(folder, '0000.gouji'));
  throughput();
  stages(texts);
  explanations(texts.slice(0, 10));
  growth();
} finally {
  rmSync(folder, { recursive: true });
}

function line(name: string, value: string, goal = ''): void {
  console.log(`  ${name.padEnd(56)} ${value.padStart(14)}  ${goal}`);
}

function start(file: string): void {
  const batch = quick ? 3 : 8;
  const taken = alternate(quick ? 3 : 7, {
    empty: () => runNode(['-e', '0'], batch).processor,
    version: () => runNode([command, '--version'], batch).processor,
    lint: () => runNode([command, 'lint', '--no-config', file], batch).processor,
  });
  console.log('start: gouji lint of one report of 70 KB, processor time');
  line('node -e 0', `${taken.empty.toFixed(1)} ms`);
  line('gouji --version', ratio(taken.version, taken.empty));
  line('gouji lint', ratio(taken.lint, taken.empty), 'goal: at most 3 ×');
}

interface Run {
  readonly size: number;
  readonly milliseconds: number;
  readonly resident: number;
}

function runFolder(what: 'scan' | 'check', most = 1_000_000): Run {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [folderProgram, what, folder, String(most)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Run;
}

function speed({ size, milliseconds }: Run): number {
  return size / 1e6 / (milliseconds / 1000);
}

function throughput(): void {
  let resident = 0;
  const taken = alternate(quick ? 1 : 3, {
    scan: () => speed(runFolder('scan')),
    check: () => {
      const run = runFolder('check');
      resident = Math.max(resident, run.resident);
      return speed(run);
    },
  });
  console.log(`\nthroughput: ${quick ? 100 : 1000} reports of 70 KB, one thread, processor time`);
  line('read, decode, look at each character', `${taken.scan.toFixed(0)} MB/s`);
  line('read, decode, check', `${taken.check.toFixed(1)} MB/s`, 'goal: at least 25 MB/s');
  line('the scan is faster by', ratio(taken.scan, taken.check));
  line('most memory resident', `${(resident / 1e6).toFixed(0)} MB`, 'goal: at most 200 MB');
}

function stages(texts: readonly string[]): void {
  const rounds = quick ? 40 : 150;
  const generated = texts.slice(0, 10).map((text) => ({ text, published: false }));
  showStages('generated reports', stageTimes(generated, SIZE, rounds));
  const published = publishedReports();
  if (published.length > 0) {
    showStages('published reports (GOUJI_CORPUS)', stageTimes(published, SIZE, rounds));
  }
}

function showStages(of: string, times: Readonly<Record<StageName, number>>): void {
  const show = (...names: readonly StageName[]): string => {
    const sum = names.reduce((total, name) => total + times[name], 0);
    return `${sum.toFixed(2)} ms`;
  };
  console.log(`\nstages: 70 KB of ${of}, warm, undisturbed`);
  line('parse', show('parse'), 'goal: 1.0 ms');
  line('model', show('model'));
  line('reconcile', show('reconcile'), 'goal: 0.3 ms');
  line('rules', show('rules'));
  line('model and table checks together', show('model', 'reconcile', 'rules'), 'goal: 0.8 ms');
  line('narrative read', show('narrative'));
  line('its claims judged', show('claims judged'));
  line('claims together', show('narrative', 'claims judged'), 'goal: 1.5 ms');
  line('coverage', show('coverage'));
  line('all', show(...stageNames), 'goal: 2.8 ms');
}

function explanations(texts: readonly string[]): void {
  const rounds = quick ? 10 : 40;
  const show = (count: number): string => {
    const wrong = texts.map((text, seed) => withMistakes(text, count, seed));
    return `${explanationTime(wrong, rounds).toFixed(2)} ms`;
  };
  console.log(
    '\nclaims judged and what is broken explained, 70 KB of generated reports, warm, undisturbed',
  );
  line('no mistake', show(0));
  line('one wrong amount', show(1), 'goal: 2 ms');
  line('twenty', show(20), 'goal: 30 ms');
}

/** Milliseconds that one run takes. */
function processorTime(run: () => unknown, times: number): number {
  const begun = process.cpuUsage();
  const count = Math.round(times);
  for (let round = 0; round < count; round++) run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / count;
}

function growth(): void {
  const small = reportWithItems(80);
  const large = reportWithItems(800);
  const times = bytes(large) / bytes(small);
  const repeated = quick ? 3 : 10;
  // Processor time: a long report keeps the collector's own threads busier.
  const each = alternate(quick ? 3 : 9, {
    small: () => processorTime(() => analyse({ text: small }).findings, repeated * times),
    large: () => processorTime(() => analyse({ text: large }).findings, repeated),
  });
  const few = quick ? 10 : 100;
  const perByte = alternate(quick ? 1 : 3, {
    few: () => 1 / speed(runFolder('check', few)),
    many: () => 1 / speed(runFolder('check', few * 10)),
  });
  console.log('\ngrowth: time per byte where there is more');
  line(
    `one report, ${times.toFixed(1)} × as long`,
    `${(each.large / each.small / times).toFixed(2)} × linear`,
    'goal: at most 1.15',
  );
  line(
    `a folder of ${few * 10} reports instead of ${few}`,
    `${(perByte.many / perByte.few).toFixed(2)} × linear`,
    'goal: at most 1.15',
  );
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)} ×`;
}
