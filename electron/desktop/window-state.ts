import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Kept } from './placement.ts';
import { USUAL } from './zoom.ts';

const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  /** Per cent. */
  zoom: z.int().min(50).max(200).default(USUAL),
});
export type WindowState = Kept & { readonly zoom: number };

/** As the window was left; undefined on the first start, and where nothing of it can be read. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) console.error(error);
    return undefined;
  }
}

/** At once: the program may end before a write in the background does. A forgotten size is no reason to stay open. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  } catch (error) {
    console.error(error);
  }
}
