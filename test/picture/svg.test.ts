/** Small SVG drawings go in; the shapes, labels, refusals and troubles that come out are compared. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../src/picture/inks.js';
import { type Drawing, readDrawing } from '../../src/picture/svg.js';

const PICTURES = join(import.meta.dirname, '../../issues/14/pictures');

function read(body: string, attributes = 'viewBox="0 0 100 100"'): Drawing {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>\n${body}</svg>`;
  const outcome = readDrawing(text, 'test.svg');
  if (!outcome.ok) throw new Error(outcome.trouble.message);
  return outcome.value;
}

function troubleOf(text: string): string {
  const outcome = readDrawing(text, 'test.svg');
  return outcome.ok ? 'none' : outcome.trouble.message;
}

/** One line a shape: path with two decimals, fill, stroke. */
function dump({ shapes }: Drawing): string[] {
  return shapes.map(({ path, fill, fillRule, stroke }) => {
    const data = path.map(([name, ...values]) => name + values.map(value => round(value)).join(' ')).join('');
    const rule = fillRule === 'evenodd' ? ' evenodd' : '';
    const line =
      stroke === undefined
        ? ''
        : ` stroke ${stroke.rgb} ${round(stroke.width)} ${stroke.cap} ${stroke.join} [${stroke.dash.map(round)}]`;
    return `${data} fill ${fill ?? 'none'}${rule}${line}`;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

const shapeCases: Record<string, readonly [body: string, expected: readonly string[]]> = {
  'relative path': ['<path d="m1 2 3 4h5v-1z"/>', ['M1 2L4 6L9 6L9 5Z fill 0,0,0']],
  'two subpaths, evenodd': [
    '<path fill-rule="evenodd" d="M0 0H9V9zM1 1H3V3z"/>',
    ['M0 0L9 0L9 9ZM1 1L3 1L3 3Z fill 0,0,0 evenodd'],
  ],
  'quadratic and smooth': [
    '<path fill="none" stroke="red" d="M0 9Q3 15 6 9T12 9"/>',
    ['M0 9C2 13 4 13 6 9C8 5 10 5 12 9 fill none stroke 255,0,0 1 butt miter []'],
  ],
  'smooth cubic': [
    '<path d="M0 10C0 5 5 5 10 10S20 20 20 10"/>',
    ['M0 10C0 5 5 5 10 10C15 15 20 20 20 10 fill 0,0,0'],
  ],
  arc: ['<path d="M10 0A10 10 0 0 1 0 10"/>', ['M10 0C10 5.52 5.52 10 0 10 fill 0,0,0']],
  rect: ['<rect x="1" y="2" width="3" height="4" fill="#abc"/>', ['M1 2L4 2L4 6L1 6Z fill 170,187,204']],
  'rect without height': ['<rect width="3"/>', []],
  'rounded rect': [
    '<rect width="10" height="8" rx="2"/>',
    ['M2 0L8 0C9.1 0 10 0.9 10 2L10 6C10 7.1 9.1 8 8 8L2 8C0.9 8 0 7.1 0 6L0 2C0 0.9 0.9 0 2 0Z fill 0,0,0'],
  ],
  circle: [
    '<circle cx="5" cy="5" r="5"/>',
    ['M10 5C10 7.76 7.76 10 5 10C2.24 10 0 7.76 0 5C0 2.24 2.24 0 5 0C7.76 0 10 2.24 10 5Z fill 0,0,0'],
  ],
  ellipse: [
    '<ellipse cx="4" cy="2" rx="4" ry="2"/>',
    ['M8 2C8 3.1 6.21 4 4 4C1.79 4 0 3.1 0 2C0 0.9 1.79 0 4 0C6.21 0 8 0.9 8 2Z fill 0,0,0'],
  ],
  line: [
    '<line x1="1" y1="2" x2="50%" y2="4" stroke="#000" stroke-width="2px" fill="red"/>',
    ['M1 2L50 4 fill none stroke 0,0,0 2 butt miter []'],
  ],
  polyline: ['<polyline points="0,0 1,2, 3 4"/>', ['M0 0L1 2L3 4 fill 0,0,0']],
  polygon: ['<polygon points="0 0 4 0 4 4" fill="rgb(10%, 20, 30)"/>', ['M0 0L4 0L4 4Z fill 26,20,30']],
  'stroke properties': [
    '<path d="M0 0h9" fill="none" style="stroke: navy !important; stroke-linecap:round; stroke-linejoin: bevel; stroke-dasharray: 3, 1 2"/>',
    ['M0 0L9 0 fill none stroke 0,0,128 1 round bevel [3,1,2,3,1,2]'],
  ],
  'style over attribute': ['<path d="M0 0h1" fill="red" style="fill:blue"/>', ['M0 0L1 0 fill 0,0,255']],
  'nested transforms scale strokes': [
    '<g transform="translate(10 20)"><g transform="scale(2)"><path d="M1 1h2" fill="none" stroke="black" stroke-dasharray="2"/></g></g>',
    ['M12 22L16 22 fill none stroke 0,0,0 2 butt miter [4,4]'],
  ],
  'rotation about a point': ['<path transform="rotate(90, 5, 5)" d="M0 0h5"/>', ['M10 0L10 5 fill 0,0,0']],
  'skew and matrix': ['<path transform="matrix(1 0 0 1 1 1)skewX(45)" d="M0 2h1"/>', ['M3 3L4 3 fill 0,0,0']],
  'opacities multiply towards white': [
    '<g opacity="0.5"><path d="M0 0h1" fill="#ff000080" fill-opacity="50%"/><path d="M0 0h1" opacity=".5"/></g>',
    ['M0 0L1 0 fill 255,223,223', 'M0 0L1 0 fill 191,191,191'],
  ],
  'unseen shapes': [
    '<path d="M0 0h1" fill="none"/><path d="M0 0h1" fill-opacity="0"/><g display="none"><path d="M0 0h1"/></g><g visibility="hidden"><path d="M0 0h1"/><path d="M1 1h1" visibility="visible"/></g>',
    ['M1 1L2 1 fill 0,0,0'],
  ],
  'current colour of the user': [
    '<g color="teal"><g fill="currentColor"><path color="RED" d="M0 0h1"/></g></g>',
    ['M0 0L1 0 fill 255,0,0'],
  ],
  'use and defs': [
    '<defs><path id="p" d="M0 0h1"/></defs><use href="#p" x="5" fill="lime"/><use xlink:href="#p" y="5"/>',
    ['M5 0L6 0 fill 0,255,0', 'M0 5L1 5 fill 0,0,0'],
  ],
  'symbol with viewBox': [
    '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10"/></symbol><use href="#s" x="10" width="20" height="40"/>',
    ['M10 10L30 10 fill 0,0,0'],
  ],
  'wholly outside': ['<rect x="200" width="5" height="5"/>', []],
  'what other programs add': [
    '<title>A</title><desc>b</desc><metadata/><x:view xmlns:x="urn:x"/><path id="a" class="b" data-x="1" aria-label="c" d="M0 0h1" style="-inkscape-stroke:none;stroke-miterlimit:4;stroke-dashoffset:0;font-style:normal"/>',
    ['M0 0L1 0 fill 0,0,0'],
  ],
};

describe('shapes', () => {
  for (const [name, [body, expected]] of Object.entries(shapeCases)) {
    it(name, () => {
      const drawing = read(body);
      expect(drawing.unsupported).toEqual([]);
      expect(dump(drawing)).toEqual(expected);
    });
  }

  it('starts at the corner of the viewBox', () => {
    const drawing = read('<path d="M10 20h5"/>', 'viewBox="10 20 30 40" width="90mm"');
    expect([drawing.width, drawing.height]).toEqual([30, 40]);
    expect(dump(drawing)).toEqual(['M0 0L5 0 fill 0,0,0']);
  });

  it('takes width and height where there is no viewBox', () => {
    const drawing = read('', 'width="1in" height="48px"');
    expect([drawing.width, drawing.height]).toEqual([96, 48]);
  });
});

describe('labels', () => {
  it('carries position, style, language and direction', () => {
    const [label] = read(
      '<g transform="translate(1 2) scale(2)" font-weight="700" xml:lang="ar"><text x="3" y="4" dy=".5em" font-size="6" text-anchor="end" direction="rtl" fill="#123"> سوق\n <title>x</title> الكتب </text></g>',
    ).labels;
    expect(label).toEqual({
      text: 'سوق الكتب',
      x: 7,
      y: 16,
      size: 12,
      bold: true,
      anchor: 'end',
      rtl: true,
      lang: 'ar',
      rgb: [17, 34, 51],
      rotate: 0,
    });
  });

  it('turns', () => {
    const [label] = read('<text transform="translate(9 9) rotate(-90)">up</text>').labels;
    expect([label?.x, label?.y, Math.round(label?.rotate ?? 0)]).toEqual([9, 9, -90]);
  });

  it('leaves out empty and unpainted text', () => {
    expect(read('<text> </text><text fill="none">a</text>').labels).toEqual([]);
  });
});

const refusals: Record<string, readonly [body: string, names: readonly string[]]> = {
  gradient: [
    '<defs><linearGradient id="g"/></defs>\n  <rect width="1" height="1" fill="url(#g)"/>',
    ['linearGradient 3:3'],
  ],
  'unused gradient': ['<linearGradient id="g"/>', []],
  'missing gradient': ['<g stroke="url(#no)"/>', ['stroke="url(#no)" 2:1']],
  'clip, mask, filter': [
    '<g clip-path="url(#a)"/><g mask="url(#a)"/><g style="filter:blur(2px)"/>',
    ['clip-path 2:1', 'mask 2:25', 'filter="blur(2px)" 2:44'],
  ],
  image: ['<image href="file:///etc/passwd" width="1" height="1"/>', ['image 2:1']],
  stylesheet: ['<style>path{fill:red}</style><style> </style>', ['style 2:1']],
  script: ['<script>1</script>', ['script 2:1']],
  tspan: ['<text>a<tspan>b</tspan></text>', ['tspan 2:8']],
  'positions of letters': ['<text x="1 2">ab</text>', ['list of positions 2:1']],
  'skewed text': ['<text transform="skewX(20)">a</text>', ['skewed text 2:1']],
  'outlined text': ['<text stroke="red">a</text>', ['stroke on text 2:1']],
  'unknown colour': ['<g fill="hsl(1 2% 3%)"/>', ['fill="hsl(1 2% 3%)" 2:1']],
  'unknown attribute': ['<path d="M0 0h1" pathLength="3"/>', ['pathLength 2:1']],
  'unknown property': ['<path d="M0 0h1" style="transform: none"/>', ['transform="none" 2:1']],
  'object prototype': ['<path d="M0 0h1" constructor="3"/>', ['constructor 2:1']],
  'malformed path': ['<path d="M0 0 L1 x"/>', ['malformed path 2:1']],
  'malformed transform': ['<g transform="rotate(x)"/>', ['transform 2:1']],
  'external use': ['<use href="other.svg#a"/>', ['reference to another file 2:1']],
  'circular use': ['<g id="a"><use href="#a"/></g>', ['use of #a 2:11']],
  'shape that would be clipped': ['<rect width="150" height="50"/>', ['shape beyond the viewBox 2:1']],
};

describe('refusals', () => {
  for (const [name, [body, expected]] of Object.entries(refusals)) {
    it(name, () => {
      const { unsupported } = read(body);
      expect(unsupported.map(({ name, line, column }) => `${name} ${line}:${column}`)).toEqual(expected);
    });
  }
});

describe('troubles', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';
  const bomb = Array.from(
    { length: 9 },
    (_, level) => `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(level === 0 ? 0 : 10)}</g>`,
  ).join('');
  const cases: Record<string, readonly [text: string, expected: RegExp]> = {
    'not XML': ['GIF89a', /cannot be read: .*1:/],
    'not closed': [`${SVG}<g>`, /unclosed tag/],
    'another root': ['<html/>', /not an SVG/],
    entities: [`<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}&a;</svg>`, /entities/],
    'undefined entity': [`${SVG}<text>&nbsp;</text></svg>`, /entity/],
    'no size': ['<svg xmlns="http://www.w3.org/2000/svg"/>', /no viewBox/],
    'empty viewBox': [SVG.replace('9 9', '0 9').replace('">', '"/>'), /no viewBox/],
    'multiplies itself': [`${SVG}${bomb}</svg>`, /too often/],
    'nested deeply': [`${SVG}${'<g>'.repeat(300)}`, /nested too deeply/],
    'style sheet outside': [`<?xml-stylesheet href="a.css"?>${SVG}</svg>`, /style sheet/],
    'plain document type': [
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">${SVG}</svg>`,
      /none/,
    ],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(name, () => expect(troubleOf(text)).toMatch(expected));
  }
});

describe('drawings of the sample issue', () => {
  for (const name of readdirSync(PICTURES).filter(file => file.endsWith('.svg'))) {
    it(name, () => {
      const outcome = readDrawing(readFileSync(join(PICTURES, name), 'utf8'), name);
      const drawing = outcome.ok ? outcome.value : undefined;
      expect(drawing?.unsupported).toEqual([]);
      expect(drawing?.shapes.length).toBeGreaterThan(0);
      expect(coloursOf(drawing!).length).toBeGreaterThan(0);
    });
  }
});
