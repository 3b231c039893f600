import { posix } from 'node:path';
import { type Room, rooms, roomsBelow } from './rooms.ts';

const declarations = '.types';

/** The generated project files: one `tsconfig.json` per room, the root one, Biome's restrictions. */
export function references(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  files.set('tsconfig.json', json({ files: [], references: rooms.map(({ path }) => ({ path })) }));
  for (const room of rooms) files.set(`${room.path}/tsconfig.json`, json(project(room)));
  files.set('biome.directions.json', json({ overrides: rooms.flatMap(restriction) }));
  return files;
}

function project(room: Room): object {
  const up = posix.relative(room.path, '.');
  return {
    extends: `${up}/tsconfig.base.json`,
    compilerOptions: {
      rootDir: up,
      outDir: `${up}/${declarations}`,
      tsBuildInfoFile: `${up}/${declarations}/${room.path.replaceAll('/', '-')}.tsbuildinfo`,
      types: room.node ? ['node'] : [],
    },
    include: room.files ? ['*.ts'] : ['**/*.ts'],
    // TypeScript follows references one step only, so the rooms further down are named as well.
    references: roomsBelow(room).map(({ path }) => ({ path: posix.relative(room.path, path) })),
  };
}

function restriction(room: Room): readonly object[] {
  const patterns: object[] = [];
  if (room.packages !== 'any') {
    patterns.push({
      group: [
        '**',
        ...['./**', '../**', ...(room.node ? ['node:*', 'node:*/**'] : [])].map(allowed),
        ...room.packages.flatMap((name) => [name, `${name}/**`]).map(allowed),
      ],
      message: `${room.path} may not import this package; build/rooms.ts lists those it may.`,
    });
  }
  const below = new Set(roomsBelow(room));
  const closed = rooms.filter((other) => other !== room && !below.has(other));
  const group = [
    ...closed.flatMap((other) => pathsInto(other, room)),
    ...Object.entries(room.doors ?? {}).flatMap(([path, doors]) => [
      `../**/${posix.basename(path)}/**`,
      ...doors.map((file) => allowed(`../**/${posix.basename(path)}/${file}`)),
    ]),
  ];
  if (group.length > 0) {
    patterns.push({
      group,
      message: `${room.path} may not import this room: imports run downwards only (build/rooms.ts).`,
    });
  }
  if (patterns.length === 0) return [];
  const options = { level: 'error', options: { patterns } };
  return [
    {
      includes: [room.files ? `${room.path}/*.ts` : `${room.path}/**`],
      linter: { rules: { style: { noRestrictedImports: options } } },
    },
  ];
}

// Import specifiers are matched as written, so a room is known by the name of its folder after `../`.
function pathsInto(room: Room, from: Room): readonly string[] {
  if (room.files) return room.files.map((file) => `../**/${file}`);
  const name = posix.basename(room.path);
  // Only a room that is the files of a folder has other rooms for its sub-folders.
  return from.files ? [`../**/${name}/**`, `./${name}/**`] : [`../**/${name}/**`];
}

const allowed = (pattern: string): string => `!${pattern}`;

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
