import { expect, it } from 'vitest';
import { Findings } from '../../../../../electron/services/package/source.ts';

it('of a kind a hundred are kept and the others counted', () => {
  const findings = new Findings();
  for (let at = 0; at < 150; at += 1) findings.add('damaged', 'missing', `data/${at}`, '不见了');
  const found = findings.list();
  expect(found).toHaveLength(101);
  expect(found.at(-1)?.message).toBe('同类情况另有 50 处，没有逐一列出');
});

it('of all kinds a thousand are kept', () => {
  const findings = new Findings();
  for (let at = 0; at < 1100; at += 1) findings.add('damaged', `kind-${at % 20}`, `data/${at}`, '不见了');
  expect(findings.list().filter(({ path }) => path !== '')).toHaveLength(1000);
});

it('a path has 200 characters and a message 300', () => {
  const findings = new Findings();
  findings.add('damaged', 'missing', '长'.repeat(400), '长'.repeat(400));
  expect(findings.list().map(({ path, message }) => [path.length, message.length])).toEqual([[200, 300]]);
});
