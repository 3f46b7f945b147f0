/** One piece of work; answers its milliseconds, without Node's start and without making the data. */
export type Task = (...args: readonly string[]) => Promise<number>;

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
