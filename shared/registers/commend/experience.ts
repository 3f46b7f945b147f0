import type { Campaign } from '../../campaign/schema.ts';
import { type Entry, type EntryFile, fieldOf } from '../entry.ts';
import { advice, error, type Saying } from './saying.ts';
import { checkText, materialOf } from './summary.ts';

/** What PowerPoint and WPS write. */
const SLIDES = /\.(?:pptx?|dps|ppsx?)$/iu;

export function slidesOf({ files }: Pick<Entry, 'files'>): readonly EntryFile[] {
  return files.filter(({ fileName }) => SLIDES.test(fileName));
}

/** What is found of the material of one 标兵 unit. */
export function checkExperience(notice: Campaign, entry: Entry): Saying[] {
  const { id } = entry;
  const name = fieldOf(entry, 'unit').trim();
  const of = name === '' ? '这个单位' : name;
  const material = materialOf(notice, 'experiences', entry);
  const slides = notice.materials.find(({ kind }) => kind !== 'report');
  const count = slidesOf(entry).length;
  const most = slides?.limits?.files;
  return [
    ...(name === '' ? [error({ id, message: '没有写标兵单位' })] : []),
    ...(material ? checkText('experiences', entry, material, of) : []),
    ...(slides && count === 0
      ? [error({ id, source: slides.source, message: `${of}没有 PPT（.ppt、.pptx、.dps），请加到材料里` })]
      : []),
    ...(slides && most !== undefined && count > most
      ? [
          advice({
            id,
            source: slides.source,
            message: `${of}有 ${count} 个 PPT，通知要求 ${most} 个，请只留一个`,
          }),
        ]
      : []),
  ];
}
