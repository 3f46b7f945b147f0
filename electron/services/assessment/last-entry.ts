import { placesByCode } from '../../../shared/standard/places.ts';
import { lastChange } from '../document/journal.ts';
import type { AssessmentFolder } from './assessment-folder.ts';

/** The entry that the last line of the journal tells of: where the work goes on. */
export async function lastEntry({
  folder,
  content: { standard },
}: {
  readonly folder: string;
  readonly content: AssessmentFolder;
}): Promise<{ code?: string; title?: string }> {
  const change = await lastChange(folder);
  const places = placesByCode(standard);
  const code = [change?.after.entries, change?.before.entries]
    .flatMap((entries) => (typeof entries === 'object' && entries !== null ? Object.keys(entries) : []))
    .find((each) => places.has(each));
  return code === undefined ? {} : { code, title: places.get(code)?.title ?? '' };
}
