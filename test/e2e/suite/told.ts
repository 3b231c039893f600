/** How the tests inside VS Code tell the test run outside what came of them: one line for each. */
export interface Told {
  readonly title: string;
  readonly fault: string | undefined;
}

const mark = 'gouji-test ';

export function tell(told: Told): void {
  console.log(mark + JSON.stringify(told));
}

/** The tests among the lines that a run printed. */
export function toldIn(output: string): readonly Told[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith(mark))
    .map((line) => JSON.parse(line.slice(mark.length)) as Told);
}
