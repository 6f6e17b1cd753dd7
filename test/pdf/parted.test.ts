/** Lines that poppler would put in the order of their page: what they are parted into, and what it then makes of them. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { parted, withSeams } from '../../src/pdf/reading/parted.js';
import { plain } from '../../src/pdf/reading/spelling.js';
import { told } from '../../src/pdf/reading/told.js';
import { face, run, widthOf } from './helper.js';
import { content, installed } from './inspect.js';
import { readers } from './readers.js';
import { inOrder, paragraphsPdf, wordsOf } from './travel.js';
import { ar, en, type Torture } from './travel-texts.js';

/** Runs beside each other from left to right, Arabic where they have Arabic letters. */
function line(...texts: readonly string[]): GlyphRun[] {
  let x = 10;
  return texts.map(text => {
    const rtl = /\p{Script=Arabic}/u.test(text);
    const set = run(face(rtl ? 'naskh' : 'serif'), text, { x, y: 0, rtl });
    x += widthOf(set);
    return set;
  });
}

/** The texts of the parts, in the order they are read. */
function partsOf(runs: readonly GlyphRun[], read: readonly number[], rtlPage: boolean): string[] {
  const out: string[] = [];
  for (const { part = 0, clusters, rtl } of parted(runs, read, rtlPage).runs) {
    const text = clusters.map(cluster => cluster.text);
    out[part] = `${out[part] ?? ''}${(rtl ? text.reverse() : text).join('')}`;
  }
  return out.map(text => text.trim());
}

describe('an Arabic line with a number', () => {
  const runs = line(' من الجريدة', '14', 'صدر العدد ');
  it('stays whole on an Arabic page', () => {
    expect(parted(runs, [2, 1, 0], true)).toEqual({ runs, seams: [] });
  });
  it('is parted before and behind the number on an English page', () => {
    expect(partsOf(runs, [2, 1, 0], false)).toEqual(['صدر العدد', '14', 'من الجريدة']);
  });
  it('has codes that reach from each part into the one on its right', () => {
    const { runs: parts, seams } = parted(runs, [2, 1, 0], false);
    expect(seams.map(({ part }) => part)).toEqual([2, 1]);
    for (const [index, seam] of seams.entries()) {
      const next = parts.find(({ part }) => part === 1 - index)!;
      expect(seam.x + widthOf(seam) - next.x).toBeGreaterThan(6);
    }
    expect(withSeams(parts, seams).map(({ part }) => part)).toEqual([2, 2, 1, 1, 1, 0]);
  });
});

it('a word with a mark that poppler takes for part of a number is a part by itself on an English page', () => {
  const runs = line('صدر العدد. وفيه قصص، كلها جديدة');
  expect(partsOf(runs, [0], false)).toEqual(['صدر', 'العدد.', 'وفيه', 'قصص،', 'كلها جديدة']);
  expect(partsOf(runs, [0], true)).toEqual(['صدر العدد. وفيه قصص، كلها جديدة']);
});

it('an English line with an Arabic phrase is parted on an Arabic page only', () => {
  const [before, phrase, after] = line('The word ', 'خبر عاجل', ' is news') as [GlyphRun, GlyphRun, GlyphRun];
  const space = told(after.clusters[0]!, plain('\u200e '));
  const runs = [before, phrase, { ...after, clusters: after.clusters.with(0, space) }];
  expect(partsOf(runs, [0, 1, 2], true)).toEqual(['The word', 'خبر عاجل', 'is news']);
  expect(parted(runs, [0, 1, 2], false).seams).toEqual([]);
});

it('what stands together is not parted, nor are marks cut off by themselves', () => {
  const runs = line(') هنا', '1.7', 'ملف (');
  expect(parted(runs, [2, 1, 0], false).seams).toEqual([]);
});

describe.skipIf(!installed('pdftotext'))('poppler', () => {
  const poppler = readers.find(({ name }) => name === 'poppler')!;
  const english = en(
    'English',
    'A page of plain English, and no more than a word or two of any other language on it. '.repeat(6),
  );
  const arabic = ar(
    'Arabic',
    'هذه صفحة من النص العربي، وليس فيها من اللغات الأخرى إلا كلمة أو كلمتان، لا أكثر. '.repeat(6),
  );
  const mixed = en('mixed', 'Every line of it has one word {ar:كلمة} or another {ar:خبر} in it. '.repeat(9));
  const words = async (text: Torture, page: Torture): Promise<number> => {
    const got = (await poppler.pages(await paragraphsPdf([page, text], undefined, true))).join(' ');
    return inOrder(wordsOf(text), got) / wordsOf(text).length;
  };
  it('reads Arabic with numbers in order on an English page', async () => {
    expect(await words(ar('numbers', 'صدر العدد 14 من الجريدة في 12 صفحة وفيه 24 صورة'), english)).toBe(1);
  });
  it('keeps other words in order where some end with marks, and short ones whole', async () => {
    const text = 'للأرقام في العربية اليوم صورتان. في مصر وبلاد الشام تغلب الصورة المشرقية. من';
    const kept = text.split(' ').filter(word => !word.endsWith('.')).length;
    expect(await words(ar('marks', text), mixed)).toBeGreaterThanOrEqual(kept / text.split(' ').length);
  });
  it('reads English with Arabic phrases in order on an Arabic page', async () => {
    const text = en(
      'phrases',
      'The words {ar:خبر عاجل} mean news and {ar:رئيس التحرير} is the editor of {ar:العدد ١٤} here',
    );
    expect(await words(text, arabic)).toBe(1);
  });
});

it('parts differ in height by less than a millionth of a point', async () => {
  const page = en(
    'page',
    'A page of plain English, and another line of it so that it is one, and {ar:نعم} in it.',
  );
  const text = content(await paragraphsPdf([page, page, ar('number', 'العدد 14 هنا')], undefined, true));
  expect(text).toMatch(/ -0\.0000001 Td/);
  expect(text).not.toMatch(/e-\d+ Td/);
});
