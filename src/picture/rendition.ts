/** Pictures with their crop and printed size go in, JPEGs for the press or for readers come out, from the cache if they are there. */

import { availableParallelism } from 'node:os';
import { keyOf, type PictureCache } from './cache.js';
import { inspectPicture } from './inspect.js';
import { mapBounded } from './map-bounded.js';
import type { OutputSettings } from './output.js';
import { ENGINE } from './pixels.js';
import { openPressProfile, type PressProfile } from './press-profile.js';
import { makeRendition, type RenditionFacts, type RenditionRequest } from './render.js';
import { failure, isMissing, type Outcome, reason, success } from './trouble.js';

export type { RenditionRequest } from './render.js';

export interface Rendition extends RenditionFacts {
  /** A JPEG without profile, EXIF, XMP or IPTC. */
  readonly bytes: Buffer;
  /** SHA-256 of all that made it: equal keys, equal bytes. */
  readonly key: string;
}

/** Called after each picture that had to be made: how many are done, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * One rendition for each request, in the same order, all for one output. What the cache has is read from it; the rest is made on
 * all cores and stored. A picture that is missing, damaged or of another kind is a trouble in its place, and so is an
 * unusable press profile in every place; an unwritable cache folder throws.
 */
export async function renderPictures(
  requests: readonly RenditionRequest[],
  output: OutputSettings,
  cache: PictureCache,
  progress: Progress = () => {},
): Promise<Outcome<Rendition>[]> {
  const profile = output.kind === 'print' ? await openPressProfile(output, cache) : undefined;
  if (profile?.ok === false) return requests.map(() => profile);
  const settings = { ...output, profile: profile?.value.hash, newestProfile: undefined };
  const keys: Outcome<string>[] = [];
  for (const request of requests) keys.push(await keyFor(request, settings, cache));

  const found = new Map<string, Outcome<Rendition>>();
  const missing = new Map<string, RenditionRequest>();
  requests.forEach((request, index) => {
    const key = keys[index]!;
    if (!key.ok || found.has(key.value) || missing.has(key.value)) return;
    const entry = cache.read<RenditionFacts>(key.value);
    if (entry === undefined) missing.set(key.value, request);
    else found.set(key.value, success({ ...entry.header, bytes: entry.bytes, key: key.value }));
  });

  let done = 0;
  await mapBounded([...missing], availableParallelism(), async ([key, request]) => {
    found.set(key, await makeAndStore(key, request, output, cache, profile?.value));
    done += 1;
    progress(done, missing.size);
  });
  return keys.map(key => (key.ok ? found.get(key.value)! : key));
}

async function keyFor(
  request: RenditionRequest,
  settings: object,
  cache: PictureCache,
): Promise<Outcome<string>> {
  const { file, crop, width, height } = request;
  try {
    const hash = await cache.hashFile(file);
    const area = [crop.x, crop.y, crop.width, crop.height];
    return success(keyOf('rendition', ENGINE, hash, area, width, height, settings));
  } catch (error) {
    return isMissing(error)
      ? failure('picture-missing', file)
      : failure('picture-unreadable', file, reason(error));
  }
}

async function makeAndStore(
  key: string,
  request: RenditionRequest,
  output: OutputSettings,
  cache: PictureCache,
  press: PressProfile | undefined,
): Promise<Outcome<Rendition>> {
  const facts = await inspectPicture(request.file, cache);
  if (!facts.ok) return facts;
  const made = await makeRendition(request, facts.value, output, press?.colour());
  if (!made.ok) return made;
  const { bytes, ...header } = made.value;
  cache.write<RenditionFacts>(key, { header, bytes });
  return success({ ...header, bytes, key });
}
