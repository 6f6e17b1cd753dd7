/** A list and a slow step go in, the results in the list's order come out, with a bounded number of steps under way at once. */

/** Like `Promise.all(items.map(step))` with at most `bound` steps at a time. The first error is thrown. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  bound: number,
  step: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const queue = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of queue) results[index] = await step(item);
  }
  await Promise.all(Array.from({ length: Math.min(bound, items.length) }, work));
  return results;
}
