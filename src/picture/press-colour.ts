/** A press profile and an intent in, conversions of pictures and single colours to its inks out. */

import { createHash } from 'node:crypto';
import { blackScaling, pressBlack, sourceBlack } from './black-point.js';
import { ColourGrid } from './colour-grid.js';
import { type IccProfile, ProfileError, readProfile } from './icc.js';
import { channelsOf, type Device, fromXyz, type Intent, srgbToXyz, toXyz, type Xyz } from './icc-colour.js';
import type { Pixels } from './pixels.js';
import { type BlackRamp, heldDots, type ToneRange } from './tone.js';

/** Where a picture's numbers get their meaning. */
interface Source {
  readonly channels: 3 | 4;
  readonly look: (device: Device) => Xyz;
  readonly black: Xyz;
}

/**
 * Colours for one press, with black point compensation (ISO 18619) in both intents. sharp converts with the perceptual table alone and
 * cannot be asked for more, so profiles are read here; `test/picture/press-colour.test.ts` holds the results against LittleCMS.
 */
export class PressColour {
  private readonly press: IccProfile;
  private readonly inksOf: (xyz: Xyz) => number[];
  private readonly black: Xyz;
  private ramp: BlackRamp | undefined;
  private readonly grids = new Map<string, ColourGrid>();

  /** @throws ProfileError if the profile is none for CMYK or lacks what is needed. */
  constructor(
    private readonly profile: Uint8Array,
    private readonly intent: Intent,
  ) {
    this.press = readProfile(profile);
    if (channelsOf(this.press) !== 4) throw new ProfileError('it gives no CMYK');
    this.inksOf = fromXyz(this.press, intent);
    this.black = pressBlack(this.press, intent);
  }

  /** True if a picture's own profile can be followed: it is whole, and has what a picture's profile needs. */
  accepts(profile: Uint8Array): boolean {
    return this.isOwn(profile) || this.sourceOf(profile) !== undefined;
  }

  /**
   * Pixels as the inks that look most like them. They are sRGB or belong to a profile that was accepted. CMYK pixels that were made for this
   * very press keep their numbers.
   * @param profile that of the pixels; `own` for this press's, undefined for sRGB.
   * @param range the dots that the press holds; others become the nearest of them.
   */
  convert(pixels: Pixels, profile: Uint8Array | 'own' | undefined, range: ToneRange): Pixels {
    const dots = heldDots(range);
    if (profile === 'own' || (profile !== undefined && this.isOwn(profile))) {
      return { ...pixels, data: Buffer.from(pixels.data.map(ink => dots[ink]!)) };
    }
    const key = profile === undefined ? 'sRGB' : createHash('sha256').update(profile).digest('hex');
    let grid = this.grids.get(key);
    if (grid === undefined) {
      const source = profile === undefined ? SRGB : this.sourceOf(profile)!;
      grid = new ColourGrid(source.channels, this.conversion(source));
      this.grids.set(key, grid);
    }
    return grid.convert(pixels, dots);
  }

  /** The inks of an sRGB colour (0 to 255), 0 to 1. */
  colour(rgb: readonly number[]): number[] {
    const inksOf = this.conversion(SRGB);
    return inksOf(rgb.map(value => value / 255)).map(ink => Math.min(Math.max(ink, 0), 1));
  }

  /** How light each amount of black ink prints, dot gain and all. */
  get blackRamp(): BlackRamp {
    this.ramp ??= this.readRamp();
    return this.ramp;
  }

  private readRamp(): BlackRamp {
    const look = toXyz(this.press, 'relative');
    let darkest = 1;
    return Array.from({ length: 256 }, (_, black) => {
      darkest = Math.min(darkest, look([0, 0, 0, black / 255])[1]);
      return darkest;
    });
  }

  private conversion({ look, black }: Source): (device: Device) => number[] {
    const scaled = blackScaling(black, this.black);
    return device => this.inksOf(scaled(look(device)));
  }

  private isOwn(profile: Uint8Array): boolean {
    return Buffer.compare(profile, this.profile) === 0;
  }

  private sourceOf(bytes: Uint8Array): Source | undefined {
    try {
      const profile = readProfile(bytes);
      const channels = channelsOf(profile);
      return { channels, look: toXyz(profile, this.intent), black: sourceBlack(profile, this.intent) };
    } catch (error) {
      if (error instanceof ProfileError) return undefined;
      throw error;
    }
  }
}

const SRGB: Source = { channels: 3, look: srgbToXyz, black: [0, 0, 0] };
