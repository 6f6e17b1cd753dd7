/** An element's presentation attributes and its parent's style go in, its own style comes out, with what was not understood. */

import { type Colour, type Rgb, readColour, tint } from './svg-colour.js';
import { readNumbers } from './svg-matrix.js';
import type { SvgElement } from './svg-tree.js';

/** A colour, the `color` of the element painted, or nothing. */
export type Paint = Colour | 'current' | undefined;

export interface Style {
  readonly color: Colour;
  readonly fill: Paint;
  readonly fillOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: Paint;
  readonly strokeOpacity: number;
  /** User units, as are the dash lengths and the font size. */
  readonly strokeWidth: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly dash: readonly number[];
  /** Product of the opacities of the element and all around it. */
  readonly opacity: number;
  readonly visible: boolean;
  readonly displayed: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly rtl: boolean;
  /** BCP 47 tag, or empty. */
  readonly lang: string;
}

const BLACK: Colour = { rgb: [0, 0, 0], alpha: 1 };

/** SVG's initial values. */
export const INITIAL_STYLE: Style = {
  color: BLACK,
  fill: BLACK,
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: undefined,
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: 'butt',
  join: 'miter',
  dash: [],
  opacity: 1,
  visible: true,
  displayed: true,
  fontSize: 16,
  bold: false,
  anchor: 'start',
  rtl: false,
  lang: '',
};

/** What a property changes, or undefined if the value is not understood. */
type Reader = (value: string, style: Style) => Partial<Style> | undefined;

/** The properties that are understood, in the order they are applied: sizes in em need the font size, colours the `color`. */
const READERS: Readonly<Record<string, Reader>> = {
  color: value => only(readColour(value), color => ({ color })),
  'font-size': (value, { fontSize }) =>
    only(readLength(value, fontSize, fontSize), size => ({ fontSize: size })),
  fill: value => readPaint(value, fill => ({ fill })),
  'fill-opacity': value => only(readFraction(value), fillOpacity => ({ fillOpacity })),
  'fill-rule': value => only(oneOf(value, ['nonzero', 'evenodd']), fillRule => ({ fillRule })),
  stroke: value => readPaint(value, stroke => ({ stroke })),
  'stroke-opacity': value => only(readFraction(value), strokeOpacity => ({ strokeOpacity })),
  'stroke-width': (value, { fontSize }) =>
    only(readLength(value, fontSize, undefined), strokeWidth => ({ strokeWidth })),
  'stroke-linecap': value => only(oneOf(value, ['butt', 'round', 'square']), cap => ({ cap })),
  'stroke-linejoin': value => only(oneOf(value, ['miter', 'round', 'bevel']), join => ({ join })),
  'stroke-dasharray': value => only(readDash(value), dash => ({ dash })),
  opacity: (value, style) => only(readFraction(value), opacity => ({ opacity: style.opacity * opacity })),
  visibility: value =>
    only(oneOf(value, ['visible', 'hidden', 'collapse']), seen => ({ visible: seen === 'visible' })),
  display: value => ({ displayed: value !== 'none' }),
  'font-weight': readWeight,
  'text-anchor': value => only(oneOf(value, ['start', 'middle', 'end']), anchor => ({ anchor })),
  direction: value => only(oneOf(value, ['ltr', 'rtl']), direction => ({ rtl: direction === 'rtl' })),
  lang: lang => ({ lang }),
};

/** Properties that change nothing at these values and are not understood at others. */
const NEUTRAL_VALUES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'alignment-baseline': /^(auto|baseline|alphabetic)$/,
    'baseline-shift': /^(baseline|0(px)?)$/,
    'clip-path': /^none$/,
    'dominant-baseline': /^(auto|alphabetic)$/,
    filter: /^none$/,
    'font-stretch': /^(normal|100%)$/,
    'font-style': /^normal$/,
    'font-variant': /^normal$/,
    'letter-spacing': /^(normal|0(px)?)$/,
    marker: /^none$/,
    'marker-end': /^none$/,
    'marker-mid': /^none$/,
    'marker-start': /^none$/,
    mask: /^none$/,
    'mix-blend-mode': /^normal$/,
    'paint-order': /^(normal|fill( stroke( markers)?)?)$/,
    'stroke-dashoffset': /^[+-]?0*\.?0+(px)?$/,
    'stroke-miterlimit': /^0*4(\.0*)?$/,
    'text-decoration': /^none$/,
    'unicode-bidi': /^(normal|embed|isolate)$/,
    'vector-effect': /^none$/,
    'word-spacing': /^(normal|0(px)?)$/,
    'writing-mode': /^(lr|lr-tb|horizontal-tb)$/,
  }),
);

/** Without effect here: hints to renderers, and the font, because labels are set in the paper's own type. */
const IGNORED =
  /^(style|-.*|font-family|font-feature-settings|shape-rendering|text-rendering|image-rendering|color-rendering|color-interpolation(-filters)?|clip-rule|enable-background|isolation|overflow|pointer-events|cursor|white-space|line-height|text-align|stop-color|stop-opacity|flood-.*|solid-.*)$/;

export interface StyleResult {
  readonly style: Style;
  /** Properties with a value that is not understood, and the names in `style=""` that are no property known here. */
  readonly refused: readonly Declaration[];
}

export type Declaration = readonly [property: string, value: string];

/** True for the attributes that `styleOf` takes care of. */
export function isPresentation(attribute: string): boolean {
  return Object.hasOwn(READERS, attribute) || NEUTRAL_VALUES.has(attribute) || IGNORED.test(attribute);
}

/** The style of an element inside one of style `parent`: attributes first, `style=""` over them. */
export function styleOf(element: SvgElement, parent: Style): StyleResult {
  const refused: Declaration[] = [];
  const declared = new Map<string, string>();
  const inline = readDeclarations(element.attributes.get('style') ?? '');
  for (const [name, value] of [...element.attributes, ...inline]) {
    if (Object.hasOwn(READERS, name)) declared.set(name, value.trim());
    else if (NEUTRAL_VALUES.get(name)?.test(value.trim()) === false) refused.push([name, value]);
  }
  refused.push(...inline.filter(([name]) => !isPresentation(name)));
  let style = parent;
  for (const [name, read] of Object.entries(READERS)) {
    const value = declared.get(name);
    if (value === undefined || value === 'inherit') continue;
    const change = read(value, style);
    if (change === undefined) refused.push([name, value]);
    else style = { ...style, ...change };
  }
  return { style, refused };
}

function readDeclarations(text: string): Declaration[] {
  return text
    .split(';')
    .map(part => part.split(/:(.*)/s))
    .filter(([name]) => name!.trim() !== '')
    .map(([name, value = '']) => [name!.trim().toLowerCase(), value.replace(/!\s*important\s*$/, '').trim()]);
}

/** The flat colour that a paint leaves on white paper, all opacities taken together; undefined if it leaves nothing. */
export function colourOnPaper(paint: Paint, opacity: number, style: Style): Rgb | undefined {
  const colour = paint === 'current' ? style.color : paint;
  const alpha = colour === undefined ? 0 : colour.alpha * opacity * style.opacity;
  return colour === undefined || alpha === 0 ? undefined : tint(colour.rgb, alpha);
}

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};
const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|em|%)?$/i;

/** A CSS length in user units; `whole` is what 100 % is, undefined where percentages are not understood. */
export function readLength(text: string, fontSize: number, whole: number | undefined): number | undefined {
  const match = LENGTH.exec(text.trim());
  if (match === null) return undefined;
  const value = Number(match[1]);
  const unit = (match[2] ?? 'px').toLowerCase();
  if (unit === 'em') return value * fontSize;
  if (unit === '%') return whole === undefined ? undefined : (value / 100) * whole;
  return value * UNITS[unit]!;
}

function readPaint(value: string, set: (paint: Paint) => Partial<Style>): Partial<Style> | undefined {
  if (value === 'none') return set(undefined);
  if (value.toLowerCase() === 'currentcolor') return set('current');
  return only(readColour(value), set);
}

function readFraction(value: string): number | undefined {
  const fraction = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return value === '' || Number.isNaN(fraction) ? undefined : Math.min(Math.max(fraction, 0), 1);
}

/** An odd list counts twice, a list of zeros is a solid line (SVG 1.1, 11.4). */
function readDash(value: string): readonly number[] | undefined {
  if (value === 'none') return [];
  const lengths = readNumbers(value.replace(/px/g, ''));
  if (lengths.length === 0 || !lengths.every(length => length >= 0)) return undefined;
  if (lengths.every(length => length === 0)) return [];
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}

function readWeight(value: string): Partial<Style> | undefined {
  if (value === 'normal' || value === 'lighter') return { bold: false };
  if (value === 'bold' || value === 'bolder') return { bold: true };
  const weight = Number(value);
  return Number.isFinite(weight) ? { bold: weight >= 600 } : undefined;
}

function oneOf<const Choice extends string>(value: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find(choice => choice === value);
}

function only<Value>(
  value: Value | undefined,
  change: (value: Value) => Partial<Style>,
): Partial<Style> | undefined {
  return value === undefined ? undefined : change(value);
}
