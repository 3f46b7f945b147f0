import { applyEdit } from '../../shared/assessment/edits.ts';
import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';

/** Saves counting states until it is killed; prints each number only after it is saved. */
async function saveForever(folder: string): Promise<void> {
  const store = await AssessmentSession.open(folder);
  const from = Number(store.assessment.entries['1.1']?.reason ?? 0);
  console.log(from);
  for (let n = from + 1; ; n += 1) {
    const reason = String(n);
    await store.document.change('setReason', (a) =>
      applyEdit(a, { kind: 'setReason', code: '1.1', reason }, new Date().toISOString()),
    );
    console.log(n);
  }
}

void saveForever(process.argv[2] ?? '');
