import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';
import { exportJob } from '../../electron/services/assessment/packages.ts';
import { type ExportedFile, FileTokens } from '../../electron/services/base/file-tokens.ts';
import { dieAt } from './die-at.ts';

/** Exports once, but dies at the nth thing asked of the disk after the package was written. Prints "exported" if it lives. */
async function dieWhileExporting(folder: string, outFolder: string, nth: number): Promise<void> {
  const session = await AssessmentSession.open(folder);
  let verifying = false;
  const step = (text: string): void => {
    if (verifying || text !== '正在核验自查包') return;
    verifying = true;
    void dieAt(nth);
  };
  await exportJob(session, {
    ...{ mode: 'draft', today: '2026-11-20', software: 'biaobing 0.1.0', outFolder },
    exports: new FileTokens<ExportedFile>(),
    job: { signal: new AbortController().signal, step, progress: () => undefined },
  });
  console.log('exported');
  process.kill(process.pid, 'SIGKILL');
}

void dieWhileExporting(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4]));
