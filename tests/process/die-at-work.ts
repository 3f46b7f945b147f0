import { DeskSession } from '../../electron/services/desk/desk-session.ts';
import { dieAt } from './die-at.ts';

/** Takes one package in and agrees with it, but dies at the nth thing asked of the disk. Prints what is done. */
async function dieAtWork(folder: string, path: string, nth: number): Promise<void> {
  const desk = await DeskSession.open(folder);
  await dieAt(nth);
  const { key } = await desk.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-20' });
  console.log('received');
  await desk.editReview(key, { kind: 'agree', codes: ['1.1', '1.2'] });
  console.log('saved');
  process.kill(process.pid, 'SIGKILL');
}

void dieAtWork(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4]));
