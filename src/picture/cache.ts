/** Keys and bytes go in, the same bytes come out in a later run: a folder of results addressed by their content. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isMissing } from './trouble.js';

/** A stored result: a small JSON value and bytes (empty where the value says all). */
export interface CacheEntry<Header> {
  readonly header: Header;
  readonly bytes: Buffer;
}

/** What is known of a source file without reading it: its size, its time of change, the hash of its bytes then. */
type FileRecord = readonly [size: number, mtimeMs: number, hash: string];

/** Written before each entry: mark, length of the header, length of the bytes, SHA-256 of both. */
const MARK = 'PIC1';
const PREFIX_LENGTH = 4 + 4 + 4 + 32;

/** SHA-256 in hexadecimal of anything JSON can hold; used for keys. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * A cache folder. It may be deleted at any time and may be shared by runs at the same moment: entries are written under a
 * temporary name and renamed. Entries and times are read synchronously, because 48 small reads take 2 ms so and several times that
 * through the thread pool.
 */
export class PictureCache {
  readonly folder: string;
  readonly #files: Map<string, FileRecord>;
  readonly #hashing = new Map<string, Promise<string>>();
  #changed = false;
  #serial = 0;

  /** Opens `folder`; it need not exist, and an unreadable index counts as empty. */
  constructor(folder: string) {
    this.folder = resolve(folder);
    this.#files = readIndex(join(this.folder, 'index.json'));
  }

  /**
   * The SHA-256 of a file's bytes in hexadecimal. The file is read only if its size or time of change differ from when it was
   * last hashed. Throws the `fs` error when there is no such file.
   */
  async hashFile(path: string): Promise<string> {
    const absolute = resolve(path);
    const { size, mtimeMs } = statSync(absolute);
    const known = this.#files.get(absolute);
    if (known !== undefined && known[0] === size && known[1] === mtimeMs) return known[2];
    let pending = this.#hashing.get(absolute);
    if (pending === undefined) {
      pending = readFile(absolute).then(bytes => createHash('sha256').update(bytes).digest('hex'));
      this.#hashing.set(absolute, pending);
    }
    const hash = await pending.finally(() => this.#hashing.delete(absolute));
    this.#files.set(absolute, [size, mtimeMs, hash]);
    this.#changed = true;
    return hash;
  }

  /** The entry stored under `key`, or undefined if there is none or it is damaged. */
  read<Header>(key: string): CacheEntry<Header> | undefined {
    let stored: Buffer;
    try {
      stored = readFileSync(this.#pathOf(key));
    } catch {
      return undefined;
    }
    return unpack<Header>(stored);
  }

  /** Stores an entry under `key`, replacing any. Throws the `fs` error when the folder cannot be written. */
  write<Header>(key: string, entry: CacheEntry<Header>): void {
    this.#replace(this.#pathOf(key), pack(entry));
  }

  /** The value under `key`, or what `make` gives, which is then stored. For values without bytes. */
  async remember<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.read<Value>(key);
    if (known !== undefined) return known.header;
    const value = await make();
    this.write(key, { header: value, bytes: Buffer.alloc(0) });
    return value;
  }

  /** Writes the index of hashed source files if it changed. Call once at the end of a run. */
  save(): void {
    if (!this.#changed) return;
    const sorted = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#replace(join(this.folder, 'index.json'), Buffer.from(JSON.stringify(sorted)));
    this.#changed = false;
  }

  #pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key.slice(2));
  }

  #replace(path: string, bytes: Buffer): void {
    this.#serial += 1;
    const temporary = `${path}.${process.pid}-${this.#serial}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(temporary, bytes);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

function readIndex(path: string): Map<string, FileRecord> {
  try {
    return new Map<string, FileRecord>(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof TypeError) return new Map();
    throw error;
  }
}

function pack<Header>(entry: CacheEntry<Header>): Buffer {
  const header = Buffer.from(JSON.stringify(entry.header));
  const prefix = Buffer.alloc(PREFIX_LENGTH);
  prefix.write(MARK, 'latin1');
  prefix.writeUInt32LE(header.length, 4);
  prefix.writeUInt32LE(entry.bytes.length, 8);
  createHash('sha256').update(header).update(entry.bytes).digest().copy(prefix, 12);
  return Buffer.concat([prefix, header, entry.bytes]);
}

function unpack<Header>(stored: Buffer): CacheEntry<Header> | undefined {
  if (stored.length < PREFIX_LENGTH || stored.toString('latin1', 0, 4) !== MARK) return undefined;
  const bytesAt = PREFIX_LENGTH + stored.readUInt32LE(4);
  if (stored.length !== bytesAt + stored.readUInt32LE(8)) return undefined;
  const digest = createHash('sha256').update(stored.subarray(PREFIX_LENGTH)).digest();
  if (!digest.equals(stored.subarray(12, PREFIX_LENGTH))) return undefined;
  const header: Header = JSON.parse(stored.toString('utf8', PREFIX_LENGTH, bytesAt));
  return { header, bytes: stored.subarray(bytesAt) };
}
