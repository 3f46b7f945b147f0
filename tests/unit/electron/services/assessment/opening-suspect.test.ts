import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { open } from '../../../../../electron/commands/open.ts';
import type { CommandContext } from '../../../../../electron/commands/context.ts';
import { createHost } from '../../../../../electron/services/host.ts';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import type { Inspected } from '../../../../../electron/services/package/verify.ts';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import { temporaryFolder } from '../fixture.ts';
import { repository } from '../../../../repository.ts';

// What the build puts in.
vi.hoisted(() => vi.stubGlobal('__VERSION__', '0.0.0'));

const PACKAGE = join(repository, 'tests/fixtures/before/示例推荐包.zip');
const PROBLEMS: Inspected['verification']['problems'] = [
  { code: 'unit', path: '', message: '清单写的单位与档案不同', severity: 'problem' },
  { code: 'stranger', path: '别的.txt', message: '不属于推荐包', severity: 'problem' },
  { code: 'comment', path: '', message: '只是说明', severity: 'remark' },
];

// What verify finds in a forgery is tested with verify: here it says so of a package that is really whole.
vi.mock('../../../../../electron/services/package/verify.ts', async (importOriginal) => {
  const real = await importOriginal<{ inspectPackage: (path: string) => Promise<Inspected> }>();
  return {
    ...real,
    inspectPackage: async (path: string): Promise<Inspected> => {
      const { verification, contents, ...rest } = await real.inspectPackage(path);
      if (!contents) throw new Error('no contents');
      const [first, ...others] = contents.assessment.evidence;
      if (!first) throw new Error('no evidence');
      const evidence = [{ ...first, mediaType: 'image/png' }, ...others];
      const assessment = { ...contents.assessment, evidence };
      return {
        ...rest,
        verification: { ...verification, status: 'suspect', problems: PROBLEMS },
        contents: { ...contents, assessment },
      };
    },
  };
});

/** The machine that runs the tests may be busy. */
const SOON = { timeout: 20_000 };
const DOUBTS = ['清单写的单位与档案不同', '别的.txt：不属于推荐包'];

describe('a package that is 存疑', () => {
  it('is opened, and what spoke against it is kept with the assessment', async () => {
    const root = join(await temporaryFolder(), '数据');
    const host = createHost({ root, resources: root, door: 'local', version: '0.1.0' });
    onTestFinished(() => host.close());
    const token = host.offerFile({ path: PACKAGE, name: '甲.zip', ownership: 'borrowed' });
    for (const [name, input] of [
      ['inspectPackage', { token }],
      ['openPackage', { token, as: 'blueprint' }],
    ] as const) {
      const started = await host.call(name, input);
      if (!started.ok) throw new Error(started.failure.message);
      await vi.waitFor(async () => {
        const status = await host.call('jobStatus', started.value);
        expect(status).toMatchObject({ value: { state: 'done' } });
        if (name === 'inspectPackage') {
          expect(status).toMatchObject({
            value: { result: { inspection: { verification: { status: 'suspect', problems: PROBLEMS } } } },
          });
        }
      }, SOON);
    }
    const listed = await host.call('listAssessments', {});
    expect(listed).toMatchObject({ value: { assessments: [{ openedFrom: { doubts: DOUBTS } }] } });
  });

  it('is not believed about what its files are', async () => {
    const folder = join(await temporaryFolder(), '打开');
    await openPackage(PACKAGE, folder);
    const [first] = (await readAssessmentFolder(folder)).assessment.evidence;
    expect(first?.mediaType).not.toBe('image/png');
  });

  it('is opened in the terminal, with every doubt told to people and none to machines', async () => {
    const folder = join(await temporaryFolder(), '打开');
    const [said, printed]: [string[], string[]] = [[], []];
    const context = {
      positionals: [PACKAGE],
      out: folder,
      signal: new AbortController().signal,
      say: (line: string) => said.push(line),
      print: (line: string) => printed.push(line),
    } as unknown as CommandContext;
    expect(await open(context)).toBe(0);
    expect(printed).toEqual([folder]);
    expect(said.slice(0, 3)).toEqual([
      '存疑：请向提供这个推荐包的人核实',
      '  清单写的单位与档案不同',
      '  别的.txt：不属于推荐包',
    ]);
    const { assessment } = await readAssessmentFolder(folder);
    expect(assessment.openedFrom).toMatchObject({ fileName: '示例推荐包.zip', doubts: DOUBTS });
  });
});
