/** The type styles of a layout: a style's name and a language in, all its fields resolved out. */

import type { FontSettings } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Alignment } from '../text/lines.js';
import type { KashidaSetting } from '../text/stretch.js';
import type { TabStop } from '../text/tabs.js';
import { familyHas } from './font-features.js';
import type { StyleFields } from './schema-layout.js';
import { STAND_INS, type StyleName } from './style-names.js';

/** A type style for one language, complete. Lengths in points. */
export interface Style {
  readonly name: string;
  readonly font: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
  readonly size: number;
  readonly leading: number;
  readonly ink: Ink;
  readonly align: Alignment;
  /** Lines of even length where they are not justified. */
  readonly balance: boolean;
  readonly indent: number;
  /** Space above and below, dropped at the top and foot of a column. */
  readonly before: number;
  readonly after: number;
  readonly tracking: number;
  readonly capitals: boolean;
  /** Small letters as small capitals, with `capitals` all letters. False where the style's own font has none. */
  readonly smallCaps: boolean;
  readonly hyphenate: boolean;
  readonly features: readonly string[];
  readonly leastSpace: number;
  readonly mostSpace: number;
  /** How much narrower or wider glyphs may be set, as a fraction of their width. */
  readonly glyphScaling: number;
  /** How much closer or wider letters that do not join may be set, as a fraction of the type size. */
  readonly letterSpace: number;
  /** How Arabic words may be drawn out in justified lines. */
  readonly kashida: KashidaSetting | undefined;
  /** Draw Arabic words out until each line meets its measure, however it is aligned. */
  readonly fit: boolean;
  /** Where tabs lead. */
  readonly tabs: readonly TabStop[];
  /** How far marks hang out of the measure, 0 to 1. */
  readonly hang: number;
  /** Weight of bold runs. */
  readonly boldWeight: number;
  /** What the style says of both weights for letters of other scripts that stand in its texts, by ISO 15924 codes. */
  readonly otherWeights: Readonly<Record<string, Weights>>;
}

type Weights = Pick<Style, 'weight' | 'boldWeight'>;

const DEFAULTS = {
  weight: 400,
  italic: false,
  size: 9,
  leading: 12,
  ink: 'black',
  align: 'start',
  balance: false,
  indent: 0,
  before: 0,
  after: 0,
  tracking: 0,
  capitals: false,
  smallCaps: false,
  hyphenate: false,
  features: [],
  leastSpace: 0.8,
  mostSpace: 1.6,
  glyphScaling: 0,
  letterSpace: 0,
  kashida: 'none',
  fit: false,
  tabs: [],
  hang: 0,
  boldWeight: 700,
} as const;

/** What `kashida: light` and `kashida: full` stand for; `none` for no kashida. */
const KASHIDA: Readonly<Record<string, KashidaSetting | undefined>> = {
  none: undefined,
  light: { words: 0.4, longest: 0.85, after: 0.9 },
  full: { words: 0.5, longest: 1.1, after: 0.6 },
};

const ARABIC_SCRIPT = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'sd', 'ug']);

/** ISO 15924 codes among the variants of a style. */
const SCRIPT = /^\p{Lu}\p{Ll}{3}$/u;

/** The script part of a style: `Arab` for languages written in it, else `Latn`. */
function scriptOf(lang: string): string {
  const tagged = /-(\p{Lu}\p{Ll}{3})\b/u.exec(lang)?.[1];
  return tagged ?? (ARABIC_SCRIPT.has(lang.split('-')[0]!) ? 'Arab' : 'Latn');
}

/** The variants of a style that hold for a language, later ones first. */
function variantsFor(lang: string): string[] {
  return ['all', scriptOf(lang), lang.split('-')[0]!, lang];
}

/** The fields that hold for a language: what `all` says, overridden by the language's script, overridden by the language. */
export function fieldsFor<T extends object>(variants: Readonly<Record<string, T>>, lang: string): Partial<T> {
  const names = variantsFor(lang);
  return Object.assign({}, ...names.map(name => withoutUndefined(variants[name] ?? {})));
}

export class StyleSheet {
  private readonly resolved = new Map<string, Style>();

  constructor(
    private readonly styles: Readonly<Record<string, Readonly<Record<string, StyleFields>>>>,
    private readonly inks: ReadonlyMap<string, Ink>,
    private readonly families: FontSettings['families'],
  ) {}

  /**
   * A style's fields: what `all` says, overridden by the language's script, overridden by the language; faces as in
   * `body` if it names none. The families made for the script come first: the size is theirs.
   */
  get(name: string, lang: string): Style {
    const key = `${name}/${lang}`;
    let style = this.resolved.get(key);
    if (style === undefined) {
      style = this.resolve(name, lang);
      this.resolved.set(key, style);
    }
    return style;
  }

  private variantsOf(name: string): Readonly<Record<string, StyleFields>> {
    return this.styles[this.written(name)] ?? {};
  }

  /** The style that stands in the layout under this name, or in its place. */
  private written(name: string): string {
    return name in this.styles ? name : (STAND_INS[name as keyof typeof STAND_INS] ?? name);
  }

  /** The path in the layout of what a style's field is for a language; of the style if it says nothing of it. */
  pathOf(name: string, lang: string, field: keyof StyleFields): readonly string[] {
    const variant = variantsFor(lang).findLast(one => this.variantsOf(name)[one]?.[field] !== undefined);
    const style = ['styles', this.written(name)];
    return variant === undefined ? style : [...style, variant, field];
  }

  /** The same styles and one more, `name`: in every script and language that of `base`, but for what `fields` say. */
  with(name: string, base: StyleName, fields: StyleFields): StyleSheet {
    const variants = Object.entries({ all: {}, ...this.variantsOf(base) });
    const derived = Object.fromEntries(variants.map(([variant, own]) => [variant, { ...own, ...fields }]));
    return new StyleSheet({ ...this.styles, [name]: derived }, this.inks, this.families);
  }

  private resolve(name: string, lang: string): Style {
    const fields = { ...DEFAULTS, ...withoutUndefined(fieldsFor(this.variantsOf(name), lang)) };
    const ink = this.inks.get(fields.ink);
    if (ink === undefined) throw new Error(`style ${name} for ${lang} names no ink of the layout`);
    const font = fields.font ?? (name === 'body' ? [] : this.get('body', lang).font);
    const isOwn = (family: string): boolean =>
      this.families.get(family)?.scripts.includes(scriptOf(lang)) ?? false;
    const families = [...font.filter(isOwn), ...font.filter(family => !isOwn(family))];
    const own = this.families.get(families[0] ?? '');
    const smallCaps = fields.smallCaps && own !== undefined && familyHas(own, fields.italic, 'smcp');
    const kashida = typeof fields.kashida === 'string' ? KASHIDA[fields.kashida] : fields.kashida;
    const tabs = fields.tabs.map(stop => ({ ...stop, align: stop.align ?? defaultAlign(stop.at) }));
    const otherWeights = this.otherWeights(name, scriptOf(lang));
    return { ...fields, name, ink, font: families, smallCaps, kashida, tabs, otherWeights };
  }

  /** Black type of two scripts is not as black at one weight: letters have the one that their script has in the style. */
  private otherWeights(name: string, own: string): Style['otherWeights'] {
    const { all = {}, ...variants } = this.variantsOf(name);
    const others = Object.entries(variants).filter(([script]) => SCRIPT.test(script) && script !== own);
    return Object.fromEntries(
      others.map(([script, fields]) => {
        const { weight, boldWeight } = { ...DEFAULTS, ...withoutUndefined(all), ...withoutUndefined(fields) };
        return [script, { weight, boldWeight }];
      }),
    );
  }
}

/** Text behind a tab to the measure's end ends there, else it starts at the stop. */
function defaultAlign(at: TabStop['at']): TabStop['align'] {
  return at === 'end' ? 'end' : 'start';
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
