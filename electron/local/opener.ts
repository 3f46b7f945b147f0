import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAlone } from '../services/files/modes.ts';

/** A file for the browser that leads on to a one-time link. */
export interface Opener {
  readonly path: string;
  /** Removes it; again is harmless. */
  remove(): Promise<void>;
}

/**
 * Writes the link into a file that only its user can read: as an argument of the browser, every user of the computer
 * could read it in the list of processes, and come in first. `folder`: below the data folder, since a browser from a
 * snap sees neither /tmp nor hidden folders of the home itself. Throws what the system says.
 */
export async function writeOpener(folder: string, link: string): Promise<Opener> {
  // Its own folder: the one around it may be shared.
  const own = await mkdtemp(join(folder, 'open-'));
  const remove = (): Promise<void> => rm(own, { recursive: true, force: true, maxRetries: 5 });
  const path = join(own, 'biaobing.html');
  try {
    await writeAlone(path, page(link));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

/** `link`: of base64url and the like, with nothing to escape. */
function page(link: string): string {
  return (
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">' +
    `<meta http-equiv="refresh" content="0; url=${link}"><title>标兵自评</title>\n`
  );
}
