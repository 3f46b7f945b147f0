import { showable } from '../values/text.ts';
import type { Assessment } from './schema.ts';

/** Of a unit's name, more than any has. */
const LONGEST = 60;

/** What an assessment is called among others: its unit, and after whose package it was made. A stranger may have written both. */
export function archiveName({
  unit,
  basedOn,
}: {
  readonly unit: string;
  readonly basedOn?: Assessment['basedOn'];
}): string {
  const own = showable(unit, LONGEST);
  if (!basedOn) return own || '未录入单位名称';
  const { revision } = basedOn;
  const whose = showable(basedOn.unit, LONGEST) || '未录入单位名称';
  const model = `以“${whose}”的推荐包${revision > 0 ? `第${revision}版` : ''}为蓝本`;
  return own === '' ? model : `${own}（${model}）`;
}

/** The revision that was last exported, or else the one that was opened here; undefined where there is none. */
export function latestOf({
  revisions,
  openedFrom,
}: Pick<Assessment, 'revisions' | 'openedFrom'>): { number: number; draft: boolean } | undefined {
  const last = revisions.at(-1);
  if (last) return { number: last.number, draft: last.draft };
  if (!openedFrom || openedFrom.revision === 0) return undefined;
  return { number: openedFrom.revision, draft: openedFrom.draft ?? false };
}

/** 第2版（草稿）; '' where none was exported. */
export function latestWords(latest: ReturnType<typeof latestOf>): string {
  return latest ? `第${latest.number}版${latest.draft ? '（草稿）' : ''}` : '';
}
