/** A paper that has dropped a language: what is still written in it is left out of the manifest. */

import { expect, it } from 'vitest';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';
import { changed, ISSUE, PUBLICATION, writeProject } from './project.js';

it('fillers, words and the imprint stand in the paper’s own languages alone', () => {
  const files = changed({
    [PUBLICATION]: [
      ['languages: [ar, en]', 'languages: [ar]'],
      ['print:\n', 'fillers:\n  - { title: { en: Read } }\n  - { title: { ar: س, en: Read } }\nprint:\n'],
    ],
    [ISSUE]: ['pages: 4\n', 'pages: 4\nimprint: { ar: س, en: x }\n'],
  });
  const problems = new Problems();
  const { manifest } = readIssueFiles(new Project(writeProject(files)), '1', problems);
  expect(problems.list.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning unused-language',
    'warning unused-language',
  ]);
  const { publication, issue } = manifest!;
  expect(publication.fillers!.map(({ title }) => title)).toEqual([{}, { ar: 'س' }]);
  expect(Object.keys(publication.words)).toEqual(['ar']);
  expect(issue.imprint).toEqual({ ar: 'س' });
});
