/** What a font file can do: a path in, the tags of its OpenType features out. */

import { closeSync, openSync, readSync } from 'node:fs';
import type { FontFamily, FontSettings } from '../fonts/library.js';

/** Sizes in bytes of the records met here (OpenType 1.9, “Organization of an OpenType font”, “Feature list table”). */
const HEADER = 12;
const TABLE_RECORD = 16;
const FEATURE_RECORD = 6;
/** Where GSUB and GPOS say where their feature list begins. */
const FEATURE_LIST_AT = 6;

/** Tags of substitution and positioning features, such as `smcp`; none for a file that says nothing sensible. */
export function fontFeatures(path: string): ReadonlySet<string> {
  const file = openSync(path, 'r');
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    return bytes;
  };
  try {
    const tags = new Set<string>();
    const tables = read(HEADER, read(4, 2).readUInt16BE() * TABLE_RECORD);
    for (let at = 0; at < tables.length; at += TABLE_RECORD) {
      const name = tables.toString('latin1', at, at + 4);
      if ((name !== 'GSUB' && name !== 'GPOS') || tables.readUInt32BE(at + 12) === 0) continue;
      const start = tables.readUInt32BE(at + 8);
      const list = start + read(start + FEATURE_LIST_AT, 2).readUInt16BE();
      const records = read(list + 2, read(list, 2).readUInt16BE() * FEATURE_RECORD);
      for (let record = 0; record < records.length; record += FEATURE_RECORD)
        tags.add(records.toString('latin1', record, record + 4));
    }
    return tags;
  } finally {
    closeSync(file);
  }
}

/** Whether a family has a feature in the slant that is asked for, or at all where it has no such slant. */
export function familyHas(family: FontFamily, italic: boolean, feature: string): boolean {
  const slanted = family.faces.filter(face => face.italic === italic);
  return (slanted.length > 0 ? slanted : family.faces).some(face => face.features.has(feature));
}

/** Names of the families that have a feature in the slant that is asked for. */
export function familiesWith(
  families: FontSettings['families'],
  italic: boolean,
  feature: string,
): readonly string[] {
  return [...families.values()].filter(family => familyHas(family, italic, feature)).map(({ name }) => name);
}
