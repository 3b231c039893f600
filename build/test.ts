import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Vitest's JSON report that is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const root = resolve(import.meta.dirname, '..');

// Packages are started by their own file rather than by name, so that this Node runs them all.
const steps: readonly Step[] = [
  { name: 'generated files', command: ['build/generate.ts', '--check'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  {
    name: 'lint and format',
    command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  },
  { name: 'bundle', command: ['build/bundle.ts'] },
];

const outcomes: (readonly [string, Counts])[] = steps.map(({ name, command }) => {
  const succeeded = run(name, command);
  return [name, { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }];
});
const filters = process.argv.slice(2);
// Whoever asks for some of the tests may ask for none of one of the two runs.
const some = filters.length > 0 ? ['--passWithNoTests'] : [];
outcomes.push(['tests', runTests('tests', [...some, ...filters])]);
const workbench = ['--config', 'test/e2e/vitest.config.ts', ...some, ...filters];
outcomes.push(['tests in a workbench', runTests('tests in a workbench', workbench)]);

console.log('\nSummary');
for (const [name, { passed, failed, skipped }] of outcomes) {
  const also = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`  ${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed${also}`);
}
const total = (key: keyof Counts): number =>
  outcomes.reduce((sum, [, counts]) => sum + counts[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;

function run(name: string, command: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  return status === 0;
}

function runTests(name: string, words: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
  try {
    const file = join(folder, 'report.json');
    const succeeded = run(name, [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...words,
    ]);
    return count(file, succeeded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(file: string, succeeded: boolean): Counts {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that cannot be loaded fails without failing any test.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    // Errors outside of every test make Vitest fail though no test did.
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
