import { rollupDocument } from '../../../shared/registers/rollup/document.ts';
import type { RollupEdit } from '../../../shared/registers/rollup/edits.ts';
import type { Rollup } from '../../../shared/registers/rollup/schema.ts';
import { LockedSession, type Opening, openLocked } from '../document/locked-session.ts';

/** An open roll-up: nothing lies beside its document. */
export type RollupSession = LockedSession<'rollup', Rollup, RollupEdit, undefined>;

export function openRollup(folder: string, opening: Opening): Promise<RollupSession> {
  return openLocked(
    { kind: rollupDocument, folder, context: () => undefined, ...opening },
    (locked) => new LockedSession('rollup', locked),
  );
}
