/**
 * Does something for each, so many at a time, begun in their order. The first failure is thrown once what had begun has
 * ended; nothing is begun after it.
 */
export async function several<T>(
  items: readonly T[],
  atOnce: number,
  task: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = [...items].reverse();
  let failure: { readonly error: unknown } | undefined;
  const work = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined && !failure; item = left.pop()) {
      try {
        await task(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failure) throw failure.error;
}
