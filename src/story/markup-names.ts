/** Markdown that stories do not know: the parser's name of it in, an editor's name and what to write instead out. */

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  html: ['an HTML tag', 'Write *italic* or **bold**; put a backslash before < if it should print.'],
  image: ['a picture', 'Put it under “pictures” in the head of the story.'],
  imageReference: ['a picture', 'Put it under “pictures” in the head of the story.'],
  blockquote: [
    'a quotation with “>”',
    'For a pull quote write “:::pull” above and “:::” below; put a backslash before > if it should print.',
  ],
  thematicBreak: ['a line of dashes or stars', 'Write “## A subhead” to part sections.'],
  code: ['a block of code', 'Take the lines ``` out.'],
  footnoteReference: ['a footnote', 'Put it in brackets into the text.'],
  linkReference: ['a link by reference', 'Write [text](address).'],
  list: ['a list inside a list', 'Write it as a list of its own.'],
  table: ['a table', 'Leave an empty line above it and write it outside lists.'],
  heading: ['a subhead', 'Leave an empty line above it and write it outside lists.'],
  containerDirective: ['a block', 'Write it outside lists.'],
  leafDirective: ['a block', 'Write it outside lists.'],
};

/** What an editor calls the markup. */
export function markupName(type: string): string {
  return NAMES[type]?.[0] ?? `this markup (${type})`;
}

/** What to write instead. */
export function markupHint(type: string): string {
  return NAMES[type]?.[1] ?? 'Put a backslash before its first sign if it should print as it stands.';
}
