import { showPoints } from '../../values/points.ts';
import type { ImportWarning } from '../standard-draft.ts';
import type { IdentityDraft } from './schema.ts';

/** What a clerk sets of a standard that holds in its next edition; null: asked for anew with each. */
export const CARRIED = {
  ...{ title: '标准名称', issuer: '制定机关', fullScore: '总分', passScore: '推荐分数线' },
  ...{ notApplicable: '不适用的规定', unitCategories: '单位类别', facts: '职能', starBands: '星级' },
  ...{ id: null, edition: null, documentNumber: null, authority: null, statement: null },
  ...{ checkedBy: null, ticked: null, sources: null, notes: null },
} as const satisfies Record<keyof IdentityDraft, string | null>;

export type Field = keyof IdentityDraft;
export const FIELDS = (Object.keys(CARRIED) as Field[]).filter((field) => CARRIED[field] !== null);

/** Code of the warning that a field was carried over, and that nobody knows whether the original says it otherwise now. */
export const CARRIED_UNREAD = 'carriedUnread';

export function carriedUnread(field: Field, identity: IdentityDraft): ImportWarning {
  return { code: CARRIED_UNREAD, table: '', row: 0, column: 0, message: wordsOf(field, identity) };
}

/** Not once the field is another one. */
export function isStillCarried(
  { code, message }: Pick<ImportWarning, 'code' | 'message'>,
  identity: IdentityDraft,
): boolean {
  return code !== CARRIED_UNREAD || FIELDS.some((field) => wordsOf(field, identity) === message);
}

/** 原文的推荐分数线没有读到，沿用了 80 分，请核对. */
function wordsOf(field: Field, identity: IdentityDraft): string {
  return `原文的${CARRIED[field] ?? ''}没有读到，沿用了${valueOf(field, identity)}，请核对`;
}

function valueOf(field: Field, { title, issuer, fullScore, passScore }: IdentityDraft): string {
  if (field === 'title') return `“${title}”`;
  if (field === 'issuer') return `“${issuer}”`;
  const points = field === 'fullScore' ? fullScore : field === 'passScore' ? passScore : undefined;
  return points === undefined ? '上次填写的' : ` ${showPoints(points)} 分`;
}
