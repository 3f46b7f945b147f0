import { beyond, countCase } from '../count.ts';
import { type CaseFinding, type CaseOptions, error, NOTES_CLAUSE } from '../finding.ts';
import type { CaseText } from '../text.ts';

/** 讲解时间在 10 分钟之内. */
const MINUTES = 10;

/** With one decimal, up, so that what is over 10 never reads as 10. */
export function talkMinutes(words: number, pace: number): number {
  return Math.ceil((words / pace) * 10) / 10;
}

export function checkTalk(text: CaseText, { pace }: CaseOptions): CaseFinding[] {
  if (pace === undefined || !(pace > 0)) return [];
  const rest = beyond(text, Math.floor(MINUTES * pace));
  if (!rest) return [];
  const minutes = talkMinutes(countCase(text).words, pace);
  const message = `按每分钟 ${pace} 字估算，讲解约 ${minutes} 分钟，超过 ${MINUTES} 分钟，请精简`;
  return [error(rest, { code: 'talk-too-long', message, source: NOTES_CLAUSE })];
}
