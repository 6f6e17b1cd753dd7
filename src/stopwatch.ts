/** Seconds that each stage of a build takes: a clock in, times by stage out. */

export interface Stopwatch {
  begin(stage: string): void;
  /** Seconds by stage so far. */
  times(): Record<string, number>;
}

/** Starts with no stage; `clock` gives milliseconds, `progress` hears of each stage that begins. */
export function stopwatch(clock: () => number, progress: (stage: string) => void): Stopwatch {
  const seconds = new Map<string, number>();
  let current: string | undefined;
  let since = clock();
  const close = (): void => {
    const now = clock();
    if (current !== undefined) seconds.set(current, (seconds.get(current) ?? 0) + (now - since) / 1000);
    since = now;
  };
  return {
    begin(stage) {
      close();
      current = stage;
      progress(stage);
    },
    times() {
      close();
      return Object.fromEntries([...seconds].map(([stage, time]) => [stage, Math.round(time * 1000) / 1000]));
    },
  };
}
