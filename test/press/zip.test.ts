/** ZIP archives, as unzip reads them. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { zip } from '../../src/press/zip.js';
import { installed } from '../pdf/inspect.js';

const FILES = new Map<string, Uint8Array>([
  ['digits.txt', Buffer.from('123456789')],
  ['empty', new Uint8Array()],
  ['ورق.bin', Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 251)],
]);

function saved(archive: Uint8Array): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'issue-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.zip');
  writeFileSync(file, archive);
  return { folder, file };
}

it('begins with a local header, ends with a directory that leads to it', () => {
  const bytes = Buffer.from(zip(FILES, '2022-03-01'));
  expect(bytes.toString('latin1', 0, 4)).toBe('PK\x03\x04');
  const end = bytes.length - 22;
  expect(bytes.toString('latin1', end, end + 4)).toBe('PK\x05\x06');
  expect(bytes.readUInt16LE(end + 10)).toBe(3);
  const directory = bytes.readUInt32LE(end + 16);
  expect(bytes.toString('latin1', directory, directory + 4)).toBe('PK\x01\x02');
  expect(directory + bytes.readUInt32LE(end + 12)).toBe(end);
});

it('holds the checksum that everybody has for the nine digits', () => {
  expect(Buffer.from(zip(FILES, '2022-03-01')).readUInt32LE(14).toString(16)).toBe('cbf43926');
});

it('is the same bytes for the same files and date, other ones for another date', () => {
  expect(Buffer.compare(zip(FILES, '2022-03-01'), zip(FILES, '2022-03-01'))).toBe(0);
  expect(Buffer.compare(zip(FILES, '2022-03-01'), zip(FILES, '2022-03-02'))).not.toBe(0);
});

it.skipIf(!installed('unzip'))('is whole and unpacks to the same files', () => {
  const { folder, file } = saved(zip(FILES, '2022-03-01'));
  expect(execFileSync('unzip', ['-tq', file]).toString()).toContain('No errors detected');
  execFileSync('unzip', ['-q', file, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  expect(readFileSync(join(folder, 'digits.txt'), 'utf8')).toBe('123456789');
  expect(statSync(join(folder, 'empty')).size).toBe(0);
  expect(statSync(join(folder, 'digits.txt')).mode & 0o777).toBe(0o644);
  expect(readFileSync(join(folder, 'ورق.bin')).equals(FILES.get('ورق.bin')!)).toBe(true);
});

it.skipIf(!installed('unzip')).each([
  ['2022-03-01', '2022-03-01'],
  ['2039-12-31', '2039-12-31'],
  ['1975-05-05', '1980-01-01'],
])('of an issue of %s is dated %s', (date, shown) => {
  const { file } = saved(zip(FILES, date));
  const lines = execFileSync('unzip', ['-v', file]).toString();
  expect(lines.match(new RegExp(shown, 'g'))).toHaveLength(3);
});
