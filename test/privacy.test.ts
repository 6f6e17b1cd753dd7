/** What pictures and machines tell of people, looked for in everything that is written. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { buildIssue } from '../src/build.js';
import { packageIssue } from '../src/package.js';
import { photograph } from './support/generated/pictures.js';
import { projectOf, story } from './support/issue.js';

const OPTIONS = {
  write: true,
  allowOverset: false,
  grid: true,
  pictures: true,
  phone: true,
  clock: () => 0,
  progress: () => {},
};
/** Told by the pictures, each in another way. */
const NAMES = [
  'Hidden Person',
  'Secret Camera',
  'Quiet Street',
  'Silent History',
  'Drawn By Nobody',
  'Note To Self',
];

/** A PNG chunk of text (RFC 2083, 4.2.3) put before the first IDAT; readers do not look at its checksum. */
function withText(png: Buffer, text: string): Buffer {
  const at = png.indexOf('IDAT') - 4;
  const body = Buffer.from(`tEXtAuthor\0${text}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at)]);
}

async function pictures(): Promise<Record<string, string | Uint8Array>> {
  const plain = Buffer.from(await photograph({ seed: 3, wide: true }));
  const told = await sharp(plain)
    .withExif({
      IFD0: { Artist: NAMES[0]!, Model: NAMES[1]! },
      IFD2: { UserComment: NAMES[2]! },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><history>${NAMES[3]}</history></x:xmpmeta>`)
    .toBuffer();
  // The test would be empty if the pictures did not tell it.
  for (const name of [NAMES[0]!, NAMES[1]!, NAMES[3]!]) expect(told.includes(name)).toBe(true);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><!-- ${NAMES[4]} --><metadata>${NAMES[4]}</metadata><rect width="200" height="100" fill="#888888"/></svg>`;
  const png = withText(await sharp(plain).resize(900).png().toBuffer(), NAMES[5]!);
  return { 'a.jpg': told, 'b.svg': drawing, 'c.png': png };
}

/** The bytes of a file, and what its deflated streams hold. */
function layersOf(bytes: Buffer): Buffer[] {
  const found = [bytes];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      found.push(inflateSync(bytes.subarray(at + 7)));
    } catch {
      // Pictures are no deflated streams: their bytes are looked at as they are.
    }
  }
  return found;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

it('no output tells who took a picture, where, with what, or on which machine it was made', async () => {
  const head = `pictures:
  - { file: a.jpg, columns: 2, caption: Seen., credit: Us., alt: A thing. }
  - { file: b.svg, columns: 1, caption: Drawn., credit: Us., alt: A thing. }
  - { file: c.png, columns: 1, caption: Kept., credit: Us., alt: A thing. }
`;
  const project = projectOf({
    stories: { a: story('en', 900, 1, head) },
    issue: 'pages: 4\n',
    pictures: await pictures(),
  });
  const { problems } = await buildIssue(project, '5', OPTIONS);
  await packageIssue(project, '5', { allowOverset: false, clock: () => 0, progress: () => {} });
  expect(problems.hasErrors).toBe(false);
  const files = filesUnder(project.path('out/5'));
  expect(files.filter(file => /pages.[^/\\]*-0[1-4]\.jpg$/.test(file))).toHaveLength(4);
  expect(files.filter(file => file.endsWith('-phone.pdf'))).toHaveLength(1);
  const kinds = new Set(files.map(file => file.slice(file.lastIndexOf('.'))));
  expect([...kinds].sort()).toEqual(['.jpg', '.json', '.pdf', '.zip']);
  const told = [
    ...NAMES,
    'GPSLatitude',
    'Exif\0',
    'xmpmeta xmlns:x="adobe:ns:meta/"><history',
    project.root,
    hostname(),
  ];
  const found = files.flatMap(file =>
    layersOf(readFileSync(file)).flatMap(layer =>
      told.filter(name => name.length > 4 && layer.includes(name)).map(name => `${file}: ${name}`),
    ),
  );
  expect(found).toEqual([]);
}, 60_000);
