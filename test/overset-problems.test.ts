/** Text that found no room: which lines the problems name, how much is over, and what would make room. */

import { expect, it } from 'vitest';
import { reportOverset } from '../src/overset-problems.js';
import type { Problem } from '../src/problem/problem.js';
import { type IssueText, NO_FILLERS, SMALL_SHEET, setWithProblems, story } from './support/issue.js';

async function overset(text: IssueText): Promise<Problem[]> {
  const { set, problems } = await setWithProblems({
    layout: [SMALL_SHEET],
    publication: [NO_FILLERS],
    ...text,
  });
  reportOverset(set, 'error', problems);
  return problems.list.filter(({ code }) => code === 'overset');
}

const place = ({ span }: Problem): string => `${span?.file}:${span?.line}:${span?.column}`;
const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((id, at) => [id, story('en', 1200, at)]));

it('several stories are one problem where the pages are given, with the lines of each and the count that holds them', async () => {
  const [problem, ...others] = await overset({ stories: four, issue: 'pages: 2\n' });
  expect(others).toEqual([]);
  expect(place(problem!)).toBe('issues/5/issue.yaml:4:8');
  const [, total, parts] = /^\d stories are overset: (\d+) lines .* on pages 1 to 2: (.*)$/.exec(
    problem!.message,
  )!;
  const lines = parts!.split(', ').map(part => Number(/^[abcd] (\d+)$/.exec(part)![1]));
  expect(lines.reduce((sum, count) => sum + count, 0)).toBe(Number(total));
  expect(problem!.hint).toMatch(
    /^It fits in (4|8) pages: “pages” \(issues\/5\/issue\.yaml:4:8\) is 2; left out, /,
  );
});

it('the count that is named holds everything', async () => {
  const [problem] = await overset({ stories: four, issue: 'pages: 2\n' });
  const pages = /^It fits in (\d+) pages/.exec(problem!.hint!)![1];
  expect(await overset({ stories: four, issue: `pages: ${pages}\n` })).toEqual([]);
});

it('one story is named where it is written, with the entry of the plan that gives it too few pages', async () => {
  const [problem, ...others] = await overset({
    stories: { a: four['a']!, b: story('en', 3000, 7) },
    issue: 'plan:\n  - { pages: 1-2, stories: [a] }\n  - { pages: 3, stories: [b] }\n',
  });
  expect(others).toEqual([]);
  expect([place(problem!), problem!.story]).toEqual(['issues/5/stories/b.md:3:11', 'b']);
  expect(problem!.hint).toMatch(
    /^It fits on pages 3-[4-8]: its entry of the plan \(issues\/5\/issue\.yaml:6:14\) says page 3\. Or cut about \d+ words/,
  );
});

it('of pages under a picture across the fold there can be no more', async () => {
  const picture = 'pictures:\n  - { file: p.svg, caption: Seen. }\n';
  const [problem] = await overset({
    stories: { a: story('en', 3500, 3, picture) },
    issue: 'plan: [{ pages: 2-3, spread: true, stories: [a] }]\n',
    pictures: {
      'p.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="150"><rect width="9" height="9"/></svg>',
    },
  });
  expect(problem!.hint).toMatch(/^Cut about \d+ words, or build with --allow-overset\.$/);
});
