/** Keeps one object for all equal clusters of a face, so that later stages know a cluster by its identity. */

import type { Face } from '../fonts/face.js';
import type { ShapedGlyph } from '../fonts/shaper.js';
import type { Cluster, PlacedGlyph } from '../frame/frame.js';

interface Pool {
  /** Clusters of a single glyph at its origin, by glyph and advance: nearly all of Latin. */
  readonly plain: Map<number, Cluster>;
  /** All others, by everything they consist of. */
  readonly built: Map<string, Cluster>;
}

const pools = new WeakMap<Face, Pool>();

/** Wider than any advance in font units. */
const ADVANCES = 0x10000;

/** The cluster of a face with this text and these glyphs in visual order. */
export function pooledCluster(face: Face, text: string, group: readonly ShapedGlyph[]): Cluster {
  let pool = pools.get(face);
  if (pool === undefined) {
    pool = { plain: new Map(), built: new Map() };
    pools.set(face, pool);
  }
  const first = group[0]!;
  if (group.length > 1 || first.xOffset !== 0 || first.yOffset !== 0) return builtCluster(pool, text, group);
  const key = first.id * ADVANCES + first.xAdvance;
  const known = pool.plain.get(key);
  // One glyph may stand for several characters (hyphen and minus): the later ones are told apart by their text.
  if (known !== undefined) return known.text === text ? known : builtCluster(pool, text, group);
  const cluster = makeCluster(text, group);
  pool.plain.set(key, cluster);
  return cluster;
}

function builtCluster(pool: Pool, text: string, group: readonly ShapedGlyph[]): Cluster {
  let key = text;
  for (const { id, xAdvance, xOffset, yOffset } of group) key += `|${id},${xAdvance},${xOffset},${yOffset}`;
  let cluster = pool.built.get(key);
  if (cluster === undefined) {
    cluster = makeCluster(text, group);
    pool.built.set(key, cluster);
  }
  return cluster;
}

function makeCluster(text: string, group: readonly ShapedGlyph[]): Cluster {
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (const { id, xAdvance, xOffset, yOffset } of group) {
    glyphs.push({ id, dx: pen + xOffset, dy: yOffset });
    pen += xAdvance;
  }
  return { text, glyphs, advance: pen };
}

const drawn = new WeakMap<Cluster, Map<string, Cluster>>();

/** A letter drawn out by the tatweels that follow it, in logical order: one cluster that says the letter alone. */
export function drawnOutCluster(letter: Cluster, tatweels: readonly Cluster[]): Cluster {
  const variants = drawn.get(letter) ?? new Map<string, Cluster>();
  drawn.set(letter, variants);
  const key = tatweels.map(({ glyphs, advance }) => `${glyphs.map(({ id }) => id)}/${advance}`).join();
  let cluster = variants.get(key);
  if (cluster === undefined) {
    const glyphs: PlacedGlyph[] = [];
    let pen = 0;
    for (const part of [letter, ...tatweels].reverse()) {
      for (const { id, dx, dy } of part.glyphs) glyphs.push({ id, dx: dx + pen, dy });
      pen += part.advance;
    }
    cluster = { text: letter.text, glyphs, advance: pen, kashida: pen - letter.advance };
    variants.set(key, cluster);
  }
  return cluster;
}
