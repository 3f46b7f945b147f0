import type { deskCalls, deskExportCalls } from '../../../../shared/contract.ts';
import type { HandlersFor, HostContext } from '../../handlers.ts';

/** What leaves the desk as files and what comes back filled in. `desk`: where it is read from. */
export function deskExportHandlers(
  _context: HostContext,
  _desk: HandlersFor<typeof deskCalls>,
): HandlersFor<typeof deskExportCalls> {
  const building = (): Promise<never> => Promise.reject(new Error('Exports are being built'));
  return {
    exportDeskTable: building,
    exportPackageFiles: building,
    readWorkbookScores: building,
    readSurvey: building,
  };
}
