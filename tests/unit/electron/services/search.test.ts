import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../../../electron/services/host.ts';
import { type CallName, type CallOutput, contract } from '../../../../shared/contract/contract.ts';
import { smallResources, temporaryFolder } from './fixture.ts';

it('looks through all that can be read, opens nothing, and counts what it cannot read', async () => {
  const root = join(await temporaryFolder(), '标兵自评');
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  const ask = async <N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> => {
    const reply = await host.call(name, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    return contract[name].output.parse(reply.value) as CallOutput<N>;
  };
  await ask('createAssessment', { unitName: '某县某局', standardId: 'small', campaignId: 'practice' });
  await ask('createDesk', { title: '某市核验台', standardId: 'small', campaignId: 'practice' });
  await ask('createYear', { unit: '某县某局', category: '', year: 2026, tasks: { from: 'none' } });
  await ask('createRollup', { office: '某市办公室', year: 2026 });
  const broken = join(root, '年度工作', '坏了-1');
  await mkdir(broken, { recursive: true });
  await writeFile(join(broken, 'year.json'), '{"version":');

  const { documents, unread } = await ask('searchIndex', {});
  expect(documents.map(({ document, title }) => `${document} ${title}`)).toEqual([
    'assessment 某县某局',
    'desk 某市核验台',
    'year 某县某局2026年',
    'rollup 某市办公室2026年',
  ]);
  expect(documents[0]?.lines.map(({ group, code }) => `${group} ${code}`)).toContain('item 1.1');
  expect(unread).toBe(1);
});
