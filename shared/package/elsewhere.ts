import { type Assessment, entryOf, materialOf } from '../assessment/schema.ts';
import { placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';

/** SHA-256 -> the code, or the title of the 汇报材料 in 《》, in whose folder a file lies (layout.ts). What nothing uses has none. */
export function homesOf(standard: Standard, assessment: Assessment): ReadonlyMap<string, string> {
  const known = new Set(assessment.evidence.map(({ sha256 }) => sha256));
  const homes = new Map<string, string>();
  const settle = (home: string, files: readonly string[]): void => {
    for (const sha256 of files) if (known.has(sha256) && !homes.has(sha256)) homes.set(sha256, home);
  };
  for (const { code, title } of assessment.campaign.materials) {
    settle(
      `《${title}》`,
      materialOf(assessment, code).files.map(({ sha256 }) => sha256),
    );
  }
  for (const { code } of placesOf(standard)) settle(code, entryOf(assessment, code).evidence);
  return homes;
}

/**
 * Where a reviewer finds the files of an entry that lie with another one, each file being in the package once:
 * 本项材料见1.2, or 另有材料见1.2 where some of them lie in the entry's own folder. '' where all do.
 */
export function elsewhereWords(
  homes: ReadonlyMap<string, string>,
  { code, evidence }: { readonly code: string; readonly evidence: readonly string[] },
): string {
  const at = evidence.map((sha256) => homes.get(sha256)).filter((home) => home !== undefined);
  const others = [...new Set(at.filter((home) => home !== code))];
  if (others.length === 0) return '';
  return `${at.includes(code) ? '另有材料见' : '本项材料见'}${others.join('、')}`;
}
