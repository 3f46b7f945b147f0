/** When something was saved last (ISO 8601); `ahead`: what the clock had said before it was put back. */
export interface Saved {
  readonly savedAt: string;
  readonly ahead?: string | undefined;
}

/**
 * Whether something that was saved `at` this time is older than what was saved last. What is no later than what the clock said
 * before it was put back may be older, whatever it says.
 */
export function isBefore(at: string, { savedAt, ahead = '' }: Saved): boolean {
  return at < savedAt || (at > savedAt && at <= ahead);
}

/** What is saved `at` this time makes of it: over once the clock has passed it. */
export function aheadOf(at: string, last: Saved | undefined): { ahead?: string } {
  const latest = [last?.savedAt ?? '', last?.ahead ?? ''].sort().at(-1) ?? '';
  return latest > at ? { ahead: latest } : {};
}
