/** The reader PDF: links, labels, viewer hints, colours, and what it looks like. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Item } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { edition, type FaceName, face, noPictures, page, red, run } from './helper.js';
import { content, installed, syntax, withFile } from './inspect.js';

const share = (...args: Parameters<typeof edition>): Promise<Uint8Array> =>
  writeSharePdf(edition(...args), { rendition: noPictures });

const link = (target: { page: number } | { url: string }): Item => ({
  kind: 'link',
  x: 10,
  y: 20,
  width: 50,
  height: 12,
  target,
});

describe('the reader PDF', () => {
  it('says title and language and nothing else', async () => {
    const pdf = syntax(await share([page([])], { title: 'العدد ١٤' }));
    expect(pdf).toMatch(/^%PDF-1\.7\n/);
    expect(pdf).toContain('/Lang (ar)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain(
      `<FEFF${Buffer.from('العدد ١٤', 'utf16le').swap16().toString('hex').toUpperCase()}>`,
    );
    expect(pdf).not.toMatch(/Date|Metadata|Author|PDFKit/);
  });

  it('turns pages from right to left if all of it is in the one language', async () => {
    const arabic = run(face('naskh'), 'سلام', { x: 10, y: 20, rtl: true });
    const english = run(face('serif'), 'peace', { x: 10, y: 40 });
    expect(syntax(await share([page([arabic])]))).toContain('/Direction /R2L');
    expect(syntax(await share([page([arabic, english])]))).not.toContain('/Direction');
    expect(syntax(await share([page([arabic])], { binding: 'left' }))).not.toContain('/Direction');
  });

  it('labels pages as the folios do', async () => {
    expect(syntax(await share([page([], 1), page([], 2)]))).toMatch(/\/Nums \[0 <<\n\/S \/D\n\/St 1\n>>\]/);
    expect(syntax(await share([page([], 1, '١')]))).toMatch(/\/Nums \[0 <<\n\/P <FEFF0661>\n>>\]/);
  });

  it('links to pages and addresses', async () => {
    const pdf = syntax(
      await share([page([link({ page: 2 }), link({ url: 'https://example.org/أ(b)' })]), page([], 2)]),
    );
    expect(pdf).toMatch(/\/Rect \[10 468 60 480\]/);
    expect(pdf).toMatch(/\/Dest \[\d+ 0 R \/XYZ null 500 null\]/);
    expect(pdf).toContain('/URI (https://example.org/%D8%A3\\(b\\))');
    await expect(share([page([link({ page: 9 })])])).rejects.toThrow('page 9');
  });

  it('colours for screens', async () => {
    const items = [
      run(face('serif'), 'a', { x: 1, y: 9 }),
      run(face('serif'), 'b', { x: 9, y: 9, ink: red }),
    ];
    const ops = content(await share([page(items)]));
    expect(ops.match(/.* (g|rg|k|gs)$/gm)).toEqual(['0 g', '0.839 0.157 0.157 rg']);
  });

  it('is the same twice, and its ID differs with its text', async () => {
    const make = (text: string): Promise<Uint8Array> =>
      share([page([run(face('serif'), text, { x: 1, y: 9 })])]);
    const id = (pdf: Uint8Array): string => syntax(pdf).match(/\/ID \[<(\w{32})> <\1>\]/)![1]!;
    expect(Buffer.compare(await make('one'), await make('one'))).toBe(0);
    expect(id(await make('one'))).not.toBe(id(await make('two')));
  });
});

/** The run with a run of its own for each glyph, as a frame without clusters would have it. */
function exploded(glyphs: GlyphRun): GlyphRun[] {
  let x = glyphs.x;
  return glyphs.clusters.flatMap((cluster, index) => {
    const scale = glyphs.size / glyphs.face.unitsPerEm;
    const runs = cluster.glyphs.map(({ id, dx, dy }) => ({
      ...glyphs,
      x: x + dx * scale,
      y: glyphs.y - dy * scale,
      clusters: [{ text: 'x', glyphs: [{ id, dx: 0, dy: 0 }], advance: 0 }],
      advances: [0],
    }));
    x += glyphs.advances[index]!;
    return runs;
  });
}

describe.skipIf(!installed('pdftoppm'))('composite glyphs', () => {
  const words: readonly [FaceName, string][] = [
    ['naskh', 'بِسْمِ اللَّهِ ثلاثة لا أُولَئِكَ'],
    ['cairo', 'مُتَسَاوِينَ عَقْلًا'],
    ['ruqaa', 'الجمعية لِلنَّاسِ'],
  ];
  it.each(words)('look like their parts in %s', async (name, text) => {
    const glyphs = run(face(name), text, { x: 30, y: 100, size: 40, rtl: true });
    const render = async (items: readonly Item[]): Promise<Buffer> =>
      withFile(await share([page(items)]), 'pdftoppm', ['-r', '288', '-gray', 'FILE']);
    const [joined, apart] = [await render([glyphs]), await render(exploded(glyphs))];
    const dark = joined.filter(value => value < 128).length;
    const different = joined.filter((value, index) => Math.abs(value - apart[index]!) > 96).length;
    expect(dark).toBeGreaterThan(1000);
    // poppler puts each separately drawn mark on a whole pixel, which the edges show.
    expect(different / dark).toBeLessThan(0.1);
  });
});
