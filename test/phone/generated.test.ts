/** Whole made-up issues on the phone: every letter once, all of it on the screen, keep rules and full pages. */

import { expect, it } from 'vitest';
import { linesOf } from '../../src/frame/text-report.js';
import { plainText } from '../../src/story/story.js';
import { textsOf } from '../../src/story/texts.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { generatedIssue, type Kind, NUMBER } from '../support/generated/issues.js';
import { newspaper } from '../support/newspaper.js';
import { outside, phoneEdition, whiteFeet } from '../support/phone.js';
import { sortedLetters } from '../support/placed.js';

const ISSUES: readonly (readonly [Kind, number])[] = [
  ['arabic', 4],
  ['pictures', 3],
  ['mixed', 6],
];

it.each(ISSUES)(
  'an issue “%s” of seed %i',
  async (kind, seed) => {
    const project = newspaper(await generatedIssue(kind, seed, 0.4));
    const { edition, input } = await phoneEdition(project, NUMBER);
    const texts = storyTexts(readStructure(edition)!);
    for (const story of input.stories)
      expect(sortedLetters(texts.get(story.id) ?? ''), story.id).toBe(
        sortedLetters([...textsOf(story)].map(plainText).join('')),
      );
    expect(outside(edition)).toEqual([]);

    for (const page of edition.pages) {
      const lines = [...linesOf({ ...edition, pages: [page] })].map(({ line }) => line);
      const text = lines.filter(({ style }) => style === 'body');
      expect(text[0]?.last === true && !text[0].first, `page ${page.number}`).toBe(false);
      expect(text.at(-1)?.first === true && !text.at(-1)!.last, `page ${page.number}`).toBe(false);
    }

    const { layout } = input.manifest.phone;
    const column = [
      layout.margins.top,
      layout.sheet.height - layout.margins.bottom - layout.folio.height,
    ] as const;
    const white = [...whiteFeet(edition, column).values()];
    expect(white.filter(share => share > 0.2).length / white.length).toBeLessThan(0.05);
    expect(white.reduce((sum, share) => sum + share, 0) / white.length).toBeLessThan(0.07);
  },
  120_000,
);
