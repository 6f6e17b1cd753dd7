/** The path of an ICC profile goes in, its hash comes out if it is one a press can be driven by. */

import { closeSync, openSync, readSync } from 'node:fs';
import type { PictureCache } from './cache.js';
import { failure, isMissing, type Outcome, reason, success } from './trouble.js';

export interface PressProfile {
  readonly path: string;
  /** SHA-256 of the file. */
  readonly hash: string;
}

/** ICC.1:2010, 7.2: class at byte 12, colour space at 16, signature `acsp` at 36. */
const HEADER_LENGTH = 128;

/** Checks the header of a profile. A missing file or another kind of profile is the trouble `profile-unusable`. */
export async function openPressProfile(path: string, cache: PictureCache): Promise<Outcome<PressProfile>> {
  try {
    const header = readHead(path);
    if (header.slice(36, 40) !== 'acsp') return failure('profile-unusable', path, 'it is not an ICC profile');
    const kind = `${header.slice(12, 16)} ${header.slice(16, 20)}`;
    if (kind !== 'prtr CMYK') return failure('profile-unusable', path, `it is of kind ${kind}`);
    return success({ path, hash: await cache.hashFile(path) });
  } catch (error) {
    return failure('profile-unusable', path, isMissing(error) ? 'there is no such file' : reason(error));
  }
}

function readHead(path: string): string {
  const head = Buffer.alloc(HEADER_LENGTH);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, HEADER_LENGTH, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1');
}
