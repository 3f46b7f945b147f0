import type { yearCalls } from '../../../shared/contract/contract.ts';
import { type Compared, compareAssessments } from '../../../shared/registers/projects/compare.ts';
import { fieldOf } from '../../../shared/registers/entry.ts';
import { projectName } from '../../../shared/registers/projects/owner.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import type { AssessmentSession } from '../assessment/assessment-session.ts';
import { localDay } from '../base/clock.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { isChangedSinceExport } from '../package/revision.ts';
import { projectGone, projectUnnamed } from './messages.ts';
import { projectDocument } from './project-paper.ts';
import type { Years } from './years.ts';

interface Ports extends FileMaker {
  readonly now: () => Date;
  readonly resources: string;
  /** One that is open, as it is now, or as it was last saved. */
  readonly readAssessment: (id: string) => Promise<Pick<AssessmentSession, 'assessment' | 'standard'>>;
}

/** What a pair or a pilot asks of the host. */
export function projectHandlers(
  ports: Ports,
  { sessions }: Pick<Years, 'sessions'>,
): Pick<HandlersFor<typeof yearCalls>, 'compareAssessments' | 'exportProject'> {
  const { now, resources, readAssessment } = ports;
  const compared = async (id: string): Promise<Compared> => {
    const { assessment, standard } = await readAssessment(id);
    return { assessment, standard, isChanged: isChangedSinceExport(assessment) };
  };
  return {
    compareAssessments: async ({ ours, theirs }) =>
      compareAssessments(await compared(ours), await compared(theirs), localDay(now())),
    exportProject: async ({ id, entryId, personal }) => {
      const { value } = await sessions.get(id);
      const project = entriesOf(value, 'projects').find((each) => each.id === entryId);
      if (!project) throw projectGone();
      if (fieldOf(project, 'name').trim() === '') throw projectUnnamed();
      const bytes = await projectDocument(resources, value, { project, personal, today: localDay(now()) });
      return makeFile(ports, `${projectName(project)}总结-${value.unit}`, '.docx', bytes);
    },
  };
}
