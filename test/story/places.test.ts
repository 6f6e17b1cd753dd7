/** Places through YAML: texts in every style of YAML in; the line and column of each word in the file out. */

import { expect, it } from 'vitest';
import { parseYaml } from '../../src/manifest/source.js';
import { Problems } from '../../src/problem/problem.js';
import { parseBlocks, parseInline } from '../../src/story/markdown.js';

/** Every run of the value `a` as `line:column text`. */
function places(yaml: string, firstLine = 1): string[] {
  const problems = new Problems();
  const source = parseYaml('f.yaml', yaml, firstLine, problems);
  const value = (source.value as { a: string }).a;
  const runs = parseInline(value, source.textStart(['a']), problems);
  expect(problems.list).toEqual([]);
  return runs.map(run => `${run.span.line}:${run.span.column} ${run.text}`);
}

it('plain', () => {
  expect(places('a: one *two* three\n')).toEqual(['1:4 one ', '1:9 two', '1:13  three']);
});

it('plain over several lines', () => {
  const found = places('a: one\n   two *three*\n  four\n');
  expect(found).toEqual(['1:4 one ', '2:4 two ', '2:9 three', '2:15  ', '3:3 four']);
});

it('double quotes with escapes', () => {
  const found = places('a: "x \\"y\\" \\u0627 *z*"\n');
  expect(found).toEqual(['1:5 x "', '1:9 y"', '1:12  ا', '1:19  ', '1:21 z']);
});

it('double quotes over several lines, one end escaped', () => {
  expect(places('a: "one\n  two\\\n  three"\n')).toEqual(['1:5 one ', '2:3 two', '3:3 three']);
});

it('single quotes with a quote inside', () => {
  expect(places("a: 'it''s *so*'\n")).toEqual(["1:5 it'", '1:9 s ', '1:12 so']);
});

it('a literal block', () => {
  expect(places('a: |\n  one\n  *two*\n')).toEqual(['2:3 one ', '3:4 two']);
});

it('a folded block, with a first line that is not the first of the file', () => {
  expect(places('a: >\n  one\n  two *three*\n', 7)).toEqual(['8:3 one ', '9:3 two ', '9:8 three']);
});

it('paragraphs of a folded block', () => {
  const problems = new Problems();
  const source = parseYaml('f.yaml', 'b: x\na: >\n\n  one\n  two\n\n  three :zzz[x]\n', 1, problems);
  const value = (source.value as { a: string }).a;
  parseBlocks(value, source.textStart(['a']), problems);
  expect(problems.list.map(({ span }) => span)).toEqual([{ file: 'f.yaml', line: 7, column: 9, length: 4 }]);
});
