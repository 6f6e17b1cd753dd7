/** Small issues in a few lines: stories by id, a layout and a paper changed by text replacement, the set issue out. */

import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import type { SetIssue } from '../../src/build.js';
import { setIssue } from '../../src/build.js';
import type { Item } from '../../src/frame/frame.js';
import type { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';
import { plainText } from '../../src/story/story.js';
import { itemsOf, newspaper, prose, runsOf, textOf } from './newspaper.js';

export type Change = readonly [from: string | RegExp, to: string];

export interface IssueText {
  /** Markdown files by story id, in the issue's order. */
  readonly stories: Readonly<Record<string, string>>;
  /** Further lines of issue.yaml. */
  readonly issue?: string;
  readonly layout?: readonly Change[];
  readonly publication?: readonly Change[];
  /** Files in the pictures folder. */
  readonly pictures?: Readonly<Record<string, string | Uint8Array>>;
}

/** A paper in English first, bound on the left. */
export const ENGLISH_FIRST: readonly Change[] = [
  ['languages: [ar, en]', 'languages: [en, ar]'],
  ['binding: right', 'binding: left'],
];

/** A paper without fillers: what its text leaves free stays blank. */
export const NO_FILLERS: Change = [/^fillers:[\s\S]*?(?=^print:)/m, ''];

/** The tabloid with another number of columns. */
export function columnsOf(count: number): Change {
  return ['count: 4, gutter: 6mm', `count: ${count}, gutter: 5mm`];
}

/** A sheet of 200 by 260 mm: pages fill soon. */
export const SMALL_SHEET: Change = ['width: 280mm, height: 400mm', 'width: 200mm, height: 260mm'];

/** A story file with a headline and prose of so many words. */
export function story(lang: 'ar' | 'en', words: number, seed = 1, head = ''): string {
  const text = words === 0 ? '' : `${prose(words, lang, seed + 1)}\n`;
  return `---\nlang: ${lang}\nheadline: ${prose(4, lang, seed).trim()}\n${head}---\n${text}`;
}

export function gray(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
}

/** A drawing of the given size with some content. */
export function svg(width: number, height: number, content = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect x="0" y="0" width="${width}" height="${height}" fill="#cccccc"/>${content}</svg>`;
}

export function projectOf({
  stories,
  issue = '',
  layout = [],
  publication = [],
  pictures = {},
}: IssueText): Project {
  const ids = Object.keys(stories).join(', ');
  const project = newspaper({
    'issues/5/issue.yaml': `number: 5\ndate: "2021-05-01"\nstories: [${ids}]\n${issue}`,
    ...Object.fromEntries(Object.entries(stories).map(([id, text]) => [`issues/5/stories/${id}.md`, text])),
    ...Object.fromEntries(
      Object.entries(pictures).map(([file, data]) => [`issues/5/pictures/${file}`, data]),
    ),
  });
  rewrite(project.path('layouts/tabloid.yaml'), layout);
  rewrite(project.path('issues/publication.yaml'), publication);
  return project;
}

function rewrite(path: string, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to replace: ${from}`);
    text = changed;
  }
  writeFileSync(path, text);
}

/** The issue as set, with the problems it met; errors fail the test. */
export async function setWithProblems(text: IssueText): Promise<{ set: SetIssue; problems: Problems }> {
  const problems = new Problems();
  const set = await setIssue(projectOf(text), '5', problems);
  if (set === undefined) throw new Error(problems.list.map(problem => problem.message).join('\n'));
  return { set, problems };
}

export async function setText(text: IssueText): Promise<SetIssue> {
  return (await setWithProblems(text)).set;
}

/** Items of one page (the first is 1), groups opened. */
export function pageItems(set: SetIssue, page: number): Exclude<Item, { kind: 'group' }>[] {
  return [...itemsOf(set.made.edition.pages[page - 1]!)].map(({ item }) => item);
}

/** The page on which a story's headline stands. */
export function pageOf(set: SetIssue, id: string): number | undefined {
  return runsOf(set, id, ['headline']).find(({ page }) => page > 1 || set.manifest.issue.front === undefined)
    ?.page;
}

/** Lines of a story's text in the order of the frames: runs of one baseline and column joined. */
export function linesOf(set: SetIssue, id: string, roles: readonly string[]): string[] {
  const lines: string[] = [];
  let last: number | undefined;
  for (const { run } of runsOf(set, id, roles)) {
    if (run.y === last) lines.push(`${lines.pop()}${textOf(run)}`);
    else lines.push(textOf(run));
    last = run.y;
  }
  return lines;
}

const BODY = ['paragraph', 'subhead', 'list-item', 'quote', 'source'];

/** Characters of text without spaces, isolates and the end mark, sorted: the same however the text is set. */
export function letters(text: string): string {
  return [...text.replace(/[\s\u00a0■\u2066-\u2069\u2028]/g, '')].sort().join('');
}

/** The letters of a story's body as written and as found in the frames. */
export function bodyLetters(set: SetIssue, id: string): { wanted: string; found: string } {
  const { blocks } = set.stories.find(item => item.id === id)!;
  const wanted = blocks.map(block => ('text' in block ? plainText(block.text) : '')).join('');
  const found = runsOf(set, id, BODY).map(({ run }) => textOf(run));
  return { wanted: letters(wanted), found: letters(found.join('')) };
}
