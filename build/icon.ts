/**
 * The extension's icon: two columns that tie out, a bar in each for every row, and a tick. The shapes are drawn here
 * once and written as SVG for people and as PNG for the marketplace, which takes no SVG.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

interface Shape {
  readonly colour: readonly [number, number, number];
  /** Corners in order; sides are straight. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** Radius by which every corner is rounded, for shapes whose sides run along the axes. */
  readonly radius: number;
}

const SIZE = 256;
/** Each pixel is the mean of so many points by so many. */
const SAMPLES = 4;

const rectangle = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  colour: Shape['colour'],
): Shape => ({
  colour,
  radius,
  corners: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
});

const sea = [11, 61, 92] as const;
const paper = [247, 244, 236] as const;
const seal = [196, 57, 43] as const;

const shapes: readonly Shape[] = [
  rectangle(0, 0, SIZE, SIZE, 44, sea),
  ...[56, 96, 136].flatMap((y, row) => [
    rectangle(44, y, [84, 60, 72][row] ?? 0, 18, 9, paper),
    rectangle(212 - ([56, 80, 68][row] ?? 0), y, [56, 80, 68][row] ?? 0, 18, 9, paper),
  ]),
  rectangle(44, 172, 72, 8, 4, paper),
  // The tick where the sums meet.
  {
    colour: seal,
    radius: 0,
    corners: [
      [116, 196],
      [133, 180],
      [155, 202],
      [204, 148],
      [222, 164],
      [156, 236],
    ],
  },
];

function inside({ corners, radius }: Shape, x: number, y: number): boolean {
  if (radius > 0) {
    const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = corners;
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  }
  let odd = false;
  for (const [at, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[(at + 1) % corners.length] ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

function svg(): string {
  const drawn = shapes.map(({ colour, corners, radius }) => {
    const fill = `fill="rgb(${colour.join(' ')})"`;
    if (radius === 0) return `<polygon points="${corners.join(' ')}" ${fill}/>`;
    const [[x, y] = [0, 0], , [right, bottom] = [0, 0]] = corners;
    return `<rect x="${x}" y="${y}" width="${right - x}" height="${bottom - y}" rx="${radius}" ${fill}/>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">`;
  const lines = ['<title>gouji</title>', ...drawn].map((line) => `  ${line}`);
  return `${[head, ...lines, '</svg>'].join('\n')}\n`;
}

function pixels(): Buffer {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  const points = SAMPLES * SAMPLES;
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const sum = [0, 0, 0, 0];
      for (let point = 0; point < points; point++) {
        const px = x + ((point % SAMPLES) + 0.5) / SAMPLES;
        const py = y + (Math.floor(point / SAMPLES) + 0.5) / SAMPLES;
        const top = shapes.findLast((shape) => inside(shape, px, py));
        if (top === undefined) continue;
        for (const [at, value] of top.colour.entries()) sum[at] = (sum[at] ?? 0) + value;
        sum[3] = (sum[3] ?? 0) + 1;
      }
      const count = sum[3] ?? 0;
      const at = y * (1 + SIZE * 4) + 1 + x * 4;
      for (const channel of [0, 1, 2]) {
        rows[at + channel] = count === 0 ? 0 : Math.round((sum[channel] ?? 0) / count);
      }
      rows[at + 3] = Math.round((count * 255) / points);
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIZE, 0);
  head.writeUInt32BE(SIZE, 4);
  // Eight bits for each of red, green, blue and opacity.
  head.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels(), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const media = resolve(import.meta.dirname, '../media');
writeFileSync(join(media, 'icon.svg'), svg());
writeFileSync(join(media, 'icon.png'), png());
