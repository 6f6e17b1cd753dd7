/** Waits for an editor to save: folders in, one tick a change out. */

import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Editors save in several steps, and several files at once; what comes within this many milliseconds is one change. */
const SETTLE = 120;

/** Ticks after each change anywhere below the folders, without end. The watchers go when the loop is left. */
export async function* changesIn(folders: readonly string[]): AsyncIterable<void> {
  let changed = false;
  let wake = (): void => {};
  const watchers = folders.map(folder =>
    watch(folder, { recursive: true }, () => {
      changed = true;
      wake();
    }),
  );
  try {
    for (;;) {
      if (!changed) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
      await sleep(SETTLE);
      changed = false;
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
