/** `issue text`: stories as files, and what stands in its way. */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { realNewspaper, run } from './run.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newspaper(): string {
  const folder = realNewspaper();
  folders.push(folder);
  return folder;
}

const texts = (folder: string): string => join(folder, 'out/1/text');

describe('issue text', () => {
  it('writes each story', async () => {
    const folder = newspaper();
    const { status, out, err } = await run(folder, 'text 1');
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe('Issue 1  11 words in 1 story\nout/1/text/bread.txt  52 bytes\n');
    expect(readFileSync(join(texts(folder), 'bread.txt'), 'utf8')).toBe(
      'What a loaf costs\n\nBread is dear, and water is not.\n',
    );
  });

  it('takes away the files of stories that are no more', async () => {
    const folder = newspaper();
    await run(folder, 'text 1');
    writeFileSync(join(texts(folder), 'old.txt'), 'old');
    writeFileSync(join(texts(folder), 'notes.md'), 'mine');
    await run(folder, 'text 1');
    expect(readdirSync(texts(folder)).sort()).toEqual(['bread.txt', 'notes.md']);
  });

  it('writes nothing where text found no room, unless that is allowed', async () => {
    const folder = newspaper();
    const file = join(folder, 'issues/1/issue.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}pages: 1\n`);
    const story = join(folder, 'issues/1/stories/bread.md');
    writeFileSync(
      story,
      `${readFileSync(story, 'utf8')}${'\nMany words of bread and water. '.repeat(2000)}\n`,
    );
    const { status, err } = await run(folder, 'text 1');
    expect(status).toBe(1);
    expect(err).toContain('“bread” is overset');
    expect(existsSync(texts(folder))).toBe(false);
    expect((await run(folder, 'text 1 --allow-overset')).status).toBe(0);
    expect(readdirSync(texts(folder))).toEqual(['bread.txt']);
  });
});
