/** Quotes between blocks of text: `A` and so on for paragraphs, `# h`, `**B**`, `- i`, `> q` for a quote; as written in, as set out. */

import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';
import { parseBlocks } from '../../src/story/markdown.js';
import { placeQuotes } from '../../src/story/quote-places.js';
import { plainText } from '../../src/story/story.js';

/** The text of each block in order, for blocks written with a space between them. */
function placed(...written: string[]): string {
  const text = written.map(block => block.replace(/^> (.*)/, ':::pull\n$1\n:::')).join('\n\n');
  const blocks = parseBlocks(text, { file: 'a.md', line: 1, column: 1, length: 1 }, new Problems());
  return placeQuotes(blocks)
    .map(block => ('text' in block ? plainText(block.text) : block.kind))
    .join(' ');
}

describe('a quote', () => {
  it('stays where text stands above and below it', () => {
    expect(placed('A', '> q', 'B', 'C')).toBe('A q B C');
    expect(placed('# h', 'A', '> q', 'B')).toBe('h A q B');
  });

  it('written under a subhead goes behind the paragraph that follows', () => {
    expect(placed('A', '# h', '> q', 'B', 'C')).toBe('A h B q C');
  });

  it('written under a question in bold goes behind its answer', () => {
    expect(placed('A', '**Why?**', '> q', 'B', 'C')).toBe('A Why? B q C');
  });

  it('written over a subhead goes before the paragraph above', () => {
    expect(placed('A', 'B', '> q', '# h', 'C')).toBe('A q B h C');
  });

  it('stands over a subhead where sections are of one paragraph', () => {
    expect(placed('# g', 'A', '> q', '# h', 'B', '# i', 'C')).toBe('g A q h B i C');
    expect(placed('# g', 'A', '# h', '> q', 'B')).toBe('g A q h B');
  });

  it('written behind the last paragraph goes before it', () => {
    expect(placed('A', 'B', '> q')).toBe('A q B');
    expect(placed('A', 'B', '> q', '::source[s]')).toBe('A q B s');
  });

  it('stands behind no last words that a table follows', () => {
    expect(placed('A', 'B', '> q', '| a | b |\n|---|---|\n| 1 | 2 |')).toBe('A q B table');
  });

  it('does not part the items of a list', () => {
    expect(placed('A', '# h', '> q', '- i\n- j', 'B')).toBe('A h i j q B');
  });

  it('does not stand beside another one', () => {
    expect(placed('A', '> q', '> r', 'B', 'C')).toBe('A q B r C');
    expect(placed('A', 'B', 'C', '> q', '> r')).toBe('A q B r C');
  });

  it('looks past boxes, which stand beside the text', () => {
    expect(placed('A', '# h', ':::sidebar[t]\nx\n:::', '> q', 'B', 'C')).toBe('A h sidebar B q C');
    expect(placed('A', '> q', ':::sidebar[t]\nx\n:::', 'B')).toBe('A q sidebar B');
  });

  it('that begins the text stays, and so does one that has no better place', () => {
    expect(placed('> q', 'A', 'B')).toBe('q A B');
    expect(placed('A', '> q')).toBe('A q');
  });
});
