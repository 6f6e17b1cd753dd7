/** Addresses in running text: which words are links, and where they lead. */

import { describe, expect, it } from 'vitest';
import { addressesIn, withAddresses } from '../../src/story/addresses.js';
import { plainRun } from '../../src/story/inline.js';
import type { RichText } from '../../src/story/story.js';

const SPAN = { file: 'a.md', line: 3, column: 5, length: 1 };
const found = (text: string): string[] =>
  addressesIn(text).map(({ start, end, url }) => `${text.slice(start, end)} -> ${url}`);

describe('addresses', () => {
  it.each([
    [
      'See https://example.org/a_b?c=d#e.',
      ['https://example.org/a_b?c=d#e -> https://example.org/a_b?c=d#e'],
    ],
    ['(www.example.com/x), and', ['www.example.com/x -> https://www.example.com/x']],
    ['https://example.org/w(iki)', ['https://example.org/w(iki) -> https://example.org/w(iki)']],
    ['editors@example.org، أو', ['editors@example.org -> mailto:editors@example.org']],
    ['find us at example.org.', ['example.org -> https://example.org']],
    ['«http://example.org/أ»', ['http://example.org/أ -> http://example.org/أ']],
    [
      'Example.org/news, a@b.museum',
      ['Example.org/news -> https://Example.org/news', 'a@b.museum -> mailto:a@b.museum'],
    ],
  ])('%s', (text, wanted) => expect(found(text)).toEqual(wanted));

  it.each(['e.g. this', 'Node.js and 3.5', 'a@b', 'the end.Of it', 'org', '12.com.3', 'example.organic'])(
    'none in %s',
    text => expect(found(text)).toEqual([]),
  );
});

describe('a text with addresses', () => {
  const texts = (text: RichText): string[] =>
    text.map(run => (run.url === undefined ? run.text : `<${run.text}>`));

  it('is cut where they begin and end, with their places', () => {
    const cut = withAddresses(plainRun('Write to a@example.org now', SPAN));
    expect(texts(cut)).toEqual(['Write to ', '<a@example.org>', ' now']);
    expect(cut.map(run => run.span.column)).toEqual([5, 14, 27]);
  });

  it('finds one that changes its marks on the way', () => {
    const [plain] = plainRun('see https://exam', SPAN);
    const [bold] = plainRun('ple.org/x.', SPAN);
    const cut = withAddresses([plain!, { ...bold!, bold: true }]);
    expect(texts(cut)).toEqual(['see ', '<https://exam>', '<ple.org/x>', '.']);
    expect(cut.slice(1, 3).map(run => run.url)).toEqual(['https://example.org/x', 'https://example.org/x']);
  });

  it('keeps the editor’s own links, and is the same object without any', () => {
    const own = [{ ...plainRun('example.org', SPAN)[0]!, url: 'https://other.example' }];
    expect(withAddresses(own)).toBe(own);
  });
});
