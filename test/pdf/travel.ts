/** Paragraphs set as the press sets them in, a written reader PDF and the share of words that come back in order out. */

import type { GlyphRun, Group, TextLine } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import type { LineSetting } from '../../src/text/lines.js';
import type { SetLine } from '../../src/text/set-line.js';
import { setLines, setting, shapeText } from '../text/support.js';
import { edition, noPictures, PROSE, page } from './helper.js';
import { searchable } from './inspect.js';
import type { Torture } from './travel-texts.js';

const WIDTH = 200;
const LEADING = 15;

/** Justified with kashidas, letter space and hyphens, as a newspaper does. */
const JUSTIFIED: LineSetting = {
  ...setting('justify'),
  glyphScaling: 0.02,
  letterSpace: 0.015,
  kashida: { words: 0.5, longest: 1, after: 0.6 },
};

/** A page with a paragraph under the other, tagged or not. */
export async function paragraphsPdf(
  texts: readonly Torture[],
  families?: readonly string[],
  tagged = false,
): Promise<Uint8Array> {
  const items: GlyphRun[] = [];
  let y = 30;
  for (const { text, rtl } of texts) {
    const wish = {
      direction: rtl ? 'rtl' : 'ltr',
      hyphenate: true,
      ...(rtl && families ? { families } : {}),
    } as const;
    const lines = setLines(shapeText(text, wish), WIDTH, JUSTIFIED);
    lines.forEach((line, index) => {
      const facts = lineFacts(line, index === 0, index === lines.length - 1, rtl);
      for (const run of line.runs) items.push({ ...run, x: run.x + 40, y, line: facts });
      y += LEADING;
    });
    y += LEADING / 2;
  }
  const text: Group = { kind: 'group', x: 0, y: 0, role: 'sidebar', story: undefined, alt: undefined, items };
  const sheet = { ...page([text]), height: y + 30, width: WIDTH + 80 };
  return writeSharePdf(edition([sheet]), { rendition: noPictures, tagged });
}

function lineFacts({ runs }: SetLine, first: boolean, last: boolean, rtl: boolean): TextLine {
  const end = runs.find(({ place }) => place === runs.length - 1)!;
  const { text, advance } = end.clusters.at(end.rtl ? 0 : -1)!;
  const hyphen = text === '' && advance > 0;
  const ownHyphen = text === '-';
  return {
    ...PROSE,
    lang: rtl ? 'ar' : 'en',
    rtl,
    first,
    last,
    hyphen,
    after: hyphen || ownHyphen || last ? '' : ' ',
  };
}

/** The words of a text without the marks of the cases. */
export function wordsOf({ text }: Pick<Torture, 'text'>): string[] {
  return searchable(text.replace(/\{\w+:([^}]*)\}/g, '$1')).split(' ');
}

/** How many of the words stand in the text exactly and in this order: the longest common subsequence. */
export function inOrder(words: readonly string[], got: string): number {
  const found = got.replaceAll('\u00ad', '').split(' ');
  let row = new Array<number>(words.length + 1).fill(0);
  for (const word of found) {
    const next = [0];
    words.forEach((wanted, index) => {
      next.push(wanted === word ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    });
    row = next;
  }
  return row.at(-1)!;
}

/** Share of the runs of three words that a search finds. */
export function phrasesIn(words: readonly string[], got: string): number {
  const phrases = words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
  const text = got.replaceAll('\u00ad', '');
  return phrases.length === 0 ? 1 : phrases.filter(phrase => text.includes(phrase)).length / phrases.length;
}
