import { entryOf } from '../../../shared/assessment/schema.ts';
import { placesByCode } from '../../../shared/standard/places.ts';
import { lastChanges } from '../document/journal.ts';
import type { AssessmentFolder } from './assessment-folder.ts';

/**
 * Where the work goes on: at the entry that was changed last; where the journal tells of none, at the first 未评, or at the
 * beginning.
 */
export async function lastEntry({
  folder,
  content: { standard, assessment },
}: {
  readonly folder: string;
  readonly content: AssessmentFolder;
}): Promise<{ code?: string; title?: string }> {
  const changes = await lastChanges(folder);
  const places = placesByCode(standard);
  const changed = changes
    .flatMap(({ after, before }) => [after.entries, before.entries])
    .flatMap((entries) => (typeof entries === 'object' && entries !== null ? Object.keys(entries) : []))
    .map((code) => places.get(code));
  const open = [...places.values()].find(
    ({ kind, code }) => kind === 'item' && entryOf(assessment, code).state === 'unscored',
  );
  const place = changed.find(Boolean) ?? open ?? [...places.values()][0];
  return place ? { code: place.code, title: place.title } : {};
}
