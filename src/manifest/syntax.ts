/** YAML syntax errors in an editor's words: the parser's error and the text in, place, message and hint out. */

import { type Document, isScalar, type Node, visit, type YAMLError } from 'yaml';

/** A syntax error told in plain words; offsets are those of the text. */
export interface SyntaxTrouble {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly hint: string;
  /** Whether it is a trouble of its own, whatever the parser met before. */
  readonly own: boolean;
}

const QUOTE_IT = 'Put quotes round the whole text.';
const COLON_BEGINS = 'A colon with a space after it begins a value.';
const COLON = 'a colon stands inside a text';
const GLUED = 'a space is missing after the colon';
const TAB = 'a tab stands in the indentation';

/** Troubles that no other trouble causes. */
const OWN: ReadonlySet<string> = new Set([COLON, GLUED, TAB]);

const INDENT = 'Begin all entries of one group in the same column, each deeper group two spaces further in.';

/** What a parser error means to somebody who does not know YAML by heart. */
export function tellSyntax(error: YAMLError, text: string, document: Document.Parsed): SyntaxTrouble {
  const [from, to] = error.pos;
  const tell = (message: string, hint: string, start = from, end = to): SyntaxTrouble => ({
    from: start,
    to: end,
    message,
    hint,
    own: OWN.has(message) || error.code === 'DUPLICATE_KEY' || error.code === 'BAD_SCALAR_START',
  });
  const unclosed = openQuote(document, text, error);
  if (unclosed !== undefined && error.code !== 'DUPLICATE_KEY') {
    const sign = text[unclosed]!;
    const hint = `Put a ${sign} at the end of the text.`;
    return tell(`the quote ${sign} is not closed on its line`, hint, unclosed, unclosed + 1);
  }
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tell(TAB, 'Indent with spaces; YAML takes no tabs there.');
    case 'DUPLICATE_KEY':
      return duplicateKey(text, document, from, tell);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('A block')
        ? tell('this line is indented wrongly', INDENT)
        : colonInText(text, from, tell);
    case 'MULTILINE_IMPLICIT_KEY':
      return isInBrackets(document, from) ? secondColon(text, from, tell) : lineWithoutKey(text, from, tell);
    case 'MISSING_CHAR':
      return lineWithoutKey(text, from, tell);
    case 'BAD_INDENT':
      return badIndent(error, text, document, from, tell);
    case 'BLOCK_IN_FLOW':
      return secondColon(text, from, tell);
    case 'BAD_DQ_ESCAPE':
      return tell(
        'a backslash with this sign means nothing',
        'Write \\\\ for a backslash, or use single quotes.',
        from,
        from + 2,
      );
    case 'MULTIPLE_DOCS':
      return tell('“---” begins a second document here', 'Take this line out.', from, from + 3);
    default:
      return (
        badBeginning(text, from, tell) ??
        tell(plain(error.message), `${QUOTE_IT} A text may not begin with a sign.`)
      );
  }
}

type Tell = (message: string, hint: string, start?: number, end?: number) => SyntaxTrouble;

/** A `!`, `&` or `*` before a text is YAML's own and swallows the word behind it. */
export function lostSign(text: string, at: number): SyntaxTrouble {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const sign = text.lastIndexOf('&', at);
  const from = sign >= lineStart ? sign : at;
  return { from, to: from + 1, message: beginning(text[from]!), hint: QUOTE_IT, own: false };
}

function beginning(sign: string): string {
  return `a text cannot begin with “${sign}”`;
}

function plain(message: string): string {
  const first = message.split(' at line ')[0]!.split('\n')[0]!.replace(/:$/, '');
  return first.charAt(0).toLowerCase() + first.slice(1);
}

/** Where a quoted text opens that has no end, or that runs over several lines up to an error: its quote was forgotten. */
function openQuote(document: Document.Parsed, text: string, error: YAMLError): number | undefined {
  const [at] = error.pos;
  const unclosed = error.message.startsWith('Missing closing');
  let opening: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return;
      const [from = 0, to = 0] = node.range ?? [];
      // Its end touches the error, but for spaces.
      const runsOver = text.slice(from, to).trimEnd().includes('\n') && text.slice(to, at).trim() === '';
      if (from < at && (runsOver || (unclosed && to >= at))) opening = from;
    },
  });
  return opening;
}

function duplicateKey(text: string, document: Document.Parsed, from: number, tell: Tell): SyntaxTrouble {
  let first: Node | undefined;
  let name = '';
  visit(document, {
    Map: (_, map) => {
      const keys = map.items.map(item => item.key).filter(isScalar);
      const second = keys.find(key => key.range?.[0] === from);
      if (second === undefined) return;
      name = String(second.value);
      first = keys.find(key => key.value === second.value);
    },
  });
  const line = lineOf(text, first?.range?.[0] ?? 0) - lineOf(text, from);
  const before = line === 0 ? 'in the same line' : `${-line} line${line === -1 ? '' : 's'} above`;
  return tell(
    `“${name}” stands here a second time`,
    `The first one is ${before}; keep one of the two.`,
    from,
    from + name.length,
  );
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** `key: a text: with a colon`, or a line that is indented deeper than the one before. */
function colonInText(text: string, from: number, tell: Tell): SyntaxTrouble {
  const end = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from);
  const colon = text.slice(from, end).search(/:(\s|$)/);
  if (colon >= 0) {
    return tell(COLON, `${QUOTE_IT} ${COLON_BEGINS}`, from + colon, from + colon + 1);
  }
  const next = text.slice(end + 1).search(/\S/) + end + 1;
  const hint =
    'If it is a key of its own, indent it like the line above; if it belongs to the text above, put that text in quotes.';
  return tell('this line is indented deeper than the one above', hint, next, next + 1);
}

/** Whether the parser found a key in the value that begins at an offset, inside brackets. */
function isInBrackets(document: Document.Parsed, from: number): boolean {
  return document.errors.some(({ code, pos }) => code === 'BLOCK_IN_FLOW' && pos[0] === from);
}

/** `{ title: Water: a list }`, `{ file: a.jpg columns: 2 }`: of a value that begins at `from`. */
function secondColon(text: string, from: number, tell: Tell): SyntaxTrouble {
  const colon = from + text.slice(from).search(/:([\s,}\]]|$)/);
  const [, key] = /\s([a-z][\w-]*)$/i.exec(text.slice(from, colon)) ?? [];
  const hint = 'Write { key: value, key: value }, and put quotes round a text with a colon in it.';
  if (key === undefined) return tell(COLON, `${QUOTE_IT} ${COLON_BEGINS}`, colon, colon + 1);
  const other = /["']/.test(text[from]!) ? '' : `, or ${COLON}`;
  const message = `a comma is missing before “${key}”${other}`;
  return tell(message, hint, colon - key.length, colon);
}

/** `headline:Water`, `headline Water`. */
function lineWithoutKey(text: string, from: number, tell: Tell): SyntaxTrouble {
  const line = /^.*/.exec(text.slice(from))![0];
  const glued = /^([\w-]+):(\S.*)/.exec(line);
  if (glued !== null) {
    const colon = from + glued[1]!.length;
    return tell(GLUED, `Write “${glued[1]}: ${shortened(glued[2]!)}”.`, colon, colon + 1);
  }
  const hint =
    'Write “key: text”; if the line goes on with the text above, indent it deeper than that text’s key.';
  return tell('this line has no key', hint, from, from + Math.max(1, line.length));
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

function badIndent(
  error: YAMLError,
  text: string,
  document: Document.Parsed,
  from: number,
  tell: Tell,
): SyntaxTrouble {
  if (!error.message.startsWith('Flow')) {
    const lineStart = text.lastIndexOf('\n', from) + 1;
    const first = Math.max(from, lineStart + text.slice(lineStart).search(/\S|$/));
    return tell('this line is indented otherwise than the lines above', INDENT, first, first + 1);
  }
  let opening = from;
  visit(document, {
    Collection: (_, node) => {
      const start = node.range?.[0] ?? from;
      if (node.flow === true && start < from) opening = start;
    },
  });
  const sign = text[opening] === '[' ? '[' : '{';
  return tell(
    `the bracket ${sign} is not closed`,
    `Put a ${sign === '[' ? ']' : '}'} after its last entry.`,
    opening,
    opening + 1,
  );
}

/** Signs that YAML keeps for itself at the beginning of a value. */
function badBeginning(text: string, from: number, tell: Tell): SyntaxTrouble | undefined {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const line = /^.*/.exec(text.slice(lineStart))![0];
  const [, before, sign] = /^(\s*(?:- +)*(?:[\w-]+: +)?)([^\s\w])/u.exec(line) ?? [];
  if (before === undefined || sign === undefined) return undefined;
  const start = lineStart + before.length;
  switch (sign) {
    case '"':
    case "'":
      return tell(
        'something follows the closing quote',
        'Put the whole text in quotes; inside, write “ ” or « ».',
      );
    case '>':
    case '|':
      return tell(
        `text stands in the same line as “${sign}”`,
        `Begin the text on the line below, indented, or take the “${sign}” out.`,
      );
    case '-':
      return tell(
        'a list begins in the line of its key',
        'Begin it on the line below; if the dash belongs to the text, put quotes round it.',
        start,
        start + 1,
      );
    default:
      return '[]{}*&!%@`#,?:'.includes(sign) ? tell(beginning(sign), QUOTE_IT, start, start + 1) : undefined;
  }
}
