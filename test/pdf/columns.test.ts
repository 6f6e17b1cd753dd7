/** Arabic lines beside those of another column, as readers copy them out: no mark is parted from its word. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Group } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import type { LineSetting } from '../../src/text/lines.js';
import { setLines, setting, shapeText } from '../text/support.js';
import { edition, noPictures, PROSE, page } from './helper.js';
import { readers } from './readers.js';

const GUTTER = 10;
const LEADING = 12;
const HOW: LineSetting = { ...setting('justify'), glyphScaling: 0.02, letterSpace: 0.015 };

const NOTICES = [
  'السبت 4 أيار، الساعة ٦:٣٠ مساءً، قاعة الجمعية. تعرض الفرقة مسرحيتها الجديدة، وتليها أمسية موسيقية. الدخول حرّ، والمقاعد محدودة.',
  'الأحد 5 أيار، الساعة ٦:٣٠ مساءً، قاعة الجمعية. ندوة عن صناعة الورق، ثم معرض صغير لأدوات الطباعة القديمة. يُرجى الحضور باكرًا.',
];

function column(text: string, x: number, width: number): GlyphRun[] {
  const lines = setLines(
    shapeText(text, { direction: 'rtl', families: ['cairo', 'source-serif'] }),
    width,
    HOW,
  );
  return lines.flatMap((line, at) => {
    const last = at === lines.length - 1;
    const facts = { ...PROSE, lang: 'ar', rtl: true, first: at === 0, last, after: last ? '' : ' ' } as const;
    return line.runs.map(run => ({ ...run, x: run.x + x, y: 30 + LEADING * at, line: facts }));
  });
}

async function beside(width: number): Promise<Uint8Array> {
  const items = [...column(NOTICES[0]!, 40 + width + GUTTER, width), ...column(NOTICES[1]!, 40, width)];
  const text: Group = { kind: 'group', x: 0, y: 0, role: 'sidebar', story: undefined, alt: undefined, items };
  return writeSharePdf(edition([{ ...page([text]), width: 600 }]), { rendition: noPictures });
}

describe.each(readers)('$name', ({ here, pages }) => {
  it.skipIf(!here).each([102, 104, 118, 144, 194])('at %i points', async width => {
    const text = (await pages(await beside(width))).join(' ');
    expect(text.match(/\S* [.،](?= |$)/gu)).toBeNull();
  });
});
