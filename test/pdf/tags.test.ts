/** The tagged reader PDF as other programs take it: its words, structure, links and outline. */

import { describe, expect, it } from 'vitest';
import { writePrintPdf, writeSharePdf } from '../../src/pdf/write.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { elementsOf, runsOf, textOf } from '../../src/structure/structure.js';
import { structuredIssue } from '../support/structured.js';
import { grayPictures, press } from './helper.js';
import { installed, readByPdfium, readByPoppler, syntax, texts, withFile } from './inspect.js';
import { type Dictionary, PdfObjects, type Value } from './objects.js';
import { allOf, readByPdfium as structureByPdfium } from './pdfium-structure.js';
import { readers } from './readers.js';
import { type Element, StructureTree } from './structure.js';

const written = new Map<boolean, Promise<Uint8Array>>();

/** The paper of the tests. */
async function paper(tagged = true): Promise<Uint8Array> {
  const { made } = await structuredIssue();
  const pdf = written.get(tagged) ?? writeSharePdf(made.edition, { rendition: grayPictures, tagged });
  written.set(tagged, pdf);
  return pdf;
}

async function documentOf() {
  return readStructure((await structuredIssue()).made.edition)!;
}

/** Letters alone, for what is set in capitals or divided by hyphens. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

describe('tags change no word', () => {
  it('in pdfium', async () => {
    expect(await readByPdfium(await paper())).toBe(await readByPdfium(await paper(false)));
  });
  it.skipIf(!installed('pdftotext'))('in poppler', async () => {
    expect(readByPoppler(await paper())).toBe(readByPoppler(await paper(false)));
  });
  it('in MuPDF', async () => {
    const { pages } = readers.find(({ name }) => name === 'MuPDF')!;
    expect(await pages(await paper())).toEqual(await pages(await paper(false)));
  });
  it.skipIf(!installed('pdftoppm'))('and no dot of the picture', async () => {
    const draw = (pdf: Uint8Array): Buffer => withFile(pdf, 'pdftoppm', ['-r', '40', '-gray', 'FILE']);
    expect(draw(await paper()).equals(draw(await paper(false)))).toBe(true);
  });
});

describe.skipIf(!installed('qpdf'))('the structure tree, as qpdf reads it', () => {
  const treeOf = async (): Promise<StructureTree> => new StructureTree(PdfObjects.read(await paper()));

  it('has every letter of each story once and in order', async () => {
    const tree = await treeOf();
    const texts = [...storyTexts(await documentOf()).values()];
    const articles = tree.ofType('Art');
    expect(articles).toHaveLength(texts.length);
    const jump = ({ dictionary }: Element): boolean => dictionary['/S'] === '/JumpLine';
    for (const [index, text] of texts.entries())
      expect(lettersOf(tree.text(articles[index]!, jump))).toBe(lettersOf(text));
  });

  it('parts words at line ends by spaces', async () => {
    const tree = await treeOf();
    const long = tree.ofType('P').map(item => tree.text(item));
    const body = [...elementsOf(await documentOf(), 'paragraph')]
      .map(textOf)
      .filter(text => text.length > 200);
    for (const text of body.filter(item => /^[a-z. ]+$/.test(item)))
      expect(long.map(item => item.replace(/[-\u200e]/g, '').trim())).toContain(text);
  });

  it('leaves the leaders of contents out', async () => {
    const tree = await treeOf();
    const entries = tree.ofType('TOCI').map(entry => tree.text(entry).replace(/\p{Cf}/gu, ''));
    expect(entries).toHaveLength(4);
    for (const entry of entries) expect(entry).toMatch(/^\S+( \S+)* \d$/);
  });

  it('says language and direction where they change', async () => {
    const tree = await treeOf();
    const said = (type: string) => tree.ofType(type).map(({ dictionary }) => dictionary['/Lang']);
    expect(tree.pdf.catalog['/Lang']).toBe('u:ar');
    expect(said('Art')).toEqual(['u:en', 'u:en', undefined]);
    expect(said('Span')).toEqual(['u:fr', undefined, 'u:en'].map((lang, at) => (at === 1 ? 'u:ar' : lang)));
    const modes = tree
      .ofType('Art')
      .map(({ dictionary }) => (dictionary['/A'] as Dictionary)?.['/WritingMode']);
    expect(modes).toEqual([undefined, undefined, '/RlTb']);
  });

  it('has lists with their kind of label', async () => {
    const tree = await treeOf();
    const kinds = tree
      .ofType('L')
      .map(({ dictionary }) => (dictionary['/A'] as Dictionary)['/ListNumbering']);
    expect(kinds).toEqual(['/Decimal', '/Disc']);
  });
});

describe.skipIf(!installed('qpdf'))('links', () => {
  it('lead to the pages and addresses of their text, a rectangle a line', async () => {
    const pdf = PdfObjects.read(await paper());
    const tree = new StructureTree(pdf);
    const links = [...elementsOf(await documentOf(), 'link')];
    const found = tree.ofType('Link');
    expect(found).toHaveLength(links.length);
    for (const [index, link] of links.entries()) {
      const [{ item }] = link.links as [(typeof link.links)[number]];
      const annotations = found[index]!.children.flatMap(child =>
        'annotation' in child ? [pdf.dictionary(child.annotation)] : [],
      );
      const lines = new Set(runsOf(link).map(({ run }) => run.line)).size;
      // A link over a whole head or line has its rectangle from the layout.
      expect(annotations.length).toBe('url' in item.target ? lines : 1);
      for (const annotation of annotations) {
        if ('url' in item.target)
          expect((annotation['/A'] as Dictionary)['/URI']).toBe(`u:${item.target.url}`);
        else {
          const [page, way, left, top] = annotation['/Dest'] as Value[];
          expect(pdf.pageReferences.indexOf(page as string) + 1).toBe(item.target.page);
          expect([way, typeof left, typeof top]).toEqual(['/XYZ', 'number', 'number']);
        }
      }
    }
  });

  it('say where they lead, even where their text is a number', async () => {
    const pdf = PdfObjects.read(await paper());
    const said = [...pdf.dictionaries()]
      .filter(dictionary => dictionary['/Type'] === '/Annot')
      .map(dictionary => dictionary['/Contents']);
    expect(said).toContain('u:رأس عربي (4)');
    expect(said).toContain('u:Continued on page 3');
    expect(said).toContain('u:editors@example.org');
  });

  it('stand on the text that they link', async () => {
    const pdf = PdfObjects.read(await paper());
    for (const page of pdf.pages) {
      const box = page['/MediaBox'] as number[];
      for (const reference of (page['/Annots'] ?? []) as string[]) {
        const [left, bottom, right, top] = pdf.dictionary(reference)['/Rect'] as [
          number,
          number,
          number,
          number,
        ];
        expect(right - left).toBeGreaterThan(2);
        expect(top - bottom).toBeGreaterThan(6);
        expect(left >= 0 && bottom >= 0 && right <= box[2]! && top <= box[3]!).toBe(true);
      }
    }
  });
});

describe('pdfium’s structure', () => {
  it('reaches every sequence of every page once', async () => {
    for (const { elements, objects } of await structureByPdfium(await paper())) {
      const reached = [...allOf(elements)].flatMap(({ mcids }) => mcids);
      expect(new Set(reached).size).toBe(reached.length);
      expect(new Set(reached)).toEqual(new Set(objects.filter(mcid => mcid >= 0)));
    }
  });

  it('has the headings, figures and cells of the paper', async () => {
    const pages = await structureByPdfium(await paper());
    const all = pages.flatMap(({ elements }) => [...allOf(elements)]);
    const types = new Set(all.map(({ type }) => type));
    for (const type of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TH',
      'TD',
      'BlockQuote',
      'Link',
      'Caption',
      'TOCI',
    ])
      expect(types).toContain(type);
    expect(all.filter(({ type }) => type === 'Figure').map(({ alt }) => alt)).toEqual([
      'The front.',
      'A gray area.',
      'Only a caption.',
    ]);
  });
});

describe.skipIf(!installed('qpdf'))('the outline', () => {
  it('has sections with their stories, each at its page', async () => {
    const pdf = PdfObjects.read(await paper());
    const entries = (parent: Dictionary): string[] => {
      const lines: string[] = [];
      for (let at = parent['/First']; at !== undefined; at = pdf.dictionary(at)['/Next']) {
        const entry = pdf.dictionary(at);
        const page = pdf.pageReferences.indexOf((entry['/Dest'] as string[])[0]!) + 1;
        lines.push(`${String(entry['/Title']).slice(2)} ${page}`, ...entries(entry).map(line => `  ${line}`));
      }
      return lines;
    };
    expect(entries(pdf.dictionary(pdf.catalog['/Outlines']))).toEqual([
      'ماء / Water 2',
      '  The long head 2',
      'A table 4',
      'أرض / Land 4',
      '  رأس عربي 4',
    ]);
  });
});

describe('the file', () => {
  it('says nothing of its makers but the program’s name, and no date', async () => {
    const [packet] = Buffer.from(await paper())
      .toString()
      .match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)!;
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet).not.toMatch(/Date|Tool|Producer|History|\d{4}-\d\d/);
  });
  it('grows little by its tags', async () => {
    const [tagged, plain] = [(await paper()).length, (await paper(false)).length];
    expect(tagged).toBeLessThan(plain * 1.15);
  });
});

it('the press PDF has no tags, links or outline', async () => {
  const { made } = await structuredIssue();
  const pdf = await writePrintPdf(made.edition, { rendition: grayPictures, press });
  expect(syntax(pdf)).not.toMatch(/StructTreeRoot|MarkInfo|Annots|Outlines|StructParents|pdfuaid/);
  expect(texts(pdf).filter(stream => /\b(BDC|BMC)\b/.test(stream))).toEqual([]);
});
