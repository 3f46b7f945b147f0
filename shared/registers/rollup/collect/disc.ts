import { safeFileName } from '../../../values/file-names.ts';
import type { Rollup } from '../schema.ts';
import { rankCases } from './ranking.ts';
import type { CollectedCase, KeptCaseFile } from './schema.ts';

/** A file of the disc. */
export interface DiscFile {
  /** Below the root of the disc: 01-示例区政府-标题/案例.docx. */
  readonly path: string;
  /** Of its case, from 1. */
  readonly number: number;
  readonly case: CollectedCase;
  readonly what: '案例' | '附件';
  readonly file: KeptCaseFile;
}

/** Characters of a folder's name that are taken of the unit and of the title. */
const SHOWN = 24;

/** What is chosen, by its mark, each case in a folder with its attachments, all as they came. */
export function discFiles(rollup: Pick<Rollup, 'cases' | 'attachments' | 'units'>): DiscFile[] {
  const chosen = rankCases(rollup.cases).filter((each) => each.case.chosen);
  return chosen.flatMap(({ case: each }, index) => {
    const number = index + 1;
    const unit = rollup.units.find(({ id }) => id === each.unit)?.name ?? '';
    const parts = [String(number).padStart(2, '0'), unit, each.title].map((part) => part.slice(0, SHOWN));
    const folder = safeFileName(parts.filter((part) => part !== '').join('-'));
    const attachments = rollup.attachments.filter((one) => one.case === each.id);
    const taken = new Set<string>();
    const placed = (file: KeptCaseFile, what: DiscFile['what']): DiscFile => ({
      path: `${folder}/${freeName(file.fileName, taken)}`,
      ...{ number, case: each, what, file },
    });
    return [placed(each.file, '案例'), ...attachments.map(({ file }) => placed(file, '附件'))];
  });
}

/** Windows tells names that differ in case only not apart. */
function freeName(fileName: string, taken: Set<string>): string {
  const [, stem = fileName, ending = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(fileName) ?? [];
  for (let number = 1; ; number += 1) {
    const name = safeFileName(number === 1 ? fileName : `${stem}（${number}）${ending}`);
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
