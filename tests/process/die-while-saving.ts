import { applyEdit } from '../../shared/assessment/edits.ts';
import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';
import { dieAt } from './die-at.ts';

/** Opens a folder and saves once, but dies at the nth thing asked of the disk. Prints "saved" if it lives. */
async function dieWhileSaving(folder: string, nth: number): Promise<void> {
  const store = await AssessmentSession.open(folder);
  await dieAt(nth);
  await store.document.change('setReason', (a) =>
    applyEdit(a, { kind: 'setReason', code: '1.1', reason: 'new' }, new Date().toISOString()),
  );
  console.log('saved');
  process.kill(process.pid, 'SIGKILL');
}

void dieWhileSaving(process.argv[2] ?? '', Number(process.argv[3]));
