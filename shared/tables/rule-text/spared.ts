import type { Statement } from './statement.ts';

/** 不扣分, with what is spared before it. */
export function isSpared({ action }: Statement, text: string): boolean {
  return action.kind === 'unsupported' && /^不(?:予|再)?扣分$/.test(text.slice(action.from, action.to));
}
