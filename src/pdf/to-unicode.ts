/** The text of each code, code 1 first, in; a ToUnicode CMap's bytes out (ISO 32000-1 9.10.3, Adobe note 5411). */

/** A bfchar block holds at most 100 pairs. */
const BLOCK = 100;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`;
const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

export function toUnicode(texts: readonly string[]): Uint8Array {
  const pairs = texts.map((text, index) => `<${hex4(index + 1)}><${utf16(text)}>\n`);
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += BLOCK) {
    const block = pairs.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('')}endbfchar\n`);
  }
  return Buffer.from(HEAD + blocks.join('') + TAIL, 'latin1');
}

/** A 16-bit number as four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at));
  return hex;
}
