/** Whole made-up issues: the structure holds every letter of every story once, and their reader PDFs pass PDF/UA-1. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { plainText } from '../../src/story/story.js';
import { textsOf } from '../../src/story/texts.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { elementsOf } from '../../src/structure/structure.js';
import { grayPictures } from '../pdf/helper.js';
import { installed } from '../pdf/inspect.js';
import { PdfObjects } from '../pdf/objects.js';
import { failuresOf } from '../pdf/ua.js';
import { generatedIssue, type Kind, NUMBER } from '../support/generated/issues.js';
import { newspaper, setGoodIssue } from '../support/newspaper.js';
import { sortedLetters } from '../support/placed.js';

const kinds: readonly Kind[] = ['mixed', 'arabic'];

describe.each(kinds)('a made-up issue (%s)', kind => {
  let set: SetIssue;

  it('has every letter of its stories once', async () => {
    set = await setGoodIssue(newspaper(await generatedIssue(kind, 3, 0.25)), NUMBER);
    const lost = new Set(set.made.overset.map(({ story }) => story));
    const document = readStructure(set.made.edition)!;
    const texts = storyTexts(document);
    for (const story of set.stories) {
      if (lost.has(story.id)) continue;
      const written = [...textsOf(story)].map(plainText).join('');
      expect(sortedLetters(texts.get(story.id) ?? ''), story.id).toBe(sortedLetters(written));
    }
    for (const story of elementsOf(document, 'story'))
      expect([...elementsOf(story, 'headline')], story.story!).toHaveLength(1);
  }, 120_000);

  it.skipIf(!installed('qpdf'))(
    'passes PDF/UA-1',
    async () => {
      const pdf = await writeSharePdf(set.made.edition, { rendition: grayPictures });
      expect(failuresOf(PdfObjects.read(pdf))).toEqual([]);
    },
    60_000,
  );
});
