import { advice, type CaseFinding, TITLE_CLAUSE } from '../finding.ts';
import type { CaseText } from '../text.ts';

/** 一般不设副标题: a line below the title that begins with a dash. */
export function checkSubtitle({ title, body: [second] }: CaseText): CaseFinding[] {
  if (!title || !second || !/^(?:[—―─－–]|--)/.test(second.text)) return [];
  const message = '一般不设副标题，建议并入标题或删去';
  return [advice(second, { code: 'subtitle', message, source: TITLE_CLAUSE })];
}
