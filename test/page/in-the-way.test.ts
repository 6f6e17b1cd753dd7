/** Overset text: the wish that takes its room is named. */

import { describe, expect, it } from 'vitest';
import { gray, setText, story } from '../support/issue.js';

const picture = (columns: string): string => `pictures:\n  - { file: p.jpg${columns}, caption: Seen. }\n`;

describe('the wish in the way of overset text', () => {
  it('is the width of a picture that leaves too little room', async () => {
    const set = await setText({
      stories: { a: story('en', 1300, 1, picture(', columns: 4')) },
      issue: 'pages: 1\n',
      pictures: { 'p.jpg': await gray(1200, 900) },
    });
    const [overset] = set.made.overset;
    expect(overset).toMatchObject({ story: 'a', inTheWay: { wish: 'columns: 4', of: 'p.jpg' } });
    const { span, lines } = overset!.inTheWay!;
    expect([span.file, span.line]).toEqual(['issues/5/stories/a.md', 5]);
    expect(lines).toBe(overset!.lines + 1);
    expect(set.made.stories[0]!.unmet[0]!.hint).toMatch(/“columns: 4” of p.jpg takes the room/);
  });

  it('is none where the text is too long whatever the editor wishes', async () => {
    const set = await setText({
      stories: { a: story('en', 4000, 1, picture('')) },
      issue: 'pages: 1\n',
      pictures: { 'p.jpg': await gray(1200, 900) },
    });
    expect(set.made.overset).toHaveLength(1);
    expect(set.made.overset[0]!.inTheWay).toBeUndefined();
  });
});
