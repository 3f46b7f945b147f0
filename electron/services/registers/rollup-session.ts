import { join } from 'node:path';
import { rollupDocument } from '../../../shared/registers/rollup/document.ts';
import type { RollupEdit } from '../../../shared/registers/rollup/edits.ts';
import type { Rollup } from '../../../shared/registers/rollup/schema.ts';
import { LockedSession, type Opening, openLocked } from '../document/locked-session.ts';
import { removeLeftovers } from '../files/ingest.ts';

/** Of one roll-up: the cases that units handed in, and what came with them. */
const FILES = 'files';

/** An open roll-up; the files of its cases lie beside it. */
export class RollupSession extends LockedSession<'rollup', Rollup, RollupEdit, undefined> {
  get files(): string {
    return join(this.folder, FILES);
  }
}

export function openRollup(folder: string, opening: Opening): Promise<RollupSession> {
  return openLocked(
    {
      ...{ kind: rollupDocument, folder, context: () => undefined, ...opening },
      clear: () => removeLeftovers(join(folder, FILES)),
    },
    (locked) => new RollupSession('rollup', locked),
  );
}
