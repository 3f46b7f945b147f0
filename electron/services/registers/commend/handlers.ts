import type { yearCalls } from '../../../../shared/contract/contract.ts';
import { localDay } from '../../base/clock.ts';
import type { HandlersFor } from '../../base/handlers.ts';
import type { Jobs } from '../../base/jobs.ts';
import { type FileMaker, makeFile } from '../../files/made-files.ts';
import type { Years } from '../years.ts';
import { handInCommended, handInExperiences } from './hand-in.ts';
import { commendedDocument } from './paper.ts';
import { buildCommended } from './workbook.ts';

interface Ports extends FileMaker {
  readonly resources: string;
  readonly jobs: Jobs;
}

/** What is made of 推荐表扬 and 标兵材料 for the user. */
export function commendHandlers(
  ports: Ports,
  { sessions }: Pick<Years, 'sessions'>,
): Pick<HandlersFor<typeof yearCalls>, 'exportCommended' | 'exportHandIn'> {
  const { resources, now, jobs } = ports;
  return {
    exportCommended: async ({ id, as, contact: withContact }) => {
      const { value } = await sessions.get(id);
      const bytes =
        as === 'docx'
          ? await commendedDocument(resources, value, withContact)
          : await buildCommended(value, { withContact, today: localDay(now()) });
      return makeFile(ports, `推荐对象汇总表-${value.title}`, `.${as}`, bytes);
    },
    exportHandIn: async ({ id, of, contact: withContact }) => {
      await sessions.get(id);
      const make = of === 'commendation' ? handInCommended : handInExperiences;
      const jobId = jobs.start('正在导出报送材料', (job) =>
        sessions.during(id, async (year) => ({
          kind: 'handIn',
          ...(await make(year, { resources, withContact }, ports, job)),
        })),
      );
      return { jobId };
    },
  };
}
