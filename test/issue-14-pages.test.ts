/** The pages of issue 14 as it is: full, whole, and the columns of each module level. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SetIssue, setIssue } from '../src/build.js';
import { Project } from '../src/manifest/project.js';
import { Problems } from '../src/problem/problem.js';
import { faultsOf } from './support/faults.js';
import { feetOf, unevenFeet } from './support/feet.js';

let set: SetIssue;
beforeAll(async () => {
  const project = new Project(fileURLToPath(new URL('..', import.meta.url)));
  set = (await setIssue(project, '14', new Problems()))!;
});

describe('the pages of issue 14', () => {
  it('are full', () => {
    const blank = set.made.pages.map(({ fill }) => 1 - fill);
    expect(Math.max(...blank)).toBeLessThan(0.02);
    expect(blank.reduce((sum, share) => sum + share, 0) / blank.length).toBeLessThan(0.01);
  });

  it('break no rule', () => {
    expect(set.made.overset).toEqual([]);
    expect(faultsOf(set)).toEqual([]);
  });

  it('have modules whose columns end within a line of each other', () => {
    expect(feetOf(set).length).toBeGreaterThan(12);
    expect(unevenFeet(set)).toEqual([]);
  });
});
