/** The press PDF: boxes, intent, colours, overprint, pictures. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DrawingItem, Ink, Item, PictureItem } from '../../src/frame/frame.js';
import { type PictureRendition, writePrintPdf } from '../../src/pdf/write.js';
import { black, edition, face, noPictures, page, press, red, run } from './helper.js';
import { content, installed, syntax, texts, withFile } from './inspect.js';

const white: Ink = { name: 'paper', cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] };

function print(
  items: readonly Item[],
  change: { bleed?: number; margin?: number } = {},
): Promise<Uint8Array> {
  const { bleed = 0, margin = 0 } = change;
  return writePrintPdf(edition([page(items)], { bleed }), { rendition: noPictures, press, margin });
}

const word = (ink: Ink, size: number): Item => run(face('sans'), 'Ink', { x: 10, y: 40, size, ink });

describe('the press PDF', () => {
  it('has trim inside bleed inside media, and no crop box', async () => {
    const pdf = syntax(await print([], { bleed: 9, margin: 6 }));
    expect(pdf).toContain('/TrimBox [15 15 415 515]');
    expect(pdf).toContain('/BleedBox [6 6 424 524]');
    expect(pdf).toContain('/MediaBox [0 0 430 530]');
    expect(pdf).not.toContain('CropBox');
  });

  it('names its version, condition, dates and trapping', async () => {
    const file = await print([]);
    const pdf = syntax(file);
    expect(pdf).toMatch(/^%PDF-1\.6\n/);
    for (const part of [
      '/S /GTS_PDFX',
      '(CGATS TR 002)',
      '(SNAP 2007)',
      '(D:20220301000000Z)',
      '/Trapped /False\n',
    ]) {
      expect(pdf).toContain(part);
    }
    const all = Buffer.from(file).toString('latin1');
    expect(all).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(all).toContain('<xmp:CreateDate>2022-03-01T00:00:00Z</xmp:CreateDate>');
    expect(texts(file)).toContain('profile');
  });

  it('overprints small black text only, and switches on change only', async () => {
    const ops = content(
      await print([word(black, 9), word(black, 12), word(red, 9), word(black, 24), word(white, 9)]),
    );
    expect(ops.match(/\/\w+ gs/g)).toEqual(['/Fills gs', '/Knock gs']);
    expect(ops.match(/[\d. ]+ k/g)).toEqual(['0 0 0 1 k', '0 1 0.9 0 k', '0 0 0 1 k', '0 0 0 0 k']);
    expect(ops.match(/BT/g)).toHaveLength(1);
  });

  it('overprints again after a turned label', async () => {
    const turned: Item = {
      kind: 'turned',
      x: 50,
      y: 50,
      degrees: 90,
      runs: [run(face('sans'), 'up', { x: 0, y: 0, size: 8 })],
    };
    const ops = content(await print([word(red, 9), turned, word(black, 9)]));
    expect(ops.match(/\/\w+ gs|\bQ\b|Tj|TJ/g)).toEqual(['Tj', '/Fills gs', 'Tj', 'Q', '/Fills gs', 'Tj']);
  });

  it('shows nothing of a group outside its clip', async () => {
    const box: Item = { kind: 'box', x: -10, y: -10, width: 60, height: 60, ink: black };
    const cut: Item = {
      kind: 'group',
      x: 100,
      y: 100,
      role: undefined,
      story: undefined,
      alt: undefined,
      clip: { x: 0, y: 0, width: 20, height: 30 },
      items: [box],
    };
    const file = await print([cut, { ...box, x: 200, y: 100 }]);
    expect(content(file).match(/re \w n?|\bQ\b|re f/g)).toEqual(['re W n', 're f', 'Q', 're f']);
    expect(content(file)).toContain('q 100 370 20 30 re W n');
    if (installed('pdftoppm')) {
      const pixels = withFile(file, 'pdftoppm', ['-r', '72', '-gray', 'FILE']);
      const at = (x: number, y: number): boolean => pixels[pixels.length - 400 * (500 - y) + x]! < 128;
      expect([at(95, 105), at(105, 105), at(119, 129), at(125, 105), at(105, 135), at(205, 95)]).toEqual([
        false,
        true,
        true,
        false,
        false,
        false,
      ]);
      expect(at(205, 105)).toBe(true);
    }
  });

  it('draws rules, boxes and drawings in CMYK where the frame has them', async () => {
    const drawing: DrawingItem = {
      kind: 'drawing',
      x: 100,
      y: 100,
      scale: 2,
      shapes: [
        {
          path: [['M', 0, 0], ['L', 10, 0], ['C', 10, 5, 5, 10, 0, 10], ['Z']],
          fill: red,
          fillRule: 'evenodd',
          stroke: { ink: black, width: 1, cap: 'round', join: 'bevel', dash: [2, 1] },
        },
      ],
    };
    const items: Item[] = [
      { kind: 'rule', x1: 10, y1: 20, x2: 110, y2: 20, width: 0.5, ink: black },
      { kind: 'box', x: 10, y: 30, width: 50, height: 20, ink: red },
      { kind: 'group', x: 5, y: 6, role: 'figure', story: undefined, alt: undefined, items: [drawing] },
    ];
    expect(content(await print(items)).split('\n')).toEqual([
      '/Lines gs',
      '0 0 0 1 K',
      '0.5 w',
      '10 480 m 110 480 l S',
      '0 1 0.9 0 k',
      '10 450 50 20 re f',
      '2 w',
      '1 J',
      '2 j',
      '[4 2] 0 d',
      '105 394 m 125 394 l 125 384 115 374 105 374 c h B*',
    ]);
  });

  it('leaves links out and uses no RGB', async () => {
    const link: Item = {
      kind: 'link',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      target: { url: 'https://example.org' },
    };
    const file = await print([word(red, 9), link]);
    expect(syntax(file)).not.toMatch(/Annot|URI|DeviceRGB/);
    expect(content(file)).not.toMatch(/ (rg|RG|g|G)$/m);
  });

  it('is the same twice', async () => {
    const items = [word(black, 9), word(red, 30)];
    expect(Buffer.compare(await print(items), await print(items))).toBe(0);
  });
});

/** A picture of one colour as sharp prepares it. */
async function jpeg(space: 'cmyk' | 'b-w' | 'srgb', gray: number): Promise<PictureRendition> {
  const plain = sharp({
    create: { width: 8, height: 8, channels: 3, background: { r: gray, g: gray, b: gray } },
  });
  const { data, info } = await plain.toColourspace(space).jpeg().toBuffer({ resolveWithObject: true });
  return { data, width: 8, height: 8, channels: info.channels as 1 | 3 | 4 };
}

describe('pictures in the press PDF', () => {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const at = (x: number, file: string): PictureItem => ({
    kind: 'picture',
    x,
    y: 10,
    width: 80,
    height: 60,
    file,
    crop,
  });

  it('are embedded once, four channels inverted, gray as DeviceGray', async () => {
    const kinds = { 'cmyk.jpg': await jpeg('cmyk', 255), 'gray.jpg': await jpeg('b-w', 0) };
    const file = await writePrintPdf(
      edition([page([at(0, 'cmyk.jpg'), at(90, 'gray.jpg'), at(180, 'cmyk.jpg')])]),
      {
        press,
        rendition: async ({ file: name }) => kinds[name as keyof typeof kinds],
      },
    );
    const pdf = syntax(file);
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect(pdf).toMatch(/\/ColorSpace \/DeviceCMYK\n\/Decode \[1 0 1 0 1 0 1 0\]/);
    expect(pdf).toMatch(/\/ColorSpace \/DeviceGray\n\/Filter/);
    expect(content(file)).toContain('q 80 0 0 60 180 430 cm /I0 Do Q');
    if (installed('pdftoppm')) {
      const pixels = withFile(file, 'pdftoppm', ['-r', '72', '-gray', 'FILE']);
      const row = pixels.subarray(pixels.length - 400 * 500 + 400 * 30);
      expect([row[40]! > 230, row[130]! < 40, row[220]! > 230]).toEqual([true, true, true]);
    }
  });

  it('may not be RGB', async () => {
    const rgb = { ...(await jpeg('srgb', 9)), channels: 3 as const };
    const written = writePrintPdf(edition([page([at(0, 'a.jpg')])]), { press, rendition: async () => rgb });
    await expect(written).rejects.toThrow('a.jpg: a rendition of 3 channels');
  });
});
