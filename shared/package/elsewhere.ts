import { type Assessment, entryOf, materialOf } from '../assessment/schema.ts';
import { placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';

/** In whose folder a file lies (layout.ts). */
interface Home {
  /** The code of an entry, or the title of the 汇报材料 in 《》. */
  readonly name: string;
  readonly isEntry: boolean;
  /** Its place among all, in the order of 佐证材料目录. */
  readonly place: number;
}

/** By SHA-256. */
export type Homes = ReadonlyMap<string, Home>;

/** Where every file lies; what nothing uses has no home. */
export function homesOf(standard: Standard, assessment: Assessment): Homes {
  const known = new Set(assessment.evidence.map(({ sha256 }) => sha256));
  const homes = new Map<string, Home>();
  const settle = (home: Home, files: readonly string[]): void => {
    for (const sha256 of files) if (known.has(sha256) && !homes.has(sha256)) homes.set(sha256, home);
  };
  const { materials } = assessment.campaign;
  for (const [place, { code, title }] of materials.entries()) {
    const files = materialOf(assessment, code).files.map(({ sha256 }) => sha256);
    settle({ name: `《${title}》`, isEntry: false, place }, files);
  }
  for (const [index, { code }] of placesOf(standard).entries()) {
    const home = { name: code, isEntry: true, place: materials.length + index };
    settle(home, entryOf(assessment, code).evidence);
  }
  return homes;
}

/** In whose folder a file of an entry lies, where that is not the entry's own: 评分项1.2, 《典型案例》; else ''. */
export function folderWords(homes: Homes, code: string, sha256: string): string {
  const home = homes.get(sha256);
  if (!home || (home.isEntry && home.name === code)) return '';
  return home.isEntry ? `评分项${home.name}` : home.name;
}

/**
 * Where a reviewer finds the files of an entry that lie with another one, each file being in the package once:
 * 本项材料见评分项1.2, or 另有材料见评分项1.2 where some of them lie in the entry's own folder; a bare number would be taken
 * for a 材料号. '' where all do.
 */
export function elsewhereWords(
  homes: Homes,
  { code, evidence }: { readonly code: string; readonly evidence: readonly string[] },
): string {
  const all = evidence.map((sha256) => homes.get(sha256)).filter((home) => home !== undefined);
  const isOwn = ({ name, isEntry }: Home): boolean => isEntry && name === code;
  const others = [...new Set(all)].filter((home) => !isOwn(home)).sort((a, b) => a.place - b.place);
  if (others.length === 0) return '';
  const names = (isEntry: boolean): string[] =>
    others.filter((home) => home.isEntry === isEntry).map(({ name }) => name);
  const entries = names(true).join('、');
  const where = [...names(false), ...(entries === '' ? [] : [`评分项${entries}`])];
  return `${all.some(isOwn) ? '另有材料见' : '本项材料见'}${where.join('、')}`;
}
