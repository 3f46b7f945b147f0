import { isSameName } from '../values/bare-name.ts';
import type { Candidate } from './candidate.ts';
import type { DeskEdit } from './desk-edits.ts';
import type { Receipt } from './receipt.ts';
import type { Desk } from './schema.ts';

interface Batch {
  readonly receipts: readonly Pick<Receipt, 'key' | 'kept' | 'other' | 'verdict'>[];
  /** What was on the desk before it: an earlier program may have placed it in its own way. */
  readonly before: ReadonlySet<string>;
  /** Who recommends the batch; absent: not said. */
  readonly body?: string | undefined;
}

/**
 * What a provincial desk notes of a batch that was taken in: who recommends each package (`body`; absent: not said), and
 * where one that lies under another body was handed in by this one as well. One that nobody has placed yet is placed by it.
 * Nothing on the desk of one body. Pure.
 */
export function placingEdits(
  desk: Pick<Desk, 'level' | 'placements' | 'placedBySuperior'>,
  rows: readonly Candidate[],
  { receipts, before, body = '' }: Batch,
): DeskEdit[] {
  if (desk.level !== 'province') return [];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const placed = new Set(desk.placements.map(({ key }) => key));
  const came = [
    ...new Set(
      receipts.flatMap(({ key, kept, other, verdict }) =>
        verdict === 'duplicate' ? (other ?? []) : kept ? key : [],
      ),
    ),
  ].flatMap((key) => byKey.get(key) ?? []);
  const isOpen = (row: Candidate): boolean =>
    row.body === '' || (!placed.has(row.key) && !before.has(row.key));
  const fresh = came.filter(isOpen).map(({ key }) => key);
  const again = came.filter(
    (row) =>
      !isOpen(row) && body !== '' && ![row.body, ...row.alsoBodies].some((name) => isSameName(name, body)),
  );
  // Where nothing is said and nothing was gone by, there is nothing to note.
  const isSaid = body !== '' || desk.placedBySuperior;
  return [
    ...(isSaid && fresh.length > 0 ? [{ kind: 'place' as const, keys: fresh, body }] : []),
    ...(again.length > 0 ? [{ kind: 'addRoute' as const, keys: again.map(({ key }) => key), body }] : []),
  ];
}

/** What the line of a package says that lies under another body already, without a full stop; '' where there is nothing to say. */
export function otherBodyRemark(
  { level }: Pick<Desk, 'level'>,
  known: () => Pick<Candidate, 'body'> | undefined,
  body = '',
): string {
  if (level !== 'province' || body === '') return '';
  const first = known()?.body ?? '';
  if (first === '' || isSameName(first, body)) return '';
  return `先收到的经“${first}”报送，这次经“${body}”报送：同一单位经两个推荐单位报送，请核实以哪一个为准`;
}
