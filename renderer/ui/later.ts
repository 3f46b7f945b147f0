import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/**
 * A part that is loaded when it is first drawn, or when the browser has time: once a page is open, it must go on without
 * the program that served it.
 */
export function later<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  // What cannot be had now is asked for again when it is drawn.
  const warm = () => void load().catch(() => undefined);
  if (import.meta.env.PROD) setTimeout(warm, WARM_AFTER_MS);
  return lazy(load);
}

/** After the first screen has been drawn. */
const WARM_AFTER_MS = 1500;
