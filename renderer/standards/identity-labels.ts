import type { IdentityDraft } from '../../shared/tables/import/schema.ts';

/** The fields of 标识 that must be filled in, as they are called there. */
export const IDENTITY_LABELS = {
  title: '标准名称',
  edition: '版次',
  issuer: '制定机关',
  documentNumber: '文号',
  checkedBy: '核对人',
  ticked: '对照原件核对',
  statement: '说明（显示在标准名称旁）',
  fullScore: '总分',
  id: '标识（用于文件名，不能与其他标准相同）',
} as const satisfies Partial<Record<keyof IdentityDraft, string>>;

export function passScoreLabel({ authority }: Pick<IdentityDraft, 'authority'>): string {
  return authority === 'official' ? '推荐分数线' : '自查参考线';
}

/** Accessible name of a field; undefined: it has none of its own. */
export function identityLabel(field: keyof IdentityDraft, identity: IdentityDraft): string | undefined {
  if (field === 'passScore') return passScoreLabel(identity);
  return field in IDENTITY_LABELS ? IDENTITY_LABELS[field as keyof typeof IDENTITY_LABELS] : undefined;
}
