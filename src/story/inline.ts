/** Inline markup to text runs: Markdown phrasing nodes in, runs with marks and places out. */

import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { isLanguage, languageMeant } from '../problem/languages.js';
import { nearestOf } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import { readDirection, readLanguage } from './attributes.js';
import { markupHint, markupName } from './markup-names.js';
import type { SourceText } from './source-text.js';
import { directionOf, type RichText, type TextRun } from './story.js';

type Marks = Omit<TextRun, 'text' | 'span' | 'pageOf'>;

const PLAIN: Marks = { bold: false, italic: false, lang: undefined, spans: [], url: undefined };

/** Runs of a paragraph's children. Markup that means nothing here is a problem and keeps its text. */
export function inlineRuns(
  nodes: readonly PhrasingContent[],
  source: SourceText,
  problems: Problems,
): RichText {
  const reader = new InlineReader(source, problems);
  for (const node of nodes) reader.add(node, PLAIN);
  return reader.runs;
}

/** A text without markup as one run. */
export function plainRun(text: string, span: Span): RichText {
  return [{ text, ...PLAIN, pageOf: undefined, span }];
}

/** Names of inline markup, for suggestions. */
const INLINE_NAMES = ['page', 'span', 'smallcaps', 'ar', 'en', 'fr'];
/** Names of blocks that people take for inline markup. */
const BLOCK_NAMES = ['slogan', 'pull', 'sidebar', 'passage', 'source', 'contents', 'list', 'signature'];

class InlineReader {
  readonly runs: TextRun[] = [];

  constructor(
    private readonly source: SourceText,
    private readonly problems: Problems,
  ) {}

  add(node: PhrasingContent, marks: Marks): void {
    switch (node.type) {
      case 'text':
        for (const piece of this.source.pieces(node))
          this.runs.push({ ...piece, ...marks, pageOf: undefined });
        break;
      case 'break':
        this.addText('\u2028', node, marks);
        break;
      case 'emphasis':
        this.addAll(node.children, { ...marks, italic: true });
        break;
      case 'strong':
        this.addAll(node.children, { ...marks, bold: true });
        break;
      case 'link':
        this.addAll(node.children, { ...marks, url: node.url });
        break;
      case 'textDirective':
        this.addDirective(node, marks);
        break;
      case 'inlineCode':
        this.addText(node.value, node, { ...marks, verbatim: true });
        break;
      default:
        this.problems.error(
          'unknown-markup',
          this.source.span(node, this.source.slice(node).length),
          `${markupName(node.type)} cannot stand in a text`,
          markupHint(node.type),
        );
    }
  }

  private addAll(nodes: readonly PhrasingContent[], marks: Marks): void {
    for (const node of nodes) this.add(node, marks);
  }

  private addText(text: string, node: PhrasingContent, marks: Marks): void {
    this.runs.push({ text, ...marks, pageOf: undefined, span: this.source.span(node, text.length) });
  }

  private addDirective(node: TextDirective, marks: Marks): void {
    const { name, children } = node;
    const written = this.source.slice(node);
    const span = this.source.span(node, name.length + 1);
    this.expectClosed(node);
    if (!/[[{]/.test(written)) {
      // A colon before a word, such as in “10:am”.
      this.addText(written, node, marks);
    } else if (name === 'page') {
      this.addPage(node, marks);
    } else if (name === 'smallcaps') {
      this.addSmallCapitals(node, marks);
    } else if (name === 'span' || isLanguage(name)) {
      const { lang: asked, dir } = node.attributes ?? {};
      const at = this.source.span(node);
      const lang = name === 'span' ? (readLanguage(asked, at, this.problems) ?? marks.lang) : name;
      const direction =
        readDirection(dir, at, this.problems) ?? (lang === undefined ? undefined : directionOf(lang));
      this.expectText(node);
      const spans = direction === undefined ? marks.spans : [...marks.spans, { direction }];
      this.addAll(children, { ...marks, lang, spans });
    } else {
      this.problems.error(
        'unknown-markup',
        span,
        `“:${name}[…]” is no markup of a story`,
        directiveHint(name),
      );
      this.addAll(children, marks);
    }
  }

  /** A bracket right behind a directive is one that the parser could not take with it. */
  private expectClosed(node: TextDirective): void {
    const sign = this.source.after(node);
    if (sign !== '[' && sign !== '{') return;
    const written = this.source.slice(node) + sign;
    const other = sign === '[' ? ']' : '}';
    const hint = `Put “${other}” behind its text; for the sign itself write “\\${sign}”.`;
    this.problems.error(
      'unknown-markup',
      this.source.span(node, written.length),
      `“${written}” is not closed`,
      hint,
    );
  }

  private expectText(node: TextDirective): void {
    if (node.children.length > 0) return;
    const span = this.source.span(node, node.name.length + 1);
    const message = `“:${node.name}[…]” has no text`;
    this.problems.error('unknown-markup', span, message, 'Write its text between the brackets.');
  }

  /** `:smallcaps[NATO]`, `:smallcaps[Anno Domini]`: see `smallCapitals` in compose.ts. */
  private addSmallCapitals(node: TextDirective, marks: Marks): void {
    this.expectText(node);
    const text = node.children.map(lettersOf).join('');
    if (text !== '' && !/[\p{Lu}\p{Ll}]/u.test(text)) {
      const span = this.source.span(node, node.name.length + 1);
      const message = '“:smallcaps[…]” has no letters of which there are capitals';
      this.problems.warning('no-capitals', span, message, 'Take the markup out; Arabic has no capitals.');
    }
    const smallCaps = /\p{Ll}/u.test(text) ? 'small-letters' : 'whole';
    this.addAll(node.children, { ...marks, smallCaps });
  }

  /** `:page[olive]`. */
  private addPage(node: TextDirective, marks: Marks): void {
    const [first, ...rest] = node.children;
    const span = this.source.span(node, this.source.slice(node).length);
    const pageOf = first?.type === 'text' && rest.length === 0 ? first.value.trim() : '';
    if (pageOf === '') {
      const hint = 'Write the id of a story in the brackets: :page[olive].';
      this.problems.error('unknown-markup', span, '“:page[…]” names no story', hint);
    } else this.runs.push({ text: '', ...marks, pageOf, span });
  }
}

/** The letters of a node, markup left out. */
function lettersOf(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(lettersOf).join('') : '';
}

function directiveHint(name: string): string {
  const block = nearestOf(name, BLOCK_NAMES);
  if (block === 'source') return 'Write “::source[…]” on a line of its own.';
  if (block !== undefined)
    return `Write “:::${block}” on a line of its own, its text below, and “:::” after it.`;
  const meant = languageMeant(name) ?? nearestOf(name, INLINE_NAMES);
  if (meant !== undefined) return `Did you mean “:${meant}[…]”?`;
  return 'Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.';
}
