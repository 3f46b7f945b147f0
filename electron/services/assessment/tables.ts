import type { assessmentCalls } from '../../../shared/contract/contract.ts';
import { localDay } from '../base/clock.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { Sessions } from '../document/sessions.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { buildPlatformTable } from '../workbook/platform.ts';
import type { AssessmentSession } from './assessment-session.ts';
import { makeInwardFile } from './inward.ts';

interface TablePorts extends FileMaker {
  readonly sessions: Sessions<AssessmentSession>;
}

/** Tables that a unit makes for itself: none of them is part of a package. */
export function tableHandlers(
  ports: TablePorts,
): Pick<HandlersFor<typeof assessmentCalls>, 'platformTable' | 'inwardWorkbook'> {
  const { sessions, now } = ports;
  return {
    inwardWorkbook: async ({ id }) => makeInwardFile(ports, await sessions.get(id)),
    platformTable: async ({ id }) => {
      const { assessment, standard } = await sessions.get(id);
      const bytes = await buildPlatformTable(standard, assessment, localDay(now()));
      return makeFile(ports, `平台填报-${assessment.unit.name}`, '.xlsx', bytes);
    },
  };
}
