import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';

/** Opens a folder and stays. Prints what it was told when it opened. */
void AssessmentSession.open(process.argv[2] ?? '').then((store) => {
  console.log(JSON.stringify(store.notices.map(({ code }) => code)));
  process.stdin.resume();
});
