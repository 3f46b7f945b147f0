import { squeeze } from '../rule-text/compact.ts';

/** A code is a folder name later: no path signs, no dots at its ends. */
export function safeCode(text: string): string {
  return squeeze(text)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 40);
}
