/** The type styles of a layout: a style's name and a language in, all its fields resolved out. */

import type { FontSettings } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Alignment } from '../text/lines.js';
import { familyHas } from './font-features.js';
import type { StyleFields } from './schema-layout.js';

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
  /** Weight of bold runs. */
  readonly boldWeight: number;
}

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
  boldWeight: 700,
} as const;

const ARABIC_SCRIPT = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'sd', 'ug']);

/** The script part of a style: `Arab` for languages written in it, else `Latn`. */
function scriptOf(lang: string): string {
  const tagged = /-(\p{Lu}\p{Ll}{3})\b/u.exec(lang)?.[1];
  return tagged ?? (ARABIC_SCRIPT.has(lang.split('-')[0]!) ? 'Arab' : 'Latn');
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

  private resolve(name: string, lang: string): Style {
    const variants = this.styles[name] ?? {};
    const merged: StyleFields = {
      ...variants['all'],
      ...variants[scriptOf(lang)],
      ...variants[lang.split('-')[0]!],
      ...variants[lang],
    };
    const fields = { ...DEFAULTS, ...withoutUndefined(merged) };
    const ink = this.inks.get(fields.ink);
    if (ink === undefined) throw new Error(`style ${name} for ${lang} names no ink of the layout`);
    const font = fields.font ?? (name === 'body' ? [] : this.get('body', lang).font);
    const isOwn = (family: string): boolean =>
      this.families.get(family)?.scripts.includes(scriptOf(lang)) ?? false;
    const families = [...font.filter(isOwn), ...font.filter(family => !isOwn(family))];
    const own = this.families.get(families[0] ?? '');
    const smallCaps = fields.smallCaps && own !== undefined && familyHas(own, fields.italic, 'smcp');
    return { ...fields, name, ink, font: families, smallCaps };
  }
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
