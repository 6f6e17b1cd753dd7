/** Shaping as we do it against the command line hb-shape, and against fontkit where both are right: texts in, the same glyphs out. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Face } from '../../src/fonts/face.js';
import { type ShapingRequest, shapeRun } from '../../src/fonts/shaper.js';
import { shapeText, type Wish } from './support.js';
import { open, SAMPLES, type Sample, TYPEFACES } from './support-shaping.js';

const { stdout: installed, error: missing } = spawnSync('hb-shape', ['--version'], { encoding: 'utf8' });

/** Before HarfBuzz 14.3 (pull request 6115) marks went with letters that the font's kerning lifts later, as Aref Ruqaa's does. */
const [major = 0, minor = 0] = (/\d+\.\d+/.exec(installed ?? '')?.[0] ?? '').split('.').map(Number);
const liftsMarks = major < 14 || (major === 14 && minor < 3);

/** A glyph as hb-shape writes it; `cl` counts characters, which are UTF-16 units in these texts. */
interface Glyph {
  readonly g: number;
  readonly cl: number;
  readonly dx: number;
  readonly dy: number;
  readonly ax: number;
}

type Call = Pick<ShapingRequest, 'rtl' | 'script' | 'lang' | 'features'> & {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
};

/** Glyphs of each line of text, from left to right. */
function hbShape(lines: readonly string[], call: Call): Glyph[][] {
  const { stdout, stderr } = spawnSync(
    'hb-shape',
    [
      `--font-file=${call.path}`,
      `--direction=${call.rtl ? 'rtl' : 'ltr'}`,
      `--script=${call.script}`,
      `--language=${call.lang}`,
      `--features=${call.features.join()}`,
      ...(call.before ? [`--text-before=${call.before}`] : []),
      ...(call.after ? [`--text-after=${call.after}`] : []),
      '--no-glyph-names',
      '--output-format=json',
    ],
    { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const answers = stdout.trim().split('\n');
  if (answers.length !== lines.length) throw new Error(stderr);
  return answers.map(answer => JSON.parse(answer) as Glyph[]);
}

function ours(face: Face, text: string, sample: Sample, start = 0, end = text.length): Glyph[] {
  const { rtl, script, lang } = sample;
  return shapeRun(face, { text, start, end, rtl, script, lang, features: [] }).map(glyph => ({
    g: glyph.id,
    cl: glyph.cluster,
    dx: glyph.xOffset,
    dy: glyph.yOffset,
    ax: glyph.xAdvance,
  }));
}

/** Only what is compared: hb-shape adds the vertical advance. */
function bare(glyphs: readonly Glyph[], from = 0): Glyph[] {
  return glyphs.map(({ g, cl, dx, dy, ax }) => ({ g, cl: cl + from, dx, dy, ax }));
}

describe.skipIf(missing !== undefined)('shapeRun gives what hb-shape gives', () => {
  for (const typeface of TYPEFACES) {
    for (const sample of SAMPLES.filter(({ script }) => typeface.scripts.includes(script))) {
      it(`${sample.language} in ${typeface.name}`, () => {
        const face = open(typeface.path);
        const lines = sample.lines.flatMap(line => [...new Set([line, line.normalize('NFD')])]);
        const theirs = hbShape(lines, { ...sample, features: [], path: typeface.path });
        const differs = liftsMarks && typeface.name.startsWith('aref-ruqaa');
        const compared = (glyphs: readonly Glyph[]): Glyph[] =>
          bare(glyphs).map(glyph => (differs && glyph.ax === 0 ? { ...glyph, dy: 0 } : glyph));
        for (const [index, line] of lines.entries()) {
          expect(compared(ours(face, line, sample)), line).toEqual(compared(theirs[index]!));
        }
      });
    }
  }
});

describe.skipIf(missing !== undefined)('a word cut anywhere keeps its joined forms', () => {
  const naskh = TYPEFACES.find(({ name }) => name === 'noto-naskh/400')!;
  const sample = SAMPLES[0]!;
  it.each(['مُحَمَّدٌ', 'بَيْتُنَا', 'للّٰه', 'سَلَامٌ'])('%s', word => {
    const face = open(naskh.path);
    for (let cut = 1; cut < word.length; cut++) {
      const [before, after] = [word.slice(0, cut), word.slice(cut)];
      const call = { ...sample, features: [], path: naskh.path };
      expect(ours(face, word, sample, 0, cut)).toEqual(bare(hbShape([before], { ...call, after })[0]!));
      expect(ours(face, word, sample, cut)).toEqual(bare(hbShape([after], { ...call, before })[0]!, cut));
    }
  });
});

/** Paragraphs of several scripts and languages as the text stage sets them. */
const PARAGRAPHS: readonly (readonly [string, string, Wish])[] = [
  ['English in Arabic', 'قَالَتْ «NASA» إِنَّ office 12% ثُمَّ (2022)', { direction: 'rtl' }],
  ['bold inside a word', 'ال{b:مدرس}ة ودا{b:رُ} العَدْلِ', { direction: 'rtl' }],
  ['Arabic in English', 'The office in دِمَشْقَ fired “five” {ar:مُوَظَّفِينَ!} today.', {}],
  ['Turkish, tracked', 'fiil, ofis, ılık', { lang: 'tr', tracking: 40 }],
  ['Persian', 'می‌خواهم ۱۲٫۵ درصد از کتاب‌ها را', { direction: 'rtl', lang: 'fa' }],
  ['Urdu', '۴۵۶۷ روپے اور {en:Karachi 1947} کے اخبار', { direction: 'rtl', lang: 'ur' }],
  ['Sorani', 'ڕۆژنامەی گەل، {fr:journal « officiel »}', { direction: 'rtl', lang: 'ckb' }],
  ['Ukrainian', 'Її газета — «офіс» і {en:office}', { lang: 'uk' }],
  ['old figures', 'fifth of May 1234', { features: ['onum', 'smcp'] }],
];

describe.skipIf(missing !== undefined)('clusters of shapeParagraph are those of hb-shape', () => {
  it.each(PARAGRAPHS)('%s', (_, text, wish) => {
    const shaped = shapeText(text, wish);
    const { paragraph, items, clusters, starts, advances, itemOf } = shaped;
    for (const [index, item] of items.entries()) {
      const tracked = item.format.tracking > 0 ? ['-liga', '-clig'] : [];
      const [glyphs] = hbShape([paragraph.text.slice(item.start, item.end)], {
        rtl: (item.level & 1) === 1,
        script: item.script,
        lang: item.format.lang,
        features: [...item.format.features, ...tracked],
        path: pathOf(item.face),
        before: paragraph.text.slice(0, item.start),
        after: paragraph.text.slice(item.end),
      });
      const theirs = gather(bare(glyphs!, item.start));
      const mine = clusters.flatMap((cluster, at) =>
        itemOf[at] === index
          ? [{ start: starts[at]!, glyphs: cluster.glyphs, advance: cluster.advance }]
          : [],
      );
      expect(mine, paragraph.text.slice(item.start, item.end)).toEqual(theirs);
      for (const [at, cluster] of clusters.entries()) {
        if (itemOf[at] !== index) continue;
        const tracking = item.script !== 'Arab' && cluster.text !== '' ? item.format.tracking / 1000 : 0;
        expect(advances[at]).toBeCloseTo((cluster.advance / item.face.unitsPerEm + tracking) * item.size, 9);
      }
    }
  });
});

function pathOf(face: Face): string {
  return TYPEFACES.find(({ name }) => name === face.id)!.path;
}

/** Clusters in the order of the text, each with its glyphs from left to right, placed from its own origin. */
function gather(glyphs: readonly Glyph[]) {
  const starts = [...new Set(glyphs.map(({ cl }) => cl))].sort((a, b) => a - b);
  return starts.map(start => {
    let pen = 0;
    const placed = glyphs
      .filter(({ cl }) => cl === start)
      .map(({ g, dx, dy, ax }) => {
        const at = { id: g, dx: pen + dx, dy };
        pen += ax;
        return at;
      });
    return { start, glyphs: placed, advance: pen };
  });
}

/** What of fontkit's font object is used; the package ships no types. */
interface FontkitFont {
  layout(
    text: string,
    features: object,
    script: string,
    language: string,
    direction: string,
  ): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}

/** test/fonts/shaping.test.ts has Arabic, Persian, Urdu and English. */
describe('shapeRun gives what fontkit gives', () => {
  const tags = new Map([
    ['ckb', 'KUR '],
    ['ku', 'KUR '],
    ['tr', 'TRK '],
    ['es', 'ESP '],
    ['uk', 'UKR '],
  ]);
  for (const typeface of TYPEFACES) {
    for (const sample of SAMPLES.filter(
      ({ lang, script }) => tags.has(lang) && typeface.scripts.includes(script),
    )) {
      it(`${sample.language} in ${typeface.name}`, () => {
        const face = open(typeface.path);
        const other = fontkit.create(readFileSync(typeface.path)) as unknown as FontkitFont;
        const words = new Set(sample.lines.join(' ').match(/[\p{L}\p{Nd}]+/gu));
        let compared = 0;
        for (const word of words) {
          // Other faces are taken for letters that a face lacks.
          if (![...word].every(character => face.covers(character.codePointAt(0)!))) continue;
          const direction = sample.rtl ? 'rtl' : 'ltr';
          const run = other.layout(word, {}, sample.script.toLowerCase(), tags.get(sample.lang)!, direction);
          const theirs = run.glyphs.map(({ id }, at) => {
            const { xAdvance, xOffset, yOffset } = run.positions[at]!;
            return [id, Math.round(xAdvance), Math.round(xOffset), Math.round(yOffset)];
          });
          const mine = ours(face, word, sample).map(({ g, ax, dx, dy }) => [g, ax, dx, dy]);
          expect(mine, word).toEqual(theirs);
          compared++;
        }
        expect(compared).toBeGreaterThan(4);
      });
    }
  }
});

describe('language changes letters', () => {
  const ids = (name: string, text: string, lang: string): number[] => {
    const typeface = TYPEFACES.find(item => item.name === name)!;
    const sample = SAMPLES.find(item => item.script === (typeface.scripts[0] as string))!;
    return ours(open(typeface.path), text, { ...sample, lang }).map(({ g }) => g);
  };

  it('a Turkish i keeps its dot beside an f', () => {
    expect(ids('source-serif/400', 'fi', 'en')).toHaveLength(1);
    expect(ids('source-serif/400', 'fi', 'tr')).toHaveLength(2);
    expect(ids('barlow-condensed/500', 'fi', 'tr')).toHaveLength(2);
  });

  it('a Turkish i is not an ı', () => {
    expect(ids('source-serif/400', 'i', 'tr')).not.toEqual(ids('source-serif/400', 'ı', 'tr'));
  });

  it('Urdu figures four and seven are not the Persian ones', () => {
    expect(ids('noto-naskh/400', '۴', 'ur')).not.toEqual(ids('noto-naskh/400', '۴', 'fa'));
    expect(ids('noto-naskh/400', '۷', 'ur')).not.toEqual(ids('noto-naskh/400', '۷', 'fa'));
    expect(ids('noto-naskh/400', '۱', 'ur')).toEqual(ids('noto-naskh/400', '۱', 'fa'));
  });
});
