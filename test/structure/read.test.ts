/** The structure of documents, read off the frames of a small paper, and the texts of its stories. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun, Group, Item } from '../../src/frame/frame.js';
import { inPart } from '../../src/frame/parts.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { elementsOf, joined, runsOf, type StructureElement, textOf } from '../../src/structure/structure.js';
import { edition, face, PROSE, page, run } from '../pdf/helper.js';
import { outlineOf, structuredIssue } from '../support/structured.js';

const paper = async (): Promise<StructureElement> => readStructure((await structuredIssue()).made.edition)!;

const storyOf = (document: StructureElement, id: string): StructureElement =>
  [...elementsOf(document, 'story')].find(({ story }) => story === id)!;

describe('a paper', () => {
  it('has this structure', async () => {
    await expect(outlineOf(await paper()).join('\n')).toMatchFileSnapshot('expected/paper.txt');
  });

  it('has one element for a story that goes on over pages, and for a paragraph', async () => {
    const story = storyOf(await paper(), 'long');
    const pages = (element: StructureElement): Set<number> =>
      new Set(runsOf(element).map(placed => placed.page));
    expect(pages(story).size).toBe(3);
    expect([...elementsOf(story, 'paragraph')].some(paragraph => pages(paragraph).size === 2)).toBe(true);
    expect([...elementsOf(story, 'headline')]).toHaveLength(1);
  });

  it('has a table once whose header stands over each of its columns', async () => {
    const { made } = await structuredIssue();
    const story = storyOf(readStructure(made.edition)!, 'table');
    expect([...elementsOf(story, 'table')]).toHaveLength(1);
    expect([...elementsOf(story, 'header-cell')].map(textOf)).toEqual(['Name', 'Value']);
    const heads = JSON.stringify(made.edition.pages, (key, value) =>
      key === 'face' || key === 'span' ? undefined : value,
    ).match(/"role":"header-cell","block":0/g);
    expect(heads!.length).toBeGreaterThan(2);
  });

  it('says the languages and directions of its stories', async () => {
    const document = await paper();
    const voice = (id: string) => {
      const { lang, rtl } = storyOf(document, id);
      return { lang, rtl };
    };
    expect(document.lang).toBe('ar');
    expect(voice('long')).toEqual({ lang: 'en', rtl: false });
    expect(voice('arabic')).toEqual({ lang: 'ar', rtl: true });
    const spans = [...elementsOf(document, 'span')].map(span => `${span.lang} ${textOf(span)}`);
    expect(spans).toEqual(['fr les mots', 'ar كلمات', 'en Antoine Galland']);
  });

  it('joins the rectangles of a link that goes on over a line end', async () => {
    const links = [...elementsOf(await paper(), 'link')];
    const [address] = links.filter(link => textOf(link).startsWith('https'));
    expect(address!.links.length).toBeGreaterThan(1);
    expect(textOf(address!)).toBe(
      'https://example.org/a-long-address/that-goes-on/over-the-end/of-its-line/and-so/on.html',
    );
  });
});

describe('the text of a story', () => {
  it('is a line a paragraph, an entry and a row', async () => {
    const texts = storyTexts(await paper());
    expect([...texts.keys()]).toEqual(['long', 'table', 'arabic']);
    const blocks = texts.get('long')!.split('\n\n');
    expect(blocks.slice(0, 4)).toEqual(['The kicker', 'The long head', 'A deck of a few words.', 'The desk']);
    expect(blocks).toContain('1. First entry\n2. Second entry');
    expect(blocks).toContain('Name\tValue\nOne\t1');
    expect(blocks.slice(-2)).toEqual(['What is seen. By hand', 'Only a caption.\n']);
    expect(texts.get('long')).not.toMatch(/Continued|\u00ad|■|\n\n\n/);
    expect(texts.get('arabic')).toContain('في سنة ١٧٠٦ كتب Antoine Galland كتابًا.');
    expect(texts.get('table')).toContain('\nRow 3\t\nRow 4\t28\n');
  });
});

const group = (role: Group['role'], items: readonly Item[], more: Partial<Group> = {}): Group => ({
  kind: 'group',
  x: 0,
  y: 0,
  role,
  story: 's',
  alt: undefined,
  items,
  ...more,
});
const words = (text: string, x = 10, y = 20, more: Partial<GlyphRun> = {}): GlyphRun => ({
  ...run(face('serif'), text, { x, y }),
  ...more,
});
const read = (...items: readonly Item[]): string[] =>
  outlineOf(readStructure(edition([page(items)], { lang: 'en' })) ?? { kind: 'text', runs: [] });

describe('frames', () => {
  it('without roles have no structure', () => {
    expect(readStructure(edition([page([words('a'), group(undefined, [words('b')])])]))).toBeUndefined();
  });

  it('are read in the order of their blocks, wherever they stand', () => {
    const items = [
      group('paragraph', [words('two ')], { block: 1 }),
      group('headline', [words('head')], { block: -1 }),
      group('caption', [words('under')], { block: 0 }),
      group('paragraph', [words('one')], { block: 0 }),
      group('paragraph', [words('more')], { block: 1 }),
    ];
    expect(read(...items).slice(1)).toEqual([
      '  story s',
      '    headline 1 “head”',
      '    paragraph “one”',
      '    paragraph “two more”',
      '    caption “under”',
    ]);
  });

  it('are read by the places of their runs in the line', () => {
    const line = [words('last', 10, 20, { place: 1 }), words('first ', 60, 20, { place: 0 })];
    expect(read(group('paragraph', line)).slice(2)).toEqual(['    paragraph “first last”']);
  });

  it('leave furniture out, and what is in it only by its group', () => {
    const folio = inPart([words('7')], 'paragraph', 0);
    const jump = inPart([words('On page 2')], 'jump', 0);
    expect(read(...folio, group('furniture', [words('again')]), group('furniture', jump)).slice(2)).toEqual([
      '    jump “On page 2”',
    ]);
  });

  it('with pictures need words for them', () => {
    const picture = {
      kind: 'picture',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      file: 'a',
      crop: { x: 0, y: 0, width: 1, height: 1 },
    } as const;
    const figure = (block: number, alt?: string) => group('figure', [picture], { block, alt });
    const caption = group('caption', [words('seen')], { block: 1 });
    expect(read(figure(0, 'said'), figure(1), caption, figure(2)).slice(2)).toEqual([
      '    figure alt “said”',
      '      (picture)',
      '    picture',
      '      figure alt “seen”',
      '        (picture)',
      '      caption “seen”',
    ]);
  });

  it('with a table that is a header alone have rows without a header over them', () => {
    const rows = (...cells: readonly Item[]) => read(group('table', [group('row', cells, { block: 0 })]));
    const cell = (role: 'header-cell' | 'cell', text: string) => inPart([words(text)], role, 0);
    expect(rows(...cell('header-cell', 'only')).slice(2)).toEqual([
      '    table',
      '      row',
      '        header-cell “only”',
    ]);
    expect(rows(...cell('cell', 'only')).slice(2, 4)).toEqual(['    table', '      table-body']);
  });

  it('skip no level of heading', () => {
    const deep = inPart([words('deep')], 'subhead', 3);
    const side = group('sidebar', [...inPart([words('side')], 'subhead', 0), ...deep]);
    expect(read(side).slice(2)).toEqual(['    sidebar', '      subhead 1 “side”', '      subhead 2 “deep”']);
  });

  it('join lines as their text has it', () => {
    const lines = (['', ' ', '\n'] as const).map(after => ({
      ...words('ab'),
      line: { ...PROSE, first: true, after },
    }));
    const placed = [...lines, words('c')].map(item => ({ run: item, page: 1, left: 0, y: 0 }));
    expect(joined(placed)).toBe('abab ab\nc');
  });
});
