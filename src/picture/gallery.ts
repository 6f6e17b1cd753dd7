/** All pictures of an issue, inspected once: paths in; sizes, vectors and inks for the layout out. */

import { resolve } from 'node:path';
import type { Ink, Shape } from '../frame/frame.js';
import { keyOf, type PictureCache } from './cache.js';
import { coloursOf, inkShape, mixInks } from './inks.js';
import { inspectPicture } from './inspect.js';
import type { Press } from './output.js';
import { type Drawing, readDrawingFile, type Unsupported } from './svg.js';
import type { DrawingLabel } from './svg-label.js';
import type { Outcome, PictureTrouble } from './trouble.js';

/** A drawing that stays vector: its shapes with inks, its labels to be set in the paper's type. */
export interface VectorDrawing {
  readonly shapes: readonly Shape[];
  readonly labels: readonly (DrawingLabel & { readonly ink: Ink })[];
}

export interface GalleryPicture {
  /** Path relative to the project folder, as frames name it. */
  readonly file: string;
  /** Pixels of a raster picture, points of a drawing. */
  readonly width: number;
  readonly height: number;
  readonly kind: 'raster' | 'drawing';
  /** Undefined for raster pictures, and for drawings that must be printed as pixels. */
  readonly vector: VectorDrawing | undefined;
  /** Why a drawing could not stay vector. */
  readonly unsupported: Unsupported | undefined;
  /** CMYK without a profile: its numbers go to the press as they are. */
  readonly untaggedInks: boolean;
}

export interface Gallery {
  readonly pictures: ReadonlyMap<string, GalleryPicture>;
  readonly troubles: ReadonlyMap<string, PictureTrouble>;
}

export interface GallerySettings {
  /** The project folder, absolute. */
  readonly root: string;
  readonly cache: PictureCache;
  /** Drawings' colours become inks of this press. */
  readonly press: Press;
}

/** Counts changes of the SVG reader, so that drawings read by an older one are read again. */
const READER = 1;

/** Reading a large drawing takes longer than setting a page, so its vectors are kept by the file's content. */
async function keptDrawing(path: string, cache: PictureCache): Promise<Outcome<Drawing>> {
  const key = keyOf('drawing', READER, await cache.hashFile(path));
  const kept = cache.read<Drawing>(key);
  if (kept !== undefined) return { ok: true, value: kept.header };
  const drawing = await readDrawingFile(path);
  if (drawing.ok) cache.write(key, { header: drawing.value, bytes: Buffer.alloc(0) });
  return drawing;
}

/** Opens the pictures at these project paths. What is wrong with one is in `troubles` under its path. */
export async function openGallery(files: Iterable<string>, settings: GallerySettings): Promise<Gallery> {
  const troubles = new Map<string, PictureTrouble>();
  const pictures = new Map<string, GalleryPicture>();
  const drawings = new Map<string, Drawing>();
  for (const file of new Set(files)) {
    const path = resolve(settings.root, file);
    const facts = await inspectPicture(path, settings.cache);
    if (!facts.ok) {
      troubles.set(file, facts.trouble);
      continue;
    }
    const { kind, width, height, untaggedInks } = facts.value;
    let unsupported: Unsupported | undefined;
    if (kind === 'drawing') {
      const drawing = await keptDrawing(path, settings.cache);
      if (!drawing.ok) {
        troubles.set(file, drawing.trouble);
        continue;
      }
      unsupported = drawing.value.unsupported[0];
      if (unsupported === undefined) drawings.set(file, drawing.value);
    }
    pictures.set(file, { file, kind, width, height, vector: undefined, unsupported, untaggedInks });
  }
  const { press, cache } = settings;
  const inks = await mixInks([...drawings.values()].flatMap(coloursOf), press, cache);
  if (!inks.ok) {
    troubles.set(press.profile, inks.trouble);
    return { pictures, troubles };
  }
  for (const [file, drawing] of drawings) {
    const shapes = drawing.shapes.map(shape => inkShape(shape, inks.value));
    const labels = drawing.labels.map(label => ({ ...label, ink: inks.value(label.rgb) }));
    pictures.set(file, { ...pictures.get(file)!, vector: { shapes, labels } });
  }
  return { pictures, troubles };
}
