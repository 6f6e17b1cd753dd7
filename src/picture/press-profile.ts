/** The path of an ICC profile goes in, its hash comes out if it is one a press can be driven by. */

import { readFileSync } from 'node:fs';
import { keyOf, type PictureCache } from './cache.js';
import { ProfileError, readProfile } from './icc.js';
import type { Press } from './output.js';
import { ENGINE } from './pixels.js';
import { PressColour } from './press-colour.js';
import { failure, isMissing, type Outcome, reason, success } from './trouble.js';

export interface PressProfile {
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Colours for the press; slow to set up, so only once something must be converted. */
  colour(): PressColour;
}

/** Classes of profiles (ICC.1:2010, table 18), as an editor may know them. */
const KINDS: Readonly<Record<string, string>> = {
  prtr: 'a printer’s profile',
  mntr: 'a screen’s or camera’s profile',
  scnr: 'a scanner’s or camera’s profile',
  link: 'a device link',
  spac: 'a profile of a colour space',
  abst: 'an effect, not a profile of a device,',
  nmcl: 'a list of named colours',
};

/**
 * Checks a profile: an output profile (class prtr) for CMYK of a version that the file may hold, whole, with all tables that colours and
 * proofs need. What is wrong with it is the trouble `profile-unusable`. Its tables are read once and then known by the cache.
 */
export async function openPressProfile(press: Press, cache: PictureCache): Promise<Outcome<PressProfile>> {
  const { profile: path, intent } = press;
  try {
    const bytes = readFileSync(path);
    const { deviceClass, space, version } = readProfile(bytes);
    if (`${deviceClass} ${space}` !== 'prtr CMYK') {
      const kind = KINDS[deviceClass] ?? `a profile of class ${deviceClass}`;
      return failure('profile-unusable', path, `it is ${kind} for ${space.trim()}`);
    }
    if (version > press.newestProfile) {
      const most = `the chosen standard takes ICC version ${press.newestProfile} at most`;
      return failure('profile-unusable', path, `it is of ICC version ${version}, and ${most}`);
    }
    const hash = await cache.hashFile(path);
    const wrong = await cache.remember(keyOf('press-profile', ENGINE, hash, intent), async () =>
      faultOf(bytes, press),
    );
    if (wrong !== '') return failure('profile-unusable', path, wrong);
    let colour: PressColour | undefined;
    return success({
      hash,
      colour() {
        colour ??= new PressColour(bytes, intent);
        return colour;
      },
    });
  } catch (error) {
    return failure('profile-unusable', path, isMissing(error) ? 'there is no such file' : reason(error));
  }
}

/** What is missing or damaged inside, empty for nothing. */
function faultOf(bytes: Uint8Array, { intent }: Press): string {
  try {
    const white = new PressColour(bytes, intent).colour([255, 255, 255]);
    return white.some(ink => ink > 0.5) ? 'it prints white with ink' : '';
  } catch (error) {
    if (error instanceof ProfileError) return error.message;
    throw error;
  }
}
