import type { Range } from './text.ts';

/** Who asks for it: the clause of a notice, or this program alone. */
export type CaseSource = { readonly document: string; readonly clause: string } | '本软件';

export interface CaseFinding {
  readonly code: string;
  /** Advice is what the notice itself leaves open, or what is ours. */
  readonly severity: 'error' | 'advice';
  readonly at: Range;
  /** Chinese, without a full stop: what is found, and what to do. */
  readonly message: string;
  readonly source: CaseSource;
}

/** What the user says besides the text. */
export interface CaseOptions {
  /** 字 a minute at which the case is told; no document states one, so without it the talk is not judged. */
  readonly pace?: number | undefined;
}

const NOTICE = '郑法政办〔2020〕9号';
/** 标题; 正文; 注意事项. */
export const TITLE_CLAUSE: CaseSource = { document: NOTICE, clause: '二(一)' };
export const BODY_CLAUSE: CaseSource = { document: NOTICE, clause: '二(二)' };
export const NOTES_CLAUSE: CaseSource = { document: NOTICE, clause: '二(三)' };

type Words = Pick<CaseFinding, 'code' | 'message' | 'source'>;

export function error({ from, to }: Range, words: Words): CaseFinding {
  return { ...words, severity: 'error', at: { from, to } };
}

export function advice({ from, to }: Range, words: Words): CaseFinding {
  return { ...words, severity: 'advice', at: { from, to } };
}

export function sourceWords(source: CaseSource): string {
  return source === '本软件' ? source : `${source.document} ${source.clause}`;
}

/** 2 处错误，3 条建议. */
export function findingsWords(findings: readonly Pick<CaseFinding, 'severity'>[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const advice = findings.length - errors;
  const first = errors === 0 ? '未发现错误' : `${errors} 处错误`;
  return advice === 0 ? first : `${first}，${advice} 条建议`;
}
