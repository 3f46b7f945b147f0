import { showable } from '../values/text.ts';
import type { Assessment } from './schema.ts';

/** Of a unit's name, more than any has. */
const LONGEST = 60;

/** What an assessment is called among others: its unit, and after whose package it was made. A stranger may have written both. */
export function archiveName({
  unit,
  basedOn,
  openedFrom,
}: {
  readonly unit: string;
  readonly basedOn?: Assessment['basedOn'];
  readonly openedFrom?: Assessment['openedFrom'];
}): string {
  const own = showable(unit, LONGEST);
  if (!basedOn) return own || '未录入单位名称';
  const { revision } = basedOn;
  const which = revision > 0 ? revisionWords({ number: revision, draft: openedFrom?.draft ?? false }) : '';
  const model = `以“${showable(basedOn.unit, LONGEST) || '未录入单位名称'}”的推荐包${which}为蓝本`;
  return own === '' ? model : `${own}（${model}）`;
}

/** 第2版（草稿）. */
export function revisionWords({
  number,
  draft,
}: {
  readonly number: number;
  readonly draft: boolean;
}): string {
  return `第${number}版${draft ? '（草稿）' : ''}`;
}

/** What it was handed in as last, or the package that it was made after, is a draft. */
export function isDraft({ revisions, openedFrom }: Pick<Assessment, 'revisions' | 'openedFrom'>): boolean {
  return revisions.at(-1)?.draft ?? openedFrom?.draft ?? false;
}
