import { localDay } from '../base/clock.ts';
import type { CallInput, CallOutput, RatioItem } from '../../../shared/contract/contract.ts';
import { ratiosOf } from '../../../shared/registers/year-rows.ts';
import { yearDocument } from '../../../shared/registers/year/document.ts';
import type { Fill } from '../../../shared/registers/year/schema.ts';
import { basisOf } from '../../../shared/standard/basis.ts';
import { allItems } from '../../../shared/standard/places.ts';
import { own } from '../../../shared/values/own.ts';
import type { AssessmentSession } from '../assessment/assessment-session.ts';
import { noRatioItem, nothingToFill } from './messages.ts';
import type { YearSession } from './years.ts';

export interface FillPorts {
  readonly now: () => Date;
  /** Runs a task on an assessment; one that was not open is closed again. */
  readonly borrowAssessment: <T>(id: string, task: (session: AssessmentSession) => Promise<T>) => Promise<T>;
}

/** Items of an assessment that are scored by a ratio, in the standard's order. */
export function ratioItems(
  { borrowAssessment }: FillPorts,
  assessmentId: string,
): Promise<CallOutput<'ratioItems'>> {
  return borrowAssessment(assessmentId, ({ assessment, standard }) =>
    Promise.resolve({
      ...{ unit: assessment.unit.name, standard: `${standard.title} ${standard.edition}` },
      ...{ basis: basisOf(standard), items: itemsOf({ assessment, standard }) },
    }),
  );
}

function itemsOf({ assessment, standard }: Pick<AssessmentSession, 'assessment' | 'standard'>): RatioItem[] {
  return allItems(standard).flatMap(({ code, title, item: { rule } }) => {
    if (rule.kind !== 'ratio') return [];
    const entry = own(assessment.entries, code);
    const input = entry?.state === 'scored' && entry.input?.kind === 'ratio' ? entry.input : undefined;
    const { numerator, denominator } = rule;
    const now = input && { numerator: input.numerator, denominator: input.denominator };
    return [{ code, title, numerator, denominator, ...(now && { now }) }];
  });
}

/** The register's counts into an item that the user has chosen; the reason and the evidence of the item stay. */
export async function fillRatio(
  { now, borrowAssessment }: FillPorts,
  year: YearSession,
  { register, ratio: wanted, assessmentId, code }: Omit<CallInput<'fillRatio'>, 'id'>,
): Promise<Fill> {
  const ratio = ratiosOf(year.value, register, localDay(now())).find((each) => each.code === wanted);
  if (!ratio || ratio.denominator === 0) throw nothingToFill();
  const { numerator, denominator } = ratio;
  return borrowAssessment(assessmentId, async (session) => {
    const item = itemsOf(session).find((each) => each.code === code);
    if (!item) throw noRatioItem();
    await session.document.editNow({ kind: 'score', code, input: { kind: 'ratio', numerator, denominator } });
    const { assessment, standard } = session;
    const fill: Fill = {
      ...{ at: now().toISOString(), register, ratio: wanted, assessmentId },
      assessment: `${assessment.unit.name || '未录入单位名称'}（${standard.title} ${standard.edition}）`,
      ...{ code, title: item.title, numerator, denominator, basis: basisOf(standard) },
      ...(item.now && { before: item.now }),
    };
    // No step of undo: what was written into the assessment stays there.
    await year.document.record('noteFill', (current) =>
      yearDocument.apply(current, { kind: 'noteFill', fill }, undefined, fill.at),
    );
    return fill;
  });
}
