/** The text of a CSS colour goes in, sRGB and opacity come out. */

import { namedColour } from './svg-colour-names.js';

/** sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Colour {
  readonly rgb: Rgb;
  /** 0 to 1. */
  readonly alpha: number;
}

const FUNCTION = /^rgba?\(([^()]*)\)$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)%?$/;

/**
 * Names, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()` in the old and the new notation, `transparent`
 * (CSS Color Module Level 4). Undefined for anything else.
 */
export function readColour(text: string): Colour | undefined {
  const value = text.trim();
  if (value.toLowerCase() === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
  if (value.startsWith('#')) return readHex(value.slice(1));
  const call = FUNCTION.exec(value);
  if (call !== null) return readFunction(call[1]!);
  const named = namedColour(value);
  return named === undefined ? undefined : readHex(named.slice(1));
}

function readHex(digits: string): Colour | undefined {
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  const short = digits.length === 3 || digits.length === 4;
  if (!short && digits.length !== 6 && digits.length !== 8) return undefined;
  const step = short ? 1 : 2;
  const channels: number[] = [];
  for (let at = 0; at < digits.length; at += step) {
    const part = digits.slice(at, at + step);
    channels.push(Number.parseInt(short ? part + part : part, 16));
  }
  const [red, green, blue, alpha = 255] = channels;
  return { rgb: [red!, green!, blue!], alpha: alpha / 255 };
}

function readFunction(body: string): Colour | undefined {
  const parts = body.trim().split(/\s*[,/]\s*|\s+/);
  if (parts.length < 3 || parts.length > 4 || !parts.every(part => NUMBER.test(part))) return undefined;
  const [red, green, blue] = parts.map(part => clamp(amount(part, 255), 255));
  const alpha = parts[3] === undefined ? 1 : clamp(amount(parts[3], 1), 1);
  return { rgb: [Math.round(red!), Math.round(green!), Math.round(blue!)], alpha };
}

function amount(part: string, whole: number): number {
  const value = Number.parseFloat(part);
  return part.endsWith('%') ? (value / 100) * whole : value;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** A colour seen through `alpha` on white paper. */
export function tint(rgb: Rgb, alpha: number): Rgb {
  const [red, green, blue] = rgb.map(channel => Math.round(255 - alpha * (255 - channel)));
  return [red!, green!, blue!];
}
