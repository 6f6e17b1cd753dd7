/** Preflight in a build: what is found stands in the report, an error leaves yesterday's files, and a fault of the written file is named. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { realNewspaper, run } from '../cli/run.js';
import { type Forgery, forged } from './forge.js';

/** What the writer does wrong. */
let slip: Forgery = {};
vi.mock(import('../../src/pdf/write.js'), async original => {
  const write = await original();
  return {
    ...write,
    writePrintPdf: async (...wanted: Parameters<typeof write.writePrintPdf>) =>
      forged(await write.writePrintPdf(...wanted), slip),
  };
});
afterEach(() => {
  slip = {};
});

const STEM = 'out/1/the-truth-of-the-oppressed-1';

function changed(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text === text.replace(from, to)) throw new Error(`nothing to replace: ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe('a fault of the written press PDF', () => {
  it.each([
    ['build 1', `${STEM}-print.pdf`],
    ['package 1', `${STEM}-package.zip`],
    ['impose 1 --sheet A2', `${STEM}-imposed.pdf`],
  ])('stops %s, names the clause, and leaves the old file', async (command, file) => {
    const folder = realNewspaper();
    mkdirSync(join(folder, 'out/1'), { recursive: true });
    writeFileSync(join(folder, file), 'yesterday');
    slip = { syntax: [['/Trapped /False\n', '']] };
    const { status, err } = await run(folder, command);
    expect(status).toBe(1);
    expect(err).toContain(
      'error the written press PDF breaks PDF/X-4, clause 6.9 of ISO 15930-7: it does not say whether it is trapped\n',
    );
    expect(err).toContain(
      'This is a fault of the program, not of the issue; earlier files stay as they were.',
    );
    expect(readFileSync(join(folder, file), 'utf8')).toBe('yesterday');
  });

  it('names the page', async () => {
    slip = { content: [[/\bBT\b/, '1 0 0 rg BT']] };
    const { err } = await run(realNewspaper(), 'build 1');
    expect(err).toContain(
      'error page 1: the written press PDF breaks PDF/X-4, clause 6.4 of ISO 15930-7: the page is painted in DeviceRGB\n',
    );
  });

  it('can be a warning', async () => {
    const folder = realNewspaper();
    changed(folder, 'issues/publication.yaml', '{ empty-page: off }', '{ empty-page: off, pdf-x: warning }');
    slip = { syntax: [['/Trapped /False\n', '']] };
    const { status, err } = await run(folder, 'build 1');
    expect([status, err.includes('warning the written press PDF breaks')]).toEqual([0, true]);
    expect(existsSync(join(folder, `${STEM}-print.pdf`))).toBe(true);
  });
});

describe('findings of a build', () => {
  it('stand in the report with page, story and line, and ink with every page', async () => {
    const folder = realNewspaper();
    changed(folder, 'layouts/tabloid.yaml', /(kicker:\n.*\n {4}Latn: \{ size: )11pt/, '$18pt');
    changed(folder, 'issues/1/stories/bread.md', 'lang: en\n', 'lang: en\nkicker: Bread\n');
    const { status, out } = await run(folder, 'build 1');
    expect(status).toBe(0);
    expect(out).toMatch(
      /\nInk up to \d+ % on 15 × 15 mm \(page 1\) and \d+ % in one place \(page 1\); the press takes 240 %\.\n/,
    );
    const report = JSON.parse(readFileSync(join(folder, `${STEM}-report.json`), 'utf8'));
    expect(report.problems).toEqual([
      expect.objectContaining({
        code: 'coloured-type',
        severity: 'warning',
        page: 1,
        story: 'bread',
        span: expect.objectContaining({ file: 'layouts/tabloid.yaml' }),
      }),
    ]);
    expect(report.inkLimit).toBe(2.4);
    expect(report.ink.map(({ name }: { name: string }) => name)).toEqual([
      'page 1',
      'page 2',
      'page 3',
      'page 4',
    ]);
  });

  it('stop it if they are errors', async () => {
    const folder = realNewspaper();
    changed(folder, 'issues/publication.yaml', '{ empty-page: off }', '{ empty-page: error }');
    const { status, err } = await run(folder, 'build 1');
    expect(status).toBe(1);
    expect(err).toContain('error pages 2 to 4: nothing stands here');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('of ink are told with the place on the page, and only if they are wanted', async () => {
    const folder = realNewspaper();
    // A large area in an ink that the layout is allowed, once its own rule is off.
    changed(folder, 'issues/publication.yaml', '{ empty-page: off }', '{ empty-page: off, ink-flat: off }');
    changed(
      folder,
      'layouts/tabloid.yaml',
      'accent: { cmyk: [0, 100, 90, 15]',
      'accent: { cmyk: [80, 100, 90, 15]',
    );
    changed(
      folder,
      'layouts/tabloid.yaml',
      /^head:\n {2}height: .*\n/m,
      'head:\n  height: 120pt\n  boxes: [{ box: accent, y: 30pt, width: 90pt, height: 80pt }]\n',
    );
    const { status, err } = await run(folder, 'build 1');
    expect(status).toBe(1);
    expect(err).toContain('285 % of ink on 15 × 15 mm');
    changed(
      folder,
      'issues/publication.yaml',
      'ink-flat: off',
      'ink-flat: off, ink-mean: off, ink-peak: off',
    );
    expect((await run(folder, 'build 1')).status).toBe(0);
  });
});

describe('text without room', () => {
  const long = `${'Bread is dear, and water is not. '.repeat(8)}\n\n`.repeat(80);

  it.each([
    ['overset: error', 'check 1', 1, 'error'],
    ['overset: error', 'check 1 --allow-overset', 0, 'warning'],
    ['overset: warning', 'check 1', 0, 'warning'],
  ])(
    'is what the publication takes it for, and the command line milder: %s, %s',
    async (setting, command, status, severity) => {
      const folder = realNewspaper();
      changed(folder, 'issues/publication.yaml', '{ empty-page: off }', `{ page-count: off, ${setting} }`);
      changed(folder, 'issues/1/issue.yaml', 'stories:', 'pages: 1\nstories:');
      changed(folder, 'issues/1/stories/bread.md', /Bread is dear.*/, long);
      const found = await run(folder, command);
      expect(found.status).toBe(status);
      expect(found.err).toMatch(new RegExp(`${severity} “bread” is overset`));
    },
  );
});

describe('many findings of one kind', () => {
  it('are shown once, with the places of the others', async () => {
    const folder = realNewspaper();
    const stories = Array.from({ length: 5 }, (_, index) => `s${index}`);
    writeFileSync(
      join(folder, 'issues/1/issue.yaml'),
      `number: 1\ndate: 2022-03-01\nstories: [${stories.join(', ')}]\n`,
    );
    for (const id of stories) {
      const text = `---\nlang: en\nheadline: What a loaf of ${id} costs\n---\nBread is dear, and ${'\u13a0'} is not.\n`;
      writeFileSync(join(folder, `issues/1/stories/${id}.md`), text);
    }
    const { status, err } = await run(folder, 'check 1');
    expect(status).toBe(1);
    expect(err.replaceAll(/tried .*;?\n/g, '\n')).toMatchInlineSnapshot(`
      "issues/1/stories/bread.md:1:1 warning story “bread” is not in the issue
              Add it to “stories” in issues/1/issue.yaml, or move the file out of the folder.

      issues/1/stories/s0.md:5:20 error no font has the character “Ꭰ” (U+13A0)
          5 | Bread is dear, and Ꭰ is not.
                                 ^
              Add a family that covers it to the fallback list in fonts/fonts.yaml; 
              and 4 more like it:
                issues/1/stories/s1.md, line 5
                issues/1/stories/s2.md, line 5
                issues/1/stories/s3.md, line 5
                issues/1/stories/s4.md, line 5

      5 errors, 1 warning
      "
    `);
  });
});
