/** Arabic paragraphs in columns of many widths, as readers copy them out. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Group } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import type { LineSetting } from '../../src/text/lines.js';
import { setLines, setting, shapeText, type Wish } from '../text/support.js';
import { edition, noPictures, PROSE, page } from './helper.js';
import { readers } from './readers.js';

const GUTTER = 10;
/** In sizes. */
const LEADING = 1.2;
const CAIRO = ['cairo', 'source-serif'];
const HOW: LineSetting = { ...setting('justify'), glyphScaling: 0.02, letterSpace: 0.015 };

const NOTICES = [
  'السبت 4 أيار، الساعة ٦:٣٠ مساءً، قاعة الجمعية. تعرض الفرقة مسرحيتها الجديدة، وتليها أمسية موسيقية. الدخول حرّ، والمقاعد محدودة.',
  'الأحد 5 أيار، الساعة ٦:٣٠ مساءً، قاعة الجمعية. ندوة عن صناعة الورق، ثم معرض صغير لأدوات الطباعة القديمة. يُرجى الحضور باكرًا.',
];

/** As the phone edition sets it, its first words bold. */
const REPORT =
  '{b:كمّية المطر 12 mm.} الملّيمتر لتر واحد على كلّ متر مربّع. فسطح مساحته 100 م² يجمع من هذه المطرة 1200 لتر، أي خزّانًا وربع خزّان.';

function column(text: string, x: number, width: number, wish: Wish = { families: CAIRO }): GlyphRun[] {
  const size = wish.size ?? 10;
  const lines = setLines(shapeText(text, { ...wish, direction: 'rtl' }), width, HOW);
  return lines.flatMap((line, at) => {
    const last = at === lines.length - 1;
    const facts = { ...PROSE, lang: 'ar', rtl: true, first: at === 0, last, after: last ? '' : ' ' } as const;
    return line.runs.map(run => ({ ...run, x: run.x + x, y: 30 + LEADING * size * at, line: facts }));
  });
}

async function pdfOf(items: readonly GlyphRun[]): Promise<Uint8Array> {
  const text: Group = { kind: 'group', x: 0, y: 0, role: 'sidebar', story: undefined, alt: undefined, items };
  return writeSharePdf(edition([{ ...page([text]), width: 600 }]), { rendition: noPictures });
}

function beside(width: number): Promise<Uint8Array> {
  return pdfOf([...column(NOTICES[0]!, 40 + width + GUTTER, width), ...column(NOTICES[1]!, 40, width)]);
}

describe.each(readers)('$name', ({ here, pages }) => {
  it.skipIf(!here).each([102, 104, 118, 144, 194])(
    'parts no mark from its word at %i points',
    async width => {
      const text = (await pages(await beside(width))).join(' ');
      expect(text.match(/\S* [.،](?= |$)/gu)).toBeNull();
    },
  );
  it.skipIf(!here).each([185, 245, 255, 295, 335])('reads two faces in a line at %i points', async width => {
    for (const families of [CAIRO, ['noto-naskh', 'source-serif']]) {
      const [got] = await pages(await pdfOf(column(REPORT, 40, width, { families, size: 14 })));
      expect(got).toBe(REPORT.replace(/\{b:|\}/g, ''));
    }
  });
});
