/** How light black ink prints goes in; the tone curve for pictures and tints in black alone, and what dots a press holds, come out. */

/** The luminance (CIE Y) that each amount of black ink, 0 to 255, has in print; the bare paper has 1. Never rises. */
export type BlackRamp = readonly number[];

/** The lightest and darkest dot that a press holds, as fractions of full ink. */
export interface ToneRange {
  readonly highlight: number;
  readonly shadow: number;
}

/** Luminance of an sRGB gray value (IEC 61966-2-1). */
function luminanceOf(gray: number): number {
  const encoded = gray / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

/**
 * For each gray value 0 to 255 of sRGB the amount of black ink, 0 to 255. Black is laid on the shadow dot and white on the highlight dot,
 * luminance between them in proportion, as black point compensation does with colours (ISO 18619, 4.4): so a gray picture is as light as
 * a coloured one beside it, the press's dot gain is undone and nothing is clipped.
 */
export function blackCurve(ramp: BlackRamp, range: ToneRange): Uint8Array {
  const light = luminanceInPrint(ramp, range.highlight * 255);
  const dark = luminanceInPrint(ramp, range.shadow * 255);
  const curve = new Uint8Array(256);
  for (let gray = 0; gray < 256; gray++) {
    const black = inkForLuminance(ramp, dark + luminanceOf(gray) * (light - dark));
    curve[gray] = Math.round(Math.min(Math.max(black, range.highlight * 255), range.shadow * 255));
  }
  return curve;
}

function luminanceInPrint(ramp: BlackRamp, black: number): number {
  const below = Math.floor(black);
  const lower = ramp[below]!;
  return lower + (black - below) * ((ramp[below + 1] ?? lower) - lower);
}

/** The ramp never rises, so the first step that reaches down to the luminance holds the answer. */
function inkForLuminance(ramp: BlackRamp, luminance: number): number {
  const reached = ramp.findIndex(step => step <= luminance);
  if (reached < 0) return 255;
  if (reached === 0) return 0;
  const before = ramp[reached - 1]!;
  return reached - 1 + (before - luminance) / (before - ramp[reached]!);
}

/**
 * For each amount of ink 0 to 255 of a colour picture the nearest that the press holds: paper stays paper, a dot that would be lost is left
 * out or printed as the lightest one, and one that would fill in is printed as the darkest.
 */
export function heldDots({ highlight, shadow }: ToneRange): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, ink) => {
    if (ink < (highlight * 255) / 2) return 0;
    return Math.round(Math.min(Math.max(ink, highlight * 255), shadow * 255));
  });
}
