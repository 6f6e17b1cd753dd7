/** Numbers the system writes: a whole number and a set of digits in, its text out. */

export type DigitSet = 'european' | 'arabic-indic' | 'persian';

const ZERO: Readonly<Record<DigitSet, number>> = { european: 0x30, 'arabic-indic': 0x660, persian: 0x6f0 };

export function writeNumber(value: number, digits: DigitSet): string {
  return String(value).replace(/\d/g, digit => String.fromCharCode(ZERO[digits] + Number(digit)));
}
