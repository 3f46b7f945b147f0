import { type Basis, packageNameBy } from '../standard/basis.ts';
import { quoted, showable } from '../values/text.ts';
import type { Assessment } from './schema.ts';

/** Of a unit's name, more than any has. */
const LONGEST = 60;

interface Named {
  readonly unit: string;
  /** Of its standard: by it the package was called, too. */
  readonly basis: Basis;
  readonly basedOn?: Assessment['basedOn'];
  readonly openedFrom?: Assessment['openedFrom'];
}

/** What an assessment is called in a list: its unit, and after whose package it was made. A stranger may have written both. */
export function archiveName(of: Named): string {
  return called(of, showable(of.unit, LONGEST), '');
}

/** The same within a sentence, where no name can be taken for the sentence's own words. */
export function archiveInSentence(of: Named): string {
  return called(of, of.unit === '' ? '' : quoted(of.unit, LONGEST), '的自评');
}

function called({ basis, basedOn, openedFrom }: Named, own: string, alone: string): string {
  if (!basedOn) return own || `未录入单位名称${alone}`;
  const { unit, revision } = basedOn;
  const which = revision > 0 ? revisionWords({ number: revision, draft: openedFrom?.draft ?? false }) : '';
  const model = `以${quoted(unit || '未录入单位名称', LONGEST)}的${packageNameBy(basis)}${which}为蓝本`;
  return own === '' ? `${model}${alone}` : `${own}（${model}）`;
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

/**
 * Made after a package and no longer what that holds: changed, carried over, or handed in and opened once more. As it was
 * made, its three times are one. A change that was undone counts.
 */
export function isEdited({
  basedOn,
  openedFrom,
  createdAt,
  updatedAt,
}: Pick<Assessment, 'basedOn' | 'openedFrom' | 'createdAt' | 'updatedAt'>): boolean {
  return basedOn !== undefined && [updatedAt, openedFrom?.at ?? createdAt].some((at) => at !== createdAt);
}

/** What is to be known of an archive before it is taken for the package that it bears the name of; a few words each. */
export function departures({
  latest,
  isSuspect,
  isEdited: edited,
}: {
  readonly latest?:
    { readonly number: number; readonly draft: boolean; readonly changed: boolean } | undefined;
  readonly isSuspect: boolean;
  readonly isEdited: boolean;
}): string[] {
  return [
    ...(isSuspect ? ['打开时核验为存疑'] : []),
    ...(edited ? ['打开后改动过'] : []),
    ...(latest?.changed ? [`${revisionWords(latest)}之后又有改动`] : []),
  ];
}
