/** Every message of the extension as its sources write it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first parameters of `l10n.t` below a folder. A call that does not begin with a text is a fault. */
export function messagesIn(folder: string): readonly string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, name), 'utf8');
    for (const { index } of source.matchAll(/\bl10n\s*\.t\(/g)) {
      const call = /l10n\s*\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/y;
      call.lastIndex = index;
      const literal = call.exec(source)?.[1];
      if (literal === undefined) throw new Error(`${name}: l10n.t of something else than a text`);
      const text = literal.startsWith("'")
        ? `"${literal.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`
        : literal;
      found.add(JSON.parse(text));
    }
  }
  return [...found].sort();
}
