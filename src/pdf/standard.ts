/** The two standards a press PDF may follow, and what sets them apart. */

/** `x-4` is PDF/X-4 (ISO 15930-7:2010), `x-1a` is PDF/X-1a:2003 (ISO 15930-4:2003). */
export type PressStandard = 'x-4' | 'x-1a';

export interface PressRules {
  /** As files of the standard call it: GTS_PDFXVersion. */
  readonly name: string;
  /** The version of PDF that it builds on. */
  readonly pdf: '1.4' | '1.6';
  /** The newest version of ICC profiles that this version of PDF knows (PDF Reference 1.4 and 1.6, ICCBased colour spaces). */
  readonly newestProfile: 2 | 4;
  /** Identified by XMP; otherwise by the information dictionary alone. */
  readonly xmp: boolean;
}

const RULES: Readonly<Record<PressStandard, PressRules>> = {
  'x-4': { name: 'PDF/X-4', pdf: '1.6', newestProfile: 4, xmp: true },
  'x-1a': { name: 'PDF/X-1a:2003', pdf: '1.4', newestProfile: 2, xmp: false },
};

export function rulesOf(standard: PressStandard): PressRules {
  return RULES[standard];
}

/** The newest version of ICC profiles that a file of the standard may hold. */
export function newestProfile(standard: PressStandard): 2 | 4 {
  return RULES[standard].newestProfile;
}
