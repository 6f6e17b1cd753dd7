/** Any text in any file of a newspaper: reading it ends, throws nothing, and names places that are there. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';
import { readStories } from '../../src/story/read.js';
import { BREAD, FONTS, GOOD, ISSUE, LAYOUT, PUBLICATION, WATER, writeProject } from './project.js';

const FILES = [PUBLICATION, ISSUE, BREAD, WATER, LAYOUT, FONTS];
const SIGNS = [
  ':',
  ': ',
  '\n',
  '\n\n',
  '  ',
  '\t',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '- ',
  '---\n',
  ':::',
  '#',
  '&a',
  '*',
  '!',
  '|\n',
  '>',
  '1',
  '~',
  '؟',
  '\\',
  '\ufeff',
  '\r',
  '<',
  '`',
];

/** A file, a place in it as a fraction, how much to take out and what to put in. */
const edit = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 12 }),
  insert: fc.constantFrom('', ...SIGNS),
});

it('survives any edit', () => {
  const root = writeProject(GOOD);
  const project = new Project(root);
  const original = project.read.bind(project);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      const texts = new Map<string, string>(Object.entries(GOOD));
      for (const { file, at, remove, insert } of edits) {
        const text = texts.get(file)!;
        const from = Math.floor(at * text.length);
        texts.set(file, text.slice(0, from) + insert + text.slice(from + remove));
      }
      // Reading from memory keeps hundreds of edits fast.
      project.read = file => texts.get(file) ?? original(file);
      const problems = new Problems();
      const { stories } = readIssueFiles(project, '1', problems);
      readStories(stories.sources, 'en', problems, [...stories.entries.keys()]);
      for (const { span, message, hint } of problems.list) {
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        expect(hint ?? '').not.toMatch(/undefined|\[object|NaN/);
        expect(span).toBeDefined();
        const lines = (texts.get(span!.file) ?? '').split('\n');
        expect(span!.line).toBeGreaterThanOrEqual(1);
        expect(span!.line).toBeLessThanOrEqual(Math.max(1, lines.length));
        expect(span!.column).toBeGreaterThanOrEqual(1);
        expect(span!.column).toBeLessThanOrEqual((lines[span!.line - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 300, seed: 14 },
  );
});
