import { type Assessment, entryOf, type Evidence, materialOf } from '../assessment/schema.ts';
import type { Standard } from '../standard/schema.ts';
import { placesOf } from '../standard/places.ts';
import type { PackageForm } from './form.ts';
import { fitName, MAX_PATH_UNITS, NameSet, sanitiseName } from '../values/portable-names.ts';

export const WORKBOOK_NAME = '推荐材料.xlsx';
/** From profile 2 on. */
export const INDEX_NAME = '目录.html';
export const ASSESSMENT_NAME = 'assessment.json';
export const STANDARD_NAME = 'standard.json';
export const README_NAME = '说明文件.txt';
const EVIDENCE_FOLDER = '佐证材料';
const MATERIALS_FOLDER = '汇报材料';
const UNUSED_FOLDER = '未对应评分项';

/** UTF-16 units of the bag's root name, and what is left for a path below `<root>/data/`. */
const MAX_ROOT_UNITS = 64;
const INNER_UNITS = MAX_PATH_UNITS - MAX_ROOT_UNITS - '/data/'.length;
const MAX_FOLDER_UNITS = 36;

export interface RevisionName {
  readonly number: number;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly draft: boolean;
}

/** <单位>_<活动>_<日期>_第<n>版, marked in front where it is a 自查包, a draft or the sample. At most 64 UTF-16 units. */
export function bagRootName(
  { unit, campaign, sample }: Assessment,
  { draft, date, number }: RevisionName,
  { name, nameless }: PackageForm,
): string {
  const marks = [name === '自查包' && '【自查】', draft && '【草稿】', sample && '【示例】'];
  const whose = [...marks, fitName(sanitiseName(unit.name, nameless), 22)].filter(Boolean).join('');
  const which = `${date}_第${number}版`;
  const left = MAX_ROOT_UNITS - whose.length - which.length - '__'.length;
  return `${whose}_${fitName(sanitiseName(campaign.shortTitle), Math.min(14, left))}_${which}`;
}

/**
 * Where each piece of evidence goes: SHA-256 -> path below data/. Each distinct file once: materials in
 * 汇报材料/<材料>/, the rest in 佐证材料/<编号 标题>/ under the first code of the standard that uses it, files
 * that nothing uses in a folder of their own. The map's order is the order in the package.
 */
export function layOut(standard: Standard, assessment: Assessment): ReadonlyMap<string, string> {
  const records = new Map(assessment.evidence.map((record) => [record.sha256, record]));
  const paths = new Map<string, string>();
  const place = (parent: string, folders: NameSet, title: string, files: readonly string[]): void => {
    const fresh = [...new Set(files)].filter((sha256) => records.has(sha256) && !paths.has(sha256));
    if (fresh.length === 0) return;
    const folder = `${parent}/${folders.take(sanitiseName(title), MAX_FOLDER_UNITS)}`;
    const names = new NameSet();
    fresh.forEach((sha256, index) => {
      const nn = String(index + 1).padStart(2, '0');
      const name = `${nn} ${sanitiseName(records.get(sha256)?.fileName ?? '')}`;
      paths.set(sha256, `${folder}/${names.take(name, INNER_UNITS - folder.length - 1)}`);
    });
  };

  const materials = new NameSet();
  for (const { code, title } of assessment.campaign.materials) {
    const files = materialOf(assessment, code).files;
    place(
      MATERIALS_FOLDER,
      materials,
      title,
      files.map(({ sha256 }) => sha256),
    );
  }
  const items = new NameSet();
  for (const { code, title } of placesOf(standard)) {
    place(EVIDENCE_FOLDER, items, `${code} ${title}`, entryOf(assessment, code).evidence);
  }
  const unused = assessment.evidence.map(({ sha256 }: Evidence) => sha256);
  place(EVIDENCE_FOLDER, items, UNUSED_FOLDER, unused);
  return paths;
}
