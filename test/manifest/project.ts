/** Tiny newspapers in temporary folders: a good one, changed by each test, and the problems that its reading finds. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Project } from '../../src/manifest/project.js';
import { NEEDED_STYLES } from '../../src/manifest/style-names.js';
import { type Problem, Problems } from '../../src/problem/problem.js';
import { readStories } from '../../src/story/read.js';

export const PUBLICATION = 'issues/publication.yaml';
export const ISSUE = 'issues/1/issue.yaml';
export const BREAD = 'issues/1/stories/bread.md';
export const WATER = 'issues/1/stories/water.md';
export const LAYOUT = 'layouts/small.yaml';
export const FONTS = 'fonts/fonts.yaml';

const words = (lang: string): string =>
  `  ${lang}: { page: "p {page}", continued: "to {page}", from: "from {page}", number: "no {number}", sources: s, months: [a, b, c, d, e, f, g, h, i, j, k, l] }`;

const styles = NEEDED_STYLES.filter(name => name !== 'body').map(name => `  ${name}: { all: { size: 9pt } }`);

/** The head of a font file whose tables are all there and all empty: enough for reading a manifest. */
const TABLES = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'maxp', 'name'];
export const SERIF = `\0\u0001\0\0\0\u0008\0\0\0\0\0\0${TABLES.map(tag => tag + '\0'.repeat(12)).join('')}`;

/** A newspaper with nothing wrong in it. */
export const GOOD: Readonly<Record<string, string>> = {
  [PUBLICATION]: `title: { ar: حقيقة, en: Truth }
languages: [ar, en]
binding: right
digits: { ar: arabic-indic, en: european }
layout: small
words:
${words('ar')}
${words('en')}
sections:
  city: { ar: مدينة, en: City }
print:
  profile: layouts/news.icc
  condition: SNAP 2007
  identifier: CGATS TR 002
  inkLimit: 240
`,
  [ISSUE]: `number: 1
date: 2022-03-01
pages: 4
front:
  picture:
    file: dawn.jpg
  main:
    story: bread
  teasers:
    - story: water
stories:
  - bread
  - water
plan:
  - pages: 2-3
    section: city
    stories: [bread]
  - { pages: 4, stories: [water] }
`,
  [BREAD]: `---
lang: en
section: city
headline: What a loaf costs
pictures:
  - file: loaf.jpg
    caption: A loaf.
---
Bread is dear. See page :page[water].
`,
  [WATER]: `---
lang: ar
headline: ماء المدينة
---
شرب الناس :en[water] من البئر.
`,
  'issues/1/pictures/dawn.jpg': '',
  'issues/1/pictures/loaf.jpg': '',
  'layouts/news.icc': '',
  [LAYOUT]: `sheet: { width: 100mm, height: 150mm, bleed: 3mm }
margins: { top: 5mm, bottom: 5mm, inside: 5mm, outside: 5mm }
columns: { count: 2, gutter: 4mm }
grid: 3pt
inks:
  black: { cmyk: [0, 0, 0, 100], screen: "#141414" }
  red: { cmyk: [0, 100, 90, 15], screen: "#b5121b" }
styles:
  body:
    all: { font: [serif], size: 9pt, leading: 12pt }
    Arab: { size: 11pt, leading: 15pt }
${styles.join('\n')}
head:
  height: 24pt
  texts:
    - { text: "{section.en}", lang: en, style: caption, at: left, y: 9pt }
folio:
  height: 24pt
front:
  masthead: { height: 60pt }
  teaserPicture: 30pt
  gap: 12pt
  rule: 2pt
module:
  gap: 12pt
  rule: 1pt
  ruleInk: black
  leastPicture: 0.3
  mostPicture: 1.3
  sidebarInk: red
  sidebarRule: 1pt
  sidebarPadding: 6pt
  endMark: "■"
`,
  [FONTS]: `families:
  serif:
    scripts: [Latn, Arab]
    faces:
      - { weight: 400, file: serif.ttf }
fallback:
  any: [serif]
`,
  'fonts/serif.ttf': SERIF,
};

/** Changes to the good newspaper: a whole new text, a piece of the old one and its replacement, or null to delete. */
export type Change = string | null | readonly [string, string] | readonly (readonly [string, string])[];

/** Writes files into a new temporary folder, which goes when the test ends. */
export function writeProject(files: Readonly<Record<string, string | null>>): string {
  const root = mkdtempSync(join(tmpdir(), 'issue-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** The good newspaper with changes. */
export function changed(changes: Readonly<Record<string, Change>>): Record<string, string | null> {
  const files: Record<string, string | null> = { ...GOOD };
  for (const [file, change] of Object.entries(changes)) {
    if (change === null || typeof change === 'string') {
      files[file] = change;
      continue;
    }
    const pairs = (typeof change[0] === 'string' ? [change] : change) as readonly (readonly [
      string,
      string,
    ])[];
    let text = files[file] ?? '';
    for (const [old, replacement] of pairs) {
      if (text.split(old).length !== 2)
        throw new Error(`“${old}” stands ${text.split(old).length - 1} times in ${file}`);
      text = text.replace(old, () => replacement);
    }
    files[file] = text;
  }
  return files;
}

/** Reads issue 1 and the texts of its stories: the problems, as a sorted list of lines. */
export function problemsOf(changes: Readonly<Record<string, Change>>): string[] {
  const problems = new Problems();
  const project = new Project(writeProject(changed(changes)));
  const { stories } = readIssueFiles(project, '1', problems);
  readStories(stories.sources, 'en', problems, [...stories.entries.keys()]);
  return [...problems.list].sort(byPlace).map(told);
}

function byPlace(a: Problem, b: Problem): number {
  const key = ({ span }: Problem): string =>
    `${span?.file}:${String(span?.line).padStart(4, '0')}:${String(span?.column).padStart(4, '0')}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** `file:line:column severity code: message | hint`. */
function told({ span, severity, code, message, hint }: Problem): string {
  const kind = severity === 'error' ? code : `${code} (warning)`;
  return `${span?.file}:${span?.line}:${span?.column} ${kind}: ${message} | ${hint ?? 'NO HINT'}`;
}
