import { watchDisk } from '../disk.ts';
import { withHost } from '../home.ts';
import { WORKS } from '../works/works.ts';

/**
 * Does one work again and again until it is killed: by whoever started it, or by itself at the `dieAt`th thing that it
 * asks of the disk (0: never), in the middle of a write. Says each begin and each end, with what it was answered.
 */
async function workOn([root = '', files = '', name = '', setup = '', first = '1', dieAt = '0']: string[]) {
  const work = WORKS.find((each) => each.name === name);
  if (!work) throw new Error(`no work ${name}`);
  const say = (...line: unknown[]): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  await withHost({ root, files, remove: () => Promise.resolve() }, async (place) => {
    await place.client.ask('listAssessments', {});
    if (dieAt !== '0') {
      let left = Number(dieAt);
      await watchDisk(async ({ half }) => {
        if ((left -= 1) !== 0) return;
        await half?.();
        process.kill(process.pid, 'SIGKILL');
      });
    }
    say('ready');
    for (let nth = Number(first); ; nth += 1) {
      say('begin', nth);
      say('done', nth, await work.act(place, JSON.parse(setup), nth));
    }
  });
}

void workOn(process.argv.slice(2)).catch((error: unknown) => {
  process.stdout.write(`${JSON.stringify(['failed', String(error)])}\n`);
  process.exit(1);
});
