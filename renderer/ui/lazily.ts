/** Something that is loaded when it is first needed, or when the browser has time. */
export interface Lazily<T> {
  /** Undefined until it is there. */
  readonly now: () => T | undefined;
  /** What cannot be had now is asked for again the next time. */
  readonly load: () => Promise<T>;
}

/** Once a page is open, it must go on without the program that served it: nothing stays unloaded for long. */
export function lazily<T>(get: () => Promise<T>): Lazily<T> {
  let there: T | undefined;
  const load = async () => (there ??= await get());
  if (import.meta.env.PROD) setTimeout(() => void load().catch(() => undefined), WARM_AFTER_MS);
  return { now: () => there, load };
}

/** After the first screen has been drawn. */
const WARM_AFTER_MS = 1500;
