import type { yearCalls } from '../../../shared/contract/contract.ts';
import { deskResult } from '../../../shared/registers/sites/results.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { DeskSession } from '../desk/desk-session.ts';
import type { Years } from './years.ts';

export interface SitePorts {
  /** A desk, opened for as long as the task takes where it is not open. */
  readonly borrowDesk: <T>(id: string, task: (desk: DeskSession) => Promise<T>) => Promise<T>;
}

/** What 示范点名录 takes over: from other years, from a desk. */
export function siteHandlers(
  { borrowDesk }: SitePorts,
  years: Years,
): Pick<HandlersFor<typeof yearCalls>, 'otherSites' | 'deskResult'> {
  return {
    otherSites: async ({ id }) => years.otherSites((await years.sessions.get(id)).value),
    deskResult: ({ deskId }) =>
      borrowDesk(deskId, async (desk) => {
        await desk.checked();
        const candidates = desk.candidates();
        return deskResult(desk.desk, desk.standard, { ...desk.received(), candidates });
      }),
  };
}
