/**
 * Runs as a process of its own: reads and checks every report of a folder, one after the other, and prints what it took.
 * `scan` reads and decodes them and looks at each character once: the least that any checker must do.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/analysis.ts';
import { expectShortLives } from '../../server/project/short-lives.ts';

expectShortLives();
const [what = 'check', folder = '.', most = '1000000'] = process.argv.slice(2);

let size = 0;
let findings = 0;
let marks = 0;
const begun = process.cpuUsage();
for (const name of readdirSync(folder).sort().slice(0, Number(most))) {
  const text = readFileSync(join(folder, name), 'utf8');
  size += Buffer.byteLength(text);
  if (what === 'scan') marks += scan(text);
  else {
    const analysis = analyse({ text });
    findings += analysis.findings.length;
    findings += analysis.coverage === undefined ? 1 : 0;
  }
}
const { user, system } = process.cpuUsage(begun);
console.log(
  JSON.stringify({
    size,
    findings,
    marks,
    milliseconds: (user + system) / 1000,
    resident: process.resourceUsage().maxRSS * 1024,
  }),
);

/** Counts line ends, cell borders and digits. */
function scan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x7c || code === 0x09) count++;
    else if (code >= 0x30 && code <= 0x39) count += 2;
  }
  return count;
}
