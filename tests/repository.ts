import { resolve } from 'node:path';

/** The folder of the sources. */
export const repository = resolve(import.meta.dirname, '..');
