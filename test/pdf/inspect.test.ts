/** Programs run on a PDF: what the tests themselves rely on. */

import { expect, it } from 'vitest';
import { withNames } from './inspect.js';

it('puts the names of files for FILE and OUT, whatever letters the names hold', () => {
  expect(withNames(['-q', 'FILE', '-oOUT'], '/a/1PNOUT/FILE.pdf', '/a/1PNOUT/out')).toEqual([
    '-q',
    '/a/1PNOUT/FILE.pdf',
    '-o/a/1PNOUT/out',
  ]);
});
