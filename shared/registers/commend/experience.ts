import type { Campaign, MaterialRequirement } from '../../campaign/schema.ts';
import { isOfSlides, SLIDES } from '../../campaign/slides.ts';
import { type Entry, type EntryFile, fieldOf } from '../entry.ts';
import { advice, type Checked, error, ruled, together } from './saying.ts';
import { checkText, materialOf } from './summary.ts';

export function slidesOf({ files }: Pick<Entry, 'files'>): readonly EntryFile[] {
  return files.filter(({ fileName }) => SLIDES.test(fileName.slice(fileName.lastIndexOf('.') + 1)));
}

/** What is found of the material of one 标兵 unit. */
export function checkExperience(notice: Campaign, entry: Entry): Checked {
  const { id } = entry;
  const name = fieldOf(entry, 'unit').trim();
  const of = name === '' ? '这个单位' : name;
  const material = materialOf(notice, 'experiences', entry);
  const slides = notice.materials.find(isOfSlides);
  return together([
    ruled(undefined, name === '' ? [error({ id, message: '没有写标兵单位' })] : []),
    material ? checkText('experiences', entry, material, of) : ruled(undefined),
    slides ? slidesRule(slides, entry, of) : ruled(undefined),
  ]);
}

function slidesRule({ required, source, limits }: MaterialRequirement, entry: Entry, of: string): Checked {
  const { id } = entry;
  const count = slidesOf(entry).length;
  const most = limits?.files;
  if (count === 0) {
    if (!required) return ruled(undefined);
    const message = `${of}没有 PPT（.ppt、.pptx、.dps），请加到材料里`;
    return ruled('PPT 个数', [error({ id, source, message })]);
  }
  if (most === undefined) return ruled('有 PPT');
  if (count <= most) return ruled('PPT 个数');
  const message = `${of}有 ${count} 个 PPT，通知要求 ${most} 个，请只留一个`;
  return ruled('PPT 个数', [advice({ id, source, message })]);
}
