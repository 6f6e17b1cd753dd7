/** Rules that run into letters: Arabic dots under a page's head, and the heads of the layout as it is shipped. */

import { expect, it } from 'vitest';
import { preflightPages } from '../../src/preflight/preflight.js';
import { type Change, type IssueText, setWithProblems, story } from '../support/issue.js';

/** Letters that reach deep and high, in both scripts. */
const DEEP: Change = ['{ ar: رأي, en: Opinion }', '{ ar: إلى رأي مجلّي, en: "Quay, jogging" }'];

async function contacts(text: Partial<IssueText>): Promise<string[]> {
  const stories = { mill: story('en', 900), mosul: story('ar', 900, 2) };
  const { set, problems } = await setWithProblems({ stories, ...text });
  for (const problem of preflightPages(set)) problems.add(problem);
  return problems.list
    .filter(({ code }) => code === 'type-on-rule')
    .map(({ span, severity, message, hint }) => `${span?.file}:${span?.line} ${severity} ${message} ${hint}`);
}

const OPINION = 'pages: 4\nplan:\n  - { pages: 1-4, section: opinion, stories: [mill, mosul] }\n';

it('dots below a letter that stand on the rule under it', async () => {
  const low: Change = ['style: flag, at: right, y: 15pt', 'style: flag, at: right, y: 18pt'];
  expect(await contacts({ issue: OPINION, layout: [low] })).toEqual([
    expect.stringMatching(
      /^layouts\/tabloid.yaml:\d+ warning pages 2 to 4: a rule runs 1\.\d+ pt into “flag” in ar: “رأي” Move the text or the rule by 3 pt/,
    ),
  ]);
});

it('are not looked for where the publication says so', async () => {
  const low: Change = ['style: flag, at: right, y: 15pt', 'style: flag, at: right, y: 18pt'];
  const publication: Change[] = [[/^( {2}inkLimit: .*\n)/m, '$1  preflight: { type-on-rule: off }\n']];
  expect(await contacts({ issue: OPINION, layout: [low], publication })).toEqual([]);
});

it.each(['inside', 'opinion', 'back'])(
  'the head of the template “%s” has room for the deepest letters',
  async template => {
    const issue = OPINION.replace('section', `template: ${template}, section`);
    expect(await contacts({ issue, publication: [DEEP] })).toEqual([]);
  },
);
