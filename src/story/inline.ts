/** Inline markup to text runs: Markdown phrasing nodes in, runs with marks and places out. */

import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Problems, Span } from '../problem/problem.js';
import type { Direction } from '../text/paragraph.js';
import type { RichText, TextRun } from './story.js';

/** Turns a Markdown position into a place in the editor's file. */
export type Locate = (node: { position?: { start: { line: number; column: number } } | undefined }) => Span;

type Marks = Omit<TextRun, 'text' | 'span' | 'pageOf'>;

const PLAIN: Marks = { bold: false, italic: false, lang: undefined, direction: undefined, url: undefined };
const LANGUAGE = /^[a-z]{2,3}$/;

/** Runs of a paragraph's children. Markup that means nothing here is a problem and keeps its text. */
export function inlineRuns(nodes: readonly PhrasingContent[], locate: Locate, problems: Problems): RichText {
  const runs: TextRun[] = [];
  for (const node of nodes) addNode(node, PLAIN, runs, locate, problems);
  return runs;
}

/** A text without markup as one run. */
export function plainRun(text: string, span: Span): RichText {
  return [{ text, ...PLAIN, pageOf: undefined, span }];
}

function addNode(
  node: PhrasingContent,
  marks: Marks,
  runs: TextRun[],
  locate: Locate,
  problems: Problems,
): void {
  const inside = (children: readonly PhrasingContent[], inner: Marks): void => {
    for (const child of children) addNode(child, inner, runs, locate, problems);
  };
  const text = (value: string, inner = marks): void => {
    runs.push({ text: value, ...inner, pageOf: undefined, span: locate(node) });
  };
  switch (node.type) {
    case 'text':
      text(node.value.replace(/\s+/g, ' '));
      break;
    case 'break':
      text('\u2028');
      break;
    case 'emphasis':
      inside(node.children, { ...marks, italic: true });
      break;
    case 'strong':
      inside(node.children, { ...marks, bold: true });
      break;
    case 'link':
      inside(node.children, { ...marks, url: node.url });
      break;
    case 'textDirective':
      addDirective(node, marks, inside, text, runs, locate, problems);
      break;
    case 'inlineCode':
      text(node.value);
      break;
    default:
      problems.error(
        'unknown-markup',
        locate(node),
        `this markup (${node.type}) has no meaning in a story`,
        'Put a backslash before the sign if it should print as it stands.',
      );
  }
}

function addDirective(
  node: TextDirective,
  marks: Marks,
  inside: (children: readonly PhrasingContent[], inner: Marks) => void,
  text: (value: string) => void,
  runs: TextRun[],
  locate: Locate,
  problems: Problems,
): void {
  const { name, children } = node;
  const attributes = node.attributes ?? {};
  if (children.length === 0 && Object.keys(attributes).length === 0) {
    text(`:${name}`);
  } else if (name === 'page') {
    const first = children[0];
    const pageOf = first?.type === 'text' ? first.value.trim() : '';
    runs.push({ text: '', ...marks, pageOf, span: locate(node) });
  } else if (name === 'span' || LANGUAGE.test(name)) {
    const lang = name === 'span' ? (attributes['lang'] ?? marks.lang) : name;
    const direction = readDirection(attributes['dir'], node, locate, problems) ?? marks.direction;
    inside(children, { ...marks, lang: lang ?? undefined, direction });
  } else {
    problems.error(
      'unknown-markup',
      locate(node),
      `“:${name}[…]” is no markup of a story`,
      'Use :ar[…] or another language code, :span[…]{lang=… dir=…} or :page[story].',
    );
    inside(children, marks);
  }
}

function readDirection(
  value: string | null | undefined,
  node: TextDirective,
  locate: Locate,
  problems: Problems,
): Direction | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'ltr' || value === 'rtl') return value;
  problems.error('wrong-value', locate(node), `dir must be ltr or rtl, not “${value}”`);
  return undefined;
}
