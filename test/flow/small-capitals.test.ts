/** Small capitals: the font's own glyphs, the letters as typed, and a warning where the font has none. */

import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Face } from '../../src/fonts/face.js';
import { setWithProblems } from '../support/issue.js';
import { runsOf, textOf } from '../support/newspaper.js';
import { problems, rich, runsIn, setter } from '../support/setting.js';

/** Ids of the glyphs as fontkit, which is not the shaper of the press, finds them. */
function glyphsOf(face: Face, text: string, features: string[]): number[] {
  const font = fontkit.create(face.data as Buffer) as unknown as {
    layout(text: string, features: string[]): { glyphs: { id: number }[] };
  };
  return font.layout(text, features).glyphs.map(({ id }) => id);
}

function drawn(text: string, style = 'body', lang = 'en') {
  const set = setter.set(rich(text), style, lang, 10_000, { align: 'start' });
  return runsIn(setter.draw(set, 0, 0));
}

describe('marked text', () => {
  it.each([
    ['NATO', ['smcp', 'c2sc']],
    ['Nato', ['smcp']],
    ['Čiğdem', ['smcp']],
  ])('%s is set in the font’s own small capitals, and copies as typed', (text, features) => {
    const [run] = drawn(`:smallcaps[${text}]`);
    expect(run!.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id))).toEqual(
      glyphsOf(run!.face, text, features),
    );
    expect(run!.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id))).not.toEqual(
      glyphsOf(run!.face, text, []),
    );
    expect(textOf(run!)).toBe(text);
  });

  it('of a face without them is set as it is, with a warning at its place', () => {
    const before = problems.list.length;
    const [first, , second] = drawn('*:smallcaps[NATO]* and *:smallcaps[UN]*');
    for (const run of [first!, second!]) {
      expect(run.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id))).toEqual(
        glyphsOf(run.face, textOf(run), []),
      );
    }
    expect(problems.list.slice(before)).toEqual([
      {
        code: 'no-small-capitals',
        severity: 'warning',
        span: { file: 'test.md', line: 1, column: 13, length: 1 },
        message: 'source-serif italic has no small capitals, so “NATO” is set as it is',
        hint: 'Take the markup out, set it upright, or use a font that has them.',
      },
    ]);
  });

  it('needs no small capitals for digits and signs', () => {
    const before = problems.list.length;
    drawn('*a :smallcaps[12 & 13] b*');
    expect(problems.list.slice(before).map(({ code }) => code)).not.toContain('no-small-capitals');
  });
});

describe('a style in small capitals', () => {
  const stories = {
    s: '---\nlang: en\nheadline: H\nkicker: Water\ndeck: A line *or two*\n---\nText.\n',
    t: '---\nlang: ar\nheadline: ع\nkicker: ماء\ndeck: سطر\n---\nنص.\n',
  };

  it('is warned of once, at the layout, where its font has none', async () => {
    const { set, problems: found } = await setWithProblems({
      stories,
      layout: [
        ['  deck:\n    all: { balance: true }', '  deck:\n    all: { balance: true, smallCaps: true }'],
      ],
    });
    const mine = found.list.filter(({ code }) => /capitals|feature/.test(code));
    expect(mine.map(({ span, message }) => `${span?.file} ${message}`)).toEqual([
      'layouts/tabloid.yaml the style “deck” asks for small capitals, which are not in source-serif italic or noto-naskh',
    ]);
    const text = runsOf(set, 's', ['deck']).map(({ run }) => textOf(run));
    expect(text.join('')).toBe('A line or two');
  });

  it('is set in them where its font has them, and warned of at a text that leaves that font', async () => {
    const { set, problems: found } = await setWithProblems({
      stories,
      layout: [
        [
          'Latn: { font: [source-serif, noto-naskh], italic: true,',
          'Latn: { font: [source-serif, noto-naskh], smallCaps: true,',
        ],
      ],
    });
    const mine = found.list.filter(({ code }) => /capitals|feature/.test(code));
    expect(mine.map(({ span, message }) => `${span?.file}:${span?.line}:${span?.column} ${message}`)).toEqual(
      ['issues/5/stories/s.md:5:15 source-serif italic has no small capitals, so “or two” is set as it is'],
    );
    const [run] = runsOf(set, 's', ['deck']);
    expect(run!.run.clusters.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)).slice(0, 6)).toEqual(
      glyphsOf(run!.run.face, 'A line', ['smcp']),
    );
  });
});
