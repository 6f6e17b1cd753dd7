/** What a publication may say of preflight, what is said of its mistakes, and the rules that hold for files before any page is made. */

import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { embeddingFault } from '../../src/manifest/check-font.js';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Project } from '../../src/manifest/project.js';
import { severitiesOf } from '../../src/manifest/schema-preflight.js';
import { Problems } from '../../src/problem/problem.js';
import { type Change, changed, LAYOUT, PUBLICATION, problemsOf, SERIF, writeProject } from './project.js';

const saying = (preflight: string, inkLimit = 240): Record<string, Change> => ({
  [PUBLICATION]: ['  inkLimit: 240\n', `  inkLimit: ${inkLimit}\n  preflight: ${preflight}\n`],
});

function settingsOf(changes: Record<string, Change>) {
  const { manifest } = readIssueFiles(new Project(writeProject(changed(changes))), '1', new Problems());
  return manifest!.publication.print.preflight;
}

it('rules left out are a newspaper’s', () => {
  expect(settingsOf({})).toEqual({
    resolution: { error: 100, warning: 150 },
    crop: { warning: 50 },
    caption: 'warning',
    credit: 'warning',
    alt: 'warning',
    'untagged-cmyk': 'warning',
    'drawing-rasterised': 'warning',
    'ink-flat': 'error',
    'ink-mean': 'error',
    'ink-peak': 'warning',
    'spot-colours': { warning: 0 },
    'coloured-type': { warning: 10 },
    'reversed-type': { warning: 10 },
    'type-on-tint': { warning: 30 },
    'type-on-rule': 'warning',
    'thin-rule': { warning: 0.5 },
    'thin-coloured-rule': { warning: 1.5 },
    'font-embedding': 'error',
    'page-count': { error: 2, warning: 4 },
    'empty-page': 'warning',
    overset: 'error',
    'missing-glyph': 'error',
    'loose-line': 'warning',
    'torn-word': 'warning',
    'pdf-x': 'error',
    'black-overprint': 'error',
  });
});

it('words and limits of single rules', () => {
  const settings = settingsOf(
    saying('{ caption: off, resolution: { error: 120 }, thin-rule: off, loose-line: error }'),
  );
  expect(settings).toMatchObject({ caption: 'off', resolution: { error: 120 }, 'thin-rule': 'off' });
  expect(severitiesOf(settings).get('caption')).toBe('off');
  expect(severitiesOf(settings).get('loose-line')).toBe('error');
  expect(severitiesOf(settings).has('resolution')).toBe(false);
  expect(severitiesOf(settings).has('overset')).toBe(false);
});

it('rules that are none, words that are none, limits in place of words', () => {
  expect(problemsOf(saying('{ captoin: off }'))).toEqual([
    'issues/publication.yaml:16:16 unknown-key: unknown key “captoin” in “print.preflight” | Did you mean “caption”?',
  ]);
  expect(problemsOf(saying('{ caption: warn }'))).toEqual([
    'issues/publication.yaml:16:25 wrong-value: “caption” must be “off” or “warning” or “error”, not “warn” | Did you mean “warning”?',
  ]);
  expect(problemsOf(saying('{ resolution: 150 }'))).toEqual([
    'issues/publication.yaml:16:28 wrong-value: “resolution” must be off, or limits such as { error: 100, warning: 150 }, not the number 150 | Write its keys below it, indented: error, warning.',
  ]);
  expect(problemsOf(saying('{ resolution: { worning: 150 } }'))).toEqual([
    'issues/publication.yaml:16:30 unknown-key: unknown key “worning” in “print.preflight.resolution” | Did you mean “warning”?',
  ]);
  expect(problemsOf(saying('{ overset: off }'))).toEqual([
    'issues/publication.yaml:16:25 wrong-value: “overset” must be “warning” or “error”, not “off” | Write one of these words.',
  ]);
});

it('an ink of the layout that is too much for the press, at its line', () => {
  const message = 'layouts/small.yaml:7:16 ink-flat: “red” prints 205 % of ink, and the press takes 200 %';
  const hint = 'Take less of cyan, magenta and yellow; black may replace what they have in common.';
  expect(problemsOf(saying('{ }', 200))).toEqual([`${message} | ${hint}`]);
  expect(problemsOf(saying('{ ink-flat: warning }', 200))).toEqual([
    `${message.replace('ink-flat:', 'ink-flat (warning):')} | ${hint}`,
  ]);
  expect(problemsOf(saying('{ ink-flat: off }', 200))).toEqual([]);
  const spot: Record<string, Change> = {
    [LAYOUT]: ['screen: "#b5121b" }', 'screen: "#b5121b", spot: PANTONE 485 C }'],
  };
  expect(problemsOf({ ...saying('{ }', 200), ...spot })).toEqual([]);
});

/** The small font with what its table OS/2 says of embedding (OpenType 1.9: fsType); the table lies over numbers that nobody reads. */
function fontAllowing(kind: number): string {
  const bytes = Buffer.from(SERIF, 'latin1');
  const [at, length] = [2, 10];
  bytes.writeUInt16BE(kind, at + 8);
  const record = bytes.indexOf('OS/2');
  bytes.writeUInt32BE(at, record + 8);
  bytes.writeUInt32BE(length, record + 12);
  return bytes.toString('latin1');
}

it('fonts by what their licence says of embedding', () => {
  const fault = (kind: number): string | undefined => {
    const root = writeProject({ 'a.ttf': '' });
    const file = `${root}/a.ttf`;
    writeFileSync(file, Buffer.from(fontAllowing(kind), 'latin1'));
    return embeddingFault(file)?.message;
  };
  expect([0, 4, 8, 6].map(fault)).toEqual([undefined, undefined, undefined, undefined]);
  expect(fault(2)).toBe('does not allow itself to be embedded in documents');
  expect(fault(0x104)).toBe('may be embedded as a whole only, not as a subset');
  expect(fault(0x204)).toBe('does not allow its outlines to be embedded');
});

it('a font that may not be embedded is named at its line', () => {
  expect(problemsOf({ 'fonts/serif.ttf': fontAllowing(2) })).toEqual([
    'fonts/fonts.yaml:5:30 font-embedding: the font file serif.ttf does not allow itself to be embedded in documents | Ask its maker for a licence to embed it, or use another font.',
  ]);
});
