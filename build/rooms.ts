export interface Room {
  readonly path: string;
  /** The room is these files directly in its folder; the sub-folders are rooms of their own. */
  readonly files?: readonly string[];
  /** The rooms directly below; what those stand on may be imported too. */
  readonly standsOn: readonly string[];
  /** The only files of a room below that may be imported, where not all of them may. */
  readonly doors?: Readonly<Record<string, readonly string[]>>;
  /** Without it, a room compiles without Node's types: files, clocks and processes stay out. */
  readonly node?: true;
  readonly packages: readonly string[] | 'any';
}

/**
 * The one truth about import directions: every `tsconfig.json` and Biome's import restrictions are
 * generated from this table (`npm run generate`).
 */
export const rooms: readonly Room[] = [
  { path: 'grammar', standsOn: [], packages: ['chevrotain'] },
  { path: 'server/report', standsOn: ['grammar'], packages: ['decimal.js'] },
  { path: 'server/forms', standsOn: ['server/report'], packages: [] },
  { path: 'server/subjects', standsOn: ['server/report'], packages: ['fastest-levenshtein'] },
  {
    path: 'server/claims',
    standsOn: ['server/forms', 'server/subjects'],
    packages: ['fastest-levenshtein'],
  },
  { path: 'server/reconcile', standsOn: ['server/claims'], packages: ['decimal.js'] },
  {
    path: 'server/rules',
    standsOn: ['server/reconcile'],
    packages: ['decimal.js', 'fastest-levenshtein'],
  },
  { path: 'server/fixes', standsOn: ['server/reconcile'], packages: [] },
  {
    path: 'server',
    files: ['analysis.ts', 'messages.ts', 'version.ts'],
    standsOn: ['server/rules', 'server/fixes'],
    packages: [],
  },
  {
    // Whoever doubts the checker reads this room: of the program it knows how a number is read, and nothing else.
    path: 'server/verify',
    standsOn: ['grammar'],
    doors: { grammar: ['number.ts', 'width.ts'] },
    packages: [],
  },
  { path: 'server/prove', standsOn: ['server', 'server/verify'], packages: [] },
  {
    path: 'server/import',
    standsOn: ['server'],
    node: true,
    packages: ['fastest-levenshtein', 'htmlparser2', 'string-width'],
  },
  { path: 'server/render', standsOn: ['server'], node: true, packages: ['string-width'] },
  {
    path: 'server/project',
    standsOn: ['server'],
    node: true,
    packages: ['ajv', 'fastest-levenshtein', 'tinyglobby', 'write-file-atomic'],
  },
  {
    path: 'server/lsp',
    standsOn: ['server/import', 'server/render', 'server/project'],
    node: true,
    packages: ['string-width', 'vscode-languageserver'],
  },
  {
    path: 'server/cli',
    standsOn: ['server/import', 'server/render', 'server/project', 'server/prove', 'server/lsp'],
    // The command line starts the language server and knows nothing else of it.
    doors: { 'server/lsp': ['stdio.ts'] },
    node: true,
    packages: [
      'ajv',
      'commander',
      'diff',
      'fastest-levenshtein',
      'picocolors',
      'sarif',
      'string-width',
      'tinyglobby',
      'write-file-atomic',
    ],
  },
  {
    path: 'client',
    standsOn: ['server/lsp'],
    doors: { 'server/lsp': ['protocol.ts'] },
    node: true,
    packages: ['vscode', 'vscode-languageclient'],
  },
  { path: 'build', standsOn: ['server/cli'], node: true, packages: 'any' },
  { path: 'test', standsOn: ['build', 'client'], node: true, packages: 'any' },
];

/** Every room that `room` may import, by path, lowest first. */
export function roomsBelow(room: Room): readonly Room[] {
  const below = new Set<string>();
  const visit = (paths: readonly string[]): void => {
    for (const path of paths) {
      const other = rooms.find((candidate) => candidate.path === path);
      if (!other) throw new Error(`build/rooms.ts: ${room.path} stands on unknown room ${path}`);
      if (other === room) throw new Error(`build/rooms.ts: ${room.path} stands on itself`);
      if (below.has(path)) continue;
      below.add(path);
      // What lies behind a door is not reached through it.
      if (!(path in (room.doors ?? {}))) visit(other.standsOn);
    }
  };
  visit(room.standsOn);
  return rooms.filter((other) => below.has(other.path));
}
