import type { Deadline } from '../campaign/schema.ts';
import { deadlineFor, timingOf, timingSentence } from '../campaign/deadline.ts';
import type { Candidate } from './candidate.ts';
import type { Desk } from './schema.ts';

type Receiving = Pick<Desk, 'campaign' | 'level'>;

/** The day by which this desk receives: a unit's on the desk of its body, a body's on the provincial one. */
export function deskDeadline({ campaign, level }: Receiving): Deadline | undefined {
  return deadlineFor(level === 'province' ? 'body' : 'unit', campaign);
}

/** Where the day of receipt stands to it, in a word and in the notice's own; '' where it is in time. */
export function timingOn(desk: Receiving, receivedOn: string): Pick<Candidate, 'timing' | 'timingWords'> {
  const deadline = deskDeadline(desk);
  const timing = timingOf(deadline, receivedOn);
  const isSaid = deadline !== undefined && timing !== 'inTime';
  return { timing, timingWords: isSaid ? timingSentence(deadline, timing) : '' };
}

/** The row with what the desk says of its day: whose desk it is may change while its packages stay. */
export function timedOn(desk: Receiving, candidate: Candidate): Candidate {
  return timedAs(timingOn(desk, candidate.receivedOn), candidate);
}

/** The same as it was said of another row of the package. */
export function timedAs(
  { timing, timingWords }: Pick<Candidate, 'timing' | 'timingWords'>,
  candidate: Candidate,
): Candidate {
  const message = `${candidate.receivedOn}收到，${timingWords}`;
  const others = candidate.findings.filter(({ code }) => code !== TIMING);
  const said = timingWords === '' ? [] : [{ code: TIMING, severity: 'warn' as const, item: '', message }];
  const remarks = candidate.remarks.filter((remark) => !SAID.test(remark));
  return { ...candidate, timing, timingWords, remarks, findings: [...said, ...others] };
}

/** What the receipt said of the day when it came (`timingSentence`): by another desk it may be otherwise. */
const SAID = /^已过通知要求的|^\d{4}-\d\d-\d\d是通知所写的日子/;

const TIMING = 'timing';
