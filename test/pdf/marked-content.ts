/** A page's content as a reader of ISO 32000-1 takes it in: its operators in; what is painted in which marked-content sequence out. */

import type { Dictionary, PdfObjects, Value } from './objects.js';

/** Something painted. */
export interface Painted {
  readonly page: number;
  /** The operator, such as `TJ` or `Do`. */
  readonly operator: string;
  /** Tags of the sequences round it, outermost first. */
  readonly tags: readonly string[];
  readonly mcid: number | undefined;
  readonly artifact: boolean;
  /** Of text: its characters, right-to-left words in their own order; undefined for a code that stands for none. */
  readonly text: string;
  readonly codes: readonly { readonly code: number; readonly text: string | undefined }[];
}

export interface PageContent {
  readonly painted: readonly Painted[];
  /** Sequences that stand in others where they must not: `01-003` and `01-004`. */
  readonly misplaced: readonly string[];
}

type Token =
  | number
  | string
  | Token[]
  | { readonly name: string }
  | { readonly hex: string }
  | Map<string, Token>;

const TOKEN = /<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|\[|\]|\/[^\s<>[\](){}/%]*|[^\s<>[\](){}/%]+/g;

/** Operands and operators of a content stream. */
function* operations(content: string): Iterable<{ operator: string; operands: Token[] }> {
  const stack: Token[][] = [[]];
  for (const [token] of content.matchAll(TOKEN)) {
    const top = stack.at(-1)!;
    if (token === '[' || token === '<<') stack.push([]);
    else if (token === ']' || token === '>>') {
      const held = stack.pop()!;
      stack.at(-1)!.push(token === ']' ? held : dictionaryOf(held));
    } else if (token.startsWith('/')) top.push({ name: token.slice(1) });
    else if (token.startsWith('<')) top.push({ hex: token.slice(1, -1) });
    else if (/^[-+.\d]/.test(token)) top.push(Number(token));
    else {
      yield { operator: token, operands: top };
      stack[0] = [];
    }
  }
}

function dictionaryOf(held: readonly Token[]): Map<string, Token> {
  const entries = new Map<string, Token>();
  for (let at = 0; at < held.length; at += 2) entries.set((held[at] as { name: string }).name, held[at + 1]!);
  return entries;
}

const PAINTS = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*',
  'Do',
  'sh',
  'BI',
]);

/** What a page paints, in order. */
export function contentOf(pdf: PdfObjects, index: number): PageContent {
  const page = pdf.pages[index]!;
  const fonts = fontsOf(pdf, page);
  const marks: { tag: string; mcid: number | undefined }[] = [];
  const painted: Painted[] = [];
  const misplaced: string[] = [];
  let font = new Map<number, string>();
  const saved: (typeof font)[] = [];
  for (const { operator, operands } of operations(pdf.data(page['/Contents']).toString('latin1'))) {
    if (operator === 'BMC' || operator === 'BDC') {
      const tag = (operands[0] as { name: string }).name;
      const properties = operands[1] instanceof Map ? operands[1] : new Map<string, Token>();
      const mcid = properties.get('MCID') as number | undefined;
      if (tag === 'Artifact' && marks.some(mark => mark.mcid !== undefined)) misplaced.push('01-003');
      if (mcid !== undefined && marks.some(mark => mark.tag === 'Artifact')) misplaced.push('01-004');
      marks.push({ tag, mcid });
    } else if (operator === 'EMC') {
      if (marks.pop() === undefined) throw new Error(`page ${index + 1}: EMC without a beginning`);
    } else if (operator === 'q') saved.push(font);
    else if (operator === 'Q') font = saved.pop()!;
    else if (operator === 'Tf') font = fonts.get((operands[0] as { name: string }).name)!;
    else if (PAINTS.has(operator)) {
      const codes = /^T[jJ]$/.test(operator) ? codesOf(operands[0]!, font) : [];
      const tags = marks.map(mark => mark.tag);
      const { mcid } = marks.findLast(mark => mark.mcid !== undefined) ?? { mcid: undefined };
      const artifact = tags.includes('Artifact');
      painted.push({ page: index, operator, tags, mcid, artifact, codes, text: logical(codes) });
    }
  }
  if (marks.length > 0) throw new Error(`page ${index + 1}: a sequence without an end`);
  return { painted, misplaced };
}

function fontsOf(pdf: PdfObjects, page: Dictionary): Map<string, Map<number, string>> {
  const named = pdf.dictionary(page, '/Resources')['/Font'];
  const fonts = Object.entries((pdf.resolve(named) ?? {}) as Dictionary);
  return new Map(
    fonts.map(([name, reference]) => [name.slice(1), textsOf(pdf, pdf.dictionary(reference)['/ToUnicode'])]),
  );
}

/** Texts by code, as a ToUnicode map has them (ISO 32000-1 9.10.3); none of a font without one. */
export function textsOf(pdf: PdfObjects, map: Value | undefined): Map<number, string> {
  const texts = new Map<number, string>();
  if (map === undefined) return texts;
  for (const [, section] of pdf
    .data(map)
    .toString('latin1')
    .matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of section!.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]*)>/gi)) {
      texts.set(Number.parseInt(code!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
    }
  }
  return texts;
}

function codesOf(operand: Token, font: ReadonlyMap<number, string>): Painted['codes'] {
  const strings = Array.isArray(operand) ? operand : [operand];
  return strings.flatMap(string => {
    if (typeof string !== 'object' || !('hex' in string)) return [];
    return (string.hex.match(/.{4}/g) ?? []).map(hex => {
      const code = Number.parseInt(hex, 16);
      return { code, text: font.get(code) };
    });
  });
}

/** Letters and marks, but no digits: numbers run from left to right everywhere. */
const ARABIC_LETTER = /[\u0610-\u061a\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;

/** Characters as they are read: a run with right-to-left letters is turned round, since its codes run from left to right. */
function logical(codes: Painted['codes']): string {
  const text = codes.map(code => code.text ?? '').join('');
  return ARABIC_LETTER.test(text) ? [...text].reverse().join('') : text;
}
