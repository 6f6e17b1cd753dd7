/** A short text such as a headline or a caption to runs: inline markup means something in it, blocks do not. */

import type { Paragraph } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import type { TextPlace } from '../problem/place.js';
import type { Problems, Span } from '../problem/problem.js';
import { inlineRuns, plainRun } from './inline.js';
import { SourceText } from './source-text.js';
import type { RichText } from './story.js';

/** Markdown that newspaper text meets by accident: indented paragraphs, lines of dashes below a text. */
export const ACCIDENTS = ['codeIndented', 'setextUnderline', 'definition'] as const;

/** “1. May” and “# 5” in a headline are what they look like. */
const NO_BLOCKS = {
  disable: {
    null: [...ACCIDENTS, 'blockQuote', 'codeFenced', 'headingAtx', 'htmlFlow', 'list', 'thematicBreak'],
  },
};

function parseLine(text: string): ReturnType<typeof fromMarkdown> {
  const { text: inText } = directive();
  return fromMarkdown(text, {
    extensions: [inText === undefined ? {} : { text: inText }, NO_BLOCKS],
    mdastExtensions: [directiveFromMarkdown()],
  });
}

/** A short text of one line or paragraph, such as a headline or a caption. */
export function parseInline(text: string, origin: Span | TextPlace, problems: Problems): RichText {
  const source = new SourceText(text, origin);
  const paragraphs = parseLine(text).children.filter((node): node is Paragraph => node.type === 'paragraph');
  return paragraphs.flatMap((paragraph, index) => {
    const runs = inlineRuns(paragraph.children, source, problems);
    return index === 0 ? runs : [...plainRun(' ', source.span(paragraph)), ...runs];
  });
}
