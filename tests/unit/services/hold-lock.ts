import { openAssessmentFolder } from '../../../electron/services/assessment/assessment-folder.ts';

/** Opens a folder and stays. Prints what it was told when it opened. */
void openAssessmentFolder(process.argv[2] ?? '').then((store) => {
  console.log(JSON.stringify(store.notices.map(({ code }) => code)));
  process.stdin.resume();
});
