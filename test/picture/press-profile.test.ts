/** Profiles that a printer might hand over go in; what is said of them comes out. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PictureCache } from '../../src/picture/cache.js';
import { printOutput } from '../../src/picture/output.js';
import { openPressProfile } from '../../src/picture/press-profile.js';
import { camera, curv, modernPress, oldPress, profile, xyz } from './profiles.js';
import { PROFILE, temporaryFolder } from './samples.js';

const folder = temporaryFolder();
const cache = new PictureCache(join(folder, 'cache'));

async function said(bytes: Buffer | string, newestProfile: 2 | 4 = 4): Promise<string> {
  const path = typeof bytes === 'string' ? bytes : join(folder, 'press.icc');
  if (typeof bytes !== 'string') writeFileSync(path, bytes);
  const opened = await openPressProfile(
    printOutput(path, { newestProfile }),
    new PictureCache(join(folder, 'cache')),
  );
  return opened.ok ? 'good' : opened.trouble.message.replace(path, 'P');
}

it('takes output profiles for CMYK, of version 4 where the file may hold them', async () => {
  expect(await said(PROFILE, 2)).toBe('good');
  expect(await said(modernPress())).toBe('good');
  expect(await said(modernPress(), 2)).toBe(
    'the press profile P cannot be used: it is of ICC version 4, and the chosen standard takes ICC version 2 at most',
  );
});

it('says what else is wrong', async () => {
  const cannot = 'the press profile P cannot be used: ';
  expect(await said(join(folder, 'none.icc'))).toBe(`${cannot}there is no such file`);
  expect(await said(folder)).toBe(`${cannot}there is no such file`);
  expect(await said(Buffer.alloc(0))).toBe(`${cannot}it is not an ICC profile`);
  expect(await said(Buffer.from('a text, and a long one: '.repeat(20)))).toBe(
    `${cannot}it is not an ICC profile`,
  );
  expect(await said(oldPress().subarray(0, 900))).toBe(`${cannot}it is cut off`);
  expect(await said(camera([curv()]))).toBe(`${cannot}it is a screen’s or camera’s profile for RGB`);
  expect(await said(oldPress(['B2A0']))).toBe(`${cannot}it has no table from colours to inks (B2A0)`);
  expect(await said(oldPress(['A2B0']))).toMatch(/neither a table of colours/);
  const link = { class: 'link', space: 'CMYK', connection: 'CMYK', version: 2 } as const;
  expect(await said(profile(link, { wtpt: xyz(1, 1, 1) }))).toBe(`${cannot}it is a device link for CMYK`);
});

it('notices a profile that prints white with ink', async () => {
  const inverted = oldPress();
  // The curves of its last table, from colours to inks, stand at its end.
  for (let at = inverted.length - 4 * 256; at < inverted.length; at++) inverted[at] = 255 - inverted[at]!;
  expect(await said(inverted)).toMatch(/prints white with ink/);
});

it('sets colours up once', async () => {
  const opened = await openPressProfile(printOutput(PROFILE), cache);
  expect(opened.ok && opened.value.colour()).toBe(opened.ok && opened.value.colour());
});
