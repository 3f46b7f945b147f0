import { beyond, countCase } from '../count.ts';
import { type CaseFinding, error, NOTES_CLAUSE } from '../finding.ts';
import type { CaseText } from '../text.ts';

/** 字数控制在 1500 字以内, which includes 1,500 (《民法典》第一千二百五十九条). */
export const MOST = 1500;

export function checkLength(text: CaseText): CaseFinding[] {
  const rest = beyond(text, MOST);
  if (!rest) return [];
  const { words } = countCase(text);
  const message = `正文 ${words} 字，超出 ${words - MOST} 字，请删减到 ${MOST} 字以内`;
  return [error(rest, { code: 'too-long', message, source: NOTES_CLAUSE })];
}
