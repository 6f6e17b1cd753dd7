/** Lists over several columns within a column of text. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenColumns } from '../../src/flow/even-columns.js';
import { Problems } from '../../src/problem/problem.js';
import { parseBlocks } from '../../src/story/markdown.js';
import { prose } from '../support/newspaper.js';
import { LINE, nameOf, paragraph } from '../support/pieces.js';
import { dumpPieces, extentOf, prepared, setter, storyOf } from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;
const ORIGIN = { file: 'a.md', line: 1, column: 1, length: 1 };

const list = (entries: readonly string[], columns = 2): string =>
  `:::list{columns=${columns}}\n${entries.map(entry => `- ${entry}`).join('\n')}\n:::`;
const body = (lang: string, text: string) => prepared(storyOf(lang, text)).body;

describe('a list over columns', () => {
  it('is read down, then across', () => {
    expect(dumpPieces(body('en', list(['One', 'Two', 'Three', 'Four', 'Five'])))).toMatchInlineSnapshot(`
      [
        "0..27.7 @9 [source-serif/400 9.5] •|One",
        "0..28.7 @21 [source-serif/400 9.5] •|Two",
        "0..36 @33 [source-serif/400 9.5] •|Three",
        "90..120.7 @9 [source-serif/400 9.5] •|Four",
        "90..127.6 @21 [source-serif/400 9.5] •|Five |■",
      ]
    `);
  });

  it('has its first column on the right in a right-to-left story', () => {
    const [piece] = body('ar', list(['أ', 'ب', 'ج', 'د']));
    const lines = dumpPieces([piece!]).filter(line => /[أجبد]/.test(line));
    const start = (word: string): number => Number.parseFloat(lines.find(line => line.includes(word))!);
    expect(start('أ')).toBeGreaterThan(start('ج'));
    expect(extentOf(piece!.draw(0, 0)).right).toBeCloseTo(WIDTH);
  });

  it('is one piece of whole lines inside its column', () => {
    for (const columns of [1, 2, 3]) {
      const entries = [3, 1, 4, 2, 6].map((words, seed) => prose(words, 'en', seed).trim());
      const pieces = body('en', `Above.\n\n${list(entries, columns)}\n\nBelow.`);
      expect(pieces).toHaveLength(3);
      expect(pieces[1]!.height % 12).toBeCloseTo(0);
      const { left, right } = extentOf(pieces[1]!.draw(0, 0));
      expect(left).toBeGreaterThanOrEqual(-0.01);
      expect(right).toBeLessThanOrEqual(WIDTH + 0.01);
    }
  });

  it('counts on from its first number', () => {
    const text = dumpPieces(body('en', ':::list{columns=2}\n7. a\n8. b\n:::')).join();
    expect(text).toContain('7.');
    expect(text).toContain('8.');
  });

  it('takes the end mark behind its last entry', () => {
    expect(dumpPieces(body('en', list(['One', 'Two']))).at(-1)).toMatch(/Two.*■/);
  });

  it('stands in a sidebar too', () => {
    const story = storyOf(
      'en',
      `:::sidebar{title="Box"}\n${list(['One', 'Two'])}\n:::`
        .replace(/^:::s/, '::::s')
        .replace(/:::$/, '::::'),
    );
    const [insert] = prepared(story).inserts;
    const items = insert!.draw({ x: 0, y: 0, width: WIDTH, height: insert!.heightAt(1, WIDTH) }, false);
    expect(extentOf(items).right).toBeLessThan(WIDTH);
  });

  it.each([
    [':::list{column=2}\n- a\n:::', 'a list has no “column” | Did you mean “columns”?'],
    [':::list{columns=9}\n- a\n:::', 'must be a whole number up to 4, not “9”'],
    [':::list\nText.\n:::', '“:::list” holds something that is no entry'],
    [':::list\n:::', '“:::list” has no text'],
  ])('is mended where it is wrong: %j', (text, message) => {
    const problems = new Problems();
    parseBlocks(text, ORIGIN, problems);
    expect(problems.list.map(({ message: said, hint }) => `${said} | ${hint}`).join('\n')).toContain(message);
  });
});

describe('even columns', () => {
  const set = { count: 3, columnWidth: 50, gutter: 10, direction: 'ltr' as const };

  it('hold every piece once, in order, and are no lower than they must be', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 9 });
    const checked = fc.property(lengths, list => {
      const pieces = list.flatMap((lines, at) => paragraph('abcdefghi'[at]!, lines));
      const { depth, draw } = evenColumns(pieces, set, LINE);
      const items = draw(0, 0);
      expect(items.map(nameOf)).toEqual(pieces.map(piece => nameOf(piece.draw(0, 0)[0])));
      expect(depth).toBeGreaterThanOrEqual((pieces.length * LINE) / set.count);
      for (const item of items)
        expect(item.kind === 'box' && item.y + item.height).toBeLessThanOrEqual(depth);
    });
    fc.assert(checked, { seed: 14 });
  });
});
