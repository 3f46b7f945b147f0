import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../../electron/services/host.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { Client } from '../client.ts';
import { startHost } from '../home.ts';
import { Broken } from '../works/work.ts';
import { INTERNAL } from './answered.ts';
import { mutateJson } from './mutate.ts';
import type { Target } from './target.ts';
import { ITS_FOLDERS } from './watch.ts';

/** Of a job, what it came to. */
async function toItsEnd(host: Host, name: string, input: unknown): Promise<unknown> {
  const reply = await host.call(name, input, 'page');
  const jobId = reply.ok ? (reply.value as { jobId?: string } | undefined)?.jobId : undefined;
  if (jobId === undefined || name === 'jobStatus') return reply;
  for (;;) {
    const status = await host.call('jobStatus', { jobId }, 'page');
    if (!status.ok || (status.value as { state: string }).state !== 'running') return status;
    await sleep(2);
  }
}

/** In its place stands a file that was chosen. */
const CHOSEN = 'chosen-file';

/** Every call of the contract with what no page would send. */
export const calls: Target = {
  name: 'calls of the contract',
  megabytes: 300,
  prepare: async ({ root, files, watch }) => {
    const host = startHost(root);
    const client = new Client(host);
    const { id } = await client.ask('openSample', {});
    const choice = { standardId: 'henan-service-enforcement-reference', campaignId: 'henan-biaobing-2020' };
    const desk = await client.ask('createDesk', { title: '核验台', ...choice });
    const { importId } = await client.ask('copyStandard', { id: choice.standardId });
    const table = join(files, '细则.csv');
    await writeFile(table, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    const year = await client.ask('createYear', {
      unit: '甲',
      category: '',
      year: 2026,
      tasks: { from: 'none' },
    });
    const known = {
      ...{
        id,
        token: CHOSEN,
        tokens: [CHOSEN],
        jobId: 'j',
        key: '0'.repeat(16),
        sha256: 'a'.repeat(64),
        importId,
      },
      ...{
        ref: { document: 'assessment', id },
        document: 'assessment',
        picks: {},
        mode: 'draft',
        as: 'blueprint',
      },
      ...{
        deskId: desk.id,
        entryId: id,
        assessmentId: id,
        ours: id,
        theirs: year.id,
        register: 'prevention',
        text: '甲',
      },
      ...{
        step: { do: 'edit', edit: { kind: 'setReason', code: '1.1', reason: '甲' }, base: '' },
        unit: '甲',
      },
      ...{
        year: 2026,
        tasks: { from: 'none' },
        unitName: '甲',
        standardId: 'x',
        campaignId: 'practice',
        title: '甲',
      },
      ...{
        words: { 甲: { text: '乙', told: false } },
        next: false,
        isNew: true,
        of: '甲',
        html: '<table>',
        name: '甲',
      },
      ...{
        body: { code: 'x' },
        keys: ['0'.repeat(16)],
        what: 'feedback',
        table: 'summary',
        format: 'json',
        code: '1.1',
      },
    };
    const text = JSON.stringify(known);
    // What was chosen is taken once.
    const chosen = (): string => client.choose(table, '细则.csv');
    const names = Object.keys(contract).filter((name) => name !== 'changeDataFolder');
    return async (random) => {
      const name = random.pick(names);
      let input: unknown = random.pick([
        null,
        [],
        7,
        '',
        JSON.parse(text.replaceAll(CHOSEN, chosen)) as unknown,
      ]);
      if (random.chance(0.9)) {
        try {
          input = JSON.parse(mutateJson(random, text).replaceAll(CHOSEN, chosen));
        } catch (error) {
          if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
        }
      }
      const reply = await watch.during(ITS_FOLDERS, () => toItsEnd(host, name, input));
      if (INTERNAL.test(JSON.stringify(reply)))
        throw new Broken(`${name}: internal: ${JSON.stringify(input).slice(0, 2000)}`);
    };
  },
};
