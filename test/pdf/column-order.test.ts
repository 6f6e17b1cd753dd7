/** Stories in columns, as readers copy them out: each paragraph in one piece, on pages of both scripts and beside pictures. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Group, Item } from '../../src/frame/frame.js';
import { columnMarks } from '../../src/pdf/reading/column-order.js';
import { placedLines } from '../../src/pdf/reading/lines.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { setLines, setting, shapeText } from '../text/support.js';
import { edition, face, noPictures, PROSE, page, run } from './helper.js';
import { readers } from './readers.js';

const WIDTH = 150;
const GUTTER = 16;
const LEADING = 12;

interface Column {
  /** Top of its first line. */
  readonly top: number;
  readonly lines: number;
  /** Lines left free before the last but this many, for a subhead. */
  readonly gap?: number;
}

const NAMES = [
  'mills',
  'wells',
  'bakers',
  'printers',
  'sailors',
  'masons',
  'weavers',
  'potters',
  'shepherds',
];
const ENGLISH = NAMES.map(
  name =>
    `What the ${name} of this valley wrote down in their ledgers was found by chance, and nobody who reads the ${name} today can say who kept the book, or why the ${name} stopped.`,
);
const HERBS = ['الزعتر', 'السمّاق', 'النعنع', 'الكمّون', 'اليانسون', 'الحبق'];
const ARABIC = HERBS.map(
  herb =>
    `يُزرع ${herb} في هذا الوادي منذ 1900، ولا يعرف أحد اليوم من جاء بشتلة ${herb} الأولى إلى السفح (ولا متى).`,
);

/** The paragraphs of a story poured into columns. */
function story(id: string, paragraphs: readonly string[], columns: readonly Column[], rtl: boolean): Group {
  const queue = paragraphs.flatMap(text => {
    const lines = setLines(shapeText(text, { direction: rtl ? 'rtl' : 'ltr' }), WIDTH, setting('justify'));
    return lines.map((line, at) => {
      const last = at === lines.length - 1;
      const facts = { ...PROSE, lang: rtl ? 'ar' : 'en', rtl, first: at === 0, last, after: last ? '' : ' ' };
      return line.runs.map((run): GlyphRun => ({ ...run, line: { ...facts, after: last ? '' : ' ' } }));
    });
  });
  // Runs of a line share its facts.
  const lines = queue.map(runs => runs.map(run => ({ ...run, line: runs[0]!.line! })));
  const items: Item[] = [];
  for (const [index, { top, lines: count, gap }] of columns.entries()) {
    const place = rtl ? columns.length - 1 - index : index;
    for (const [at, runs] of lines.splice(0, count).entries()) {
      const y = top + LEADING * (at + 1 + (gap !== undefined && at >= count - gap ? 3 : 0));
      items.push(...runs.map(run => ({ ...run, x: 30 + place * (WIDTH + GUTTER) + run.x, y })));
    }
  }
  expect(lines).toEqual([]);
  return { kind: 'group', x: 0, y: 0, role: undefined, story: id, alt: undefined, items };
}

function linesIn(paragraphs: readonly string[], rtl: boolean): number {
  const wish = { direction: rtl ? 'rtl' : 'ltr' } as const;
  return paragraphs.reduce(
    (sum, text) => sum + setLines(shapeText(text, wish), WIDTH, setting('justify')).length,
    0,
  );
}

async function pdfOf(groups: readonly Group[]): Promise<Uint8Array> {
  return writeSharePdf(edition([{ ...page(groups), width: 560, height: 700 }]), { rendition: noPictures });
}

const english = linesIn(ENGLISH, false);
const arabic = linesIn(ARABIC, true);
const rest = (used: number): number => english - used;

const NUMBERS =
  'تحتاج هذه المدينة كل صباح إلى ٣٠٠ طن من الخبز، ولا بد لها من ٢٢٧ طنًا من الطحين، وهي حمولة تسع شاحنات من ذوات ٢٥ طنًا، ومن ١٤١ مترًا مكعبًا من الماء.';

describe.each(readers)('$name', ({ here, pages }) => {
  it.skipIf(!here)('keeps the columns of an English story under an Arabic one', async () => {
    const over = story(
      'a',
      ARABIC,
      [
        { top: 30, lines: 7 },
        { top: 30, lines: 7 },
        { top: 30, lines: arabic - 14 },
      ],
      true,
    );
    const under = story(
      'b',
      ENGLISH,
      [
        { top: 250, lines: 13, gap: 5 },
        { top: 250, lines: 14 },
        { top: 250, lines: rest(27) },
      ],
      false,
    );
    const got = (await pages(await pdfOf([over, under]))).join(' ');
    for (const paragraph of [...ENGLISH, ...ARABIC]) expect(got).toContain(paragraph);
  });
  it.skipIf(!here)('keeps columns that begin lower, under a picture', async () => {
    const one = story(
      'b',
      ENGLISH,
      [
        { top: 32, lines: 16, gap: 4 },
        { top: 150, lines: 9 },
        { top: 30, lines: rest(25), gap: 8 },
      ],
      false,
    );
    const got = (await pages(await pdfOf([one]))).join(' ');
    for (const paragraph of ENGLISH) expect(got).toContain(paragraph);
  });
  it.skipIf(!here)('keeps lines on a page that is mostly pictures', async () => {
    const text = Array.from({ length: 8 }, () => NUMBERS);
    const one = story('a', text, [{ top: 30, lines: linesIn(text, true) }], true);
    const folio = run(face('serif'), '5', { x: 820, y: 690 });
    const sheet = { ...page([one, folio]), width: 860, height: 700 };
    const got = await pages(await writeSharePdf(edition([sheet]), { rendition: noPictures }));
    expect(got.join(' ').split(NUMBERS)).toHaveLength(text.length + 1);
  });
});

describe('columns are left as they are', () => {
  it('where there is one', () => {
    const one = story('b', ENGLISH, [{ top: 30, lines: english }], false);
    expect(columnMarks(placedLines([one]), false)).toEqual([]);
  });
  it('where a line crosses two of them', () => {
    const two = story(
      'b',
      ENGLISH,
      [
        { top: 30, lines: 20 },
        { top: 30, lines: rest(20) },
      ],
      false,
    );
    const [wide] = setLines(
      shapeText('A caption that is as wide as both columns of this story'),
      300,
      setting('start'),
    );
    const caption = wide!.runs.map(
      (run): GlyphRun => ({ ...run, x: 60, y: 120, line: { ...PROSE, style: 'caption' } }),
    );
    expect(columnMarks(placedLines([two]), false)).not.toEqual([]);
    expect(columnMarks(placedLines([two, ...caption]), false)).toEqual([]);
  });
});
