/** The families of fonts.yaml opened on demand: a wish for families, weight and slant in, the nearest face out. */

import type { Face } from './face.js';
import { openFace } from './open.js';

/** One file of a family. */
export interface FaceFile {
  readonly weight: number;
  readonly italic: boolean;
  /** Absolute path. */
  readonly path: string;
  /** Tags of its OpenType features. */
  readonly features: ReadonlySet<string>;
}

export interface FontFamily {
  readonly name: string;
  /** ISO 15924 codes of the scripts the family is meant for; it may cover more. */
  readonly scripts: readonly string[];
  /** Optical factor: what 10 points of this family must be multiplied by to look as large as the others. */
  readonly scale: number;
  readonly faces: readonly FaceFile[];
}

/** What fonts.yaml says, checked: every file exists, every family has a face. */
export interface FontSettings {
  readonly families: ReadonlyMap<string, FontFamily>;
  /** How much larger the first family is set where it meets the second, by `first/second`. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Families to try for a script when a style's own families lack a character; `any` serves all scripts. */
  readonly fallback: ReadonlyMap<string, readonly string[]>;
}

/** A style's wish for a typeface. */
export interface FontWish {
  readonly families: readonly string[];
  readonly weight: number;
  /** Weights for letters of scripts that look right at another one, by ISO 15924 codes. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly italic: boolean;
}

export class FontLibrary {
  private readonly faces = new Map<string, Face>();
  private readonly choices = new Map<string, readonly Face[]>();

  constructor(private readonly settings: FontSettings) {}

  /**
   * How much larger a family is set in a text of another one so that they look alike: as the pair says, else by the
   * ratio of their optical factors.
   */
  factor(name: string, among: string): number {
    const { pairs } = this.settings;
    const opposite = pairs.get(`${among}/${name}`);
    return (
      pairs.get(`${name}/${among}`) ??
      (opposite === undefined ? this.family(name).scale / this.family(among).scale : 1 / opposite)
    );
  }

  /**
   * The faces to try for a wish in one script: the style's families made for the script, the script's
   * fallbacks, then whatever else the style and the `any` fallback name. At least one.
   */
  candidates(wish: FontWish, script: string): readonly Face[] {
    const weight = wish.weights?.[script] ?? wish.weight;
    const key = `${wish.families.join()}/${weight}/${wish.italic}/${script}`;
    let faces = this.choices.get(key);
    if (faces === undefined) {
      const names = [
        ...wish.families.filter(name => this.family(name).scripts.includes(script)),
        ...(this.settings.fallback.get(script) ?? []),
        ...wish.families,
        ...(this.settings.fallback.get('any') ?? []),
      ];
      faces = [...new Set(names)].map(name => this.nearest(name, weight, wish.italic));
      this.choices.set(key, faces);
    }
    return faces;
  }

  /** The face of a family nearest in slant first, then in weight; of two as near the bolder from 400 up, as in CSS. */
  private nearest(name: string, weight: number, italic: boolean): Face {
    const family = this.family(name);
    const slanted = family.faces.filter(file => file.italic === italic);
    const pool = slanted.length > 0 ? slanted : family.faces;
    const distance = (file: FaceFile): number =>
      Math.abs(file.weight - weight) + (file.weight < weight === weight < 400 ? 0 : 0.5);
    const file = pool.reduce((best, other) => (distance(other) < distance(best) ? other : best));
    const id = `${name}/${file.weight}${file.italic ? 'i' : ''}`;
    let face = this.faces.get(id);
    if (face === undefined) {
      face = openFace({ id, family: name, file });
      this.faces.set(id, face);
    }
    return face;
  }

  private family(name: string): FontFamily {
    const family = this.settings.families.get(name);
    if (family === undefined) throw new Error(`no family ${name}: fonts.yaml and layouts were not checked`);
    return family;
  }
}
