import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { faultsOf, fillTemplate } from '../../../../../electron/services/papers/fill-template.ts';
import { repository } from '../../../../repository.ts';
import {
  KINDS,
  type PaperCase,
  paperCases,
  paperOf,
  shippedBytes,
  shippedParts,
  valuesOf,
} from './fixture.ts';

let cases: PaperCase[];
beforeAll(async () => {
  cases = await paperCases();
});
const named = (name: string) => cases.find((each) => each.name === name)!.assessment;

const textOf = async (bytes: Buffer): Promise<string> =>
  (await mammoth.extractRawText({ buffer: bytes })).value;
const htmlOf = async (bytes: Buffer): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: bytes })).value;

describe.each(KINDS)('our template of %s', (kind) => {
  it('has no fault', async () => {
    expect(faultsOf(await shippedParts(kind))).toEqual([]);
  });

  it('is what its script makes', async () => {
    const script = pathToFileURL(join(repository, 'build/make-papers.mjs')).href;
    const { makePapers } = (await import(script)) as {
      makePapers: () => Promise<ReadonlyMap<string, Buffer>>;
    };
    expect((await makePapers()).get(`${kind}.docx`)?.equals(shippedBytes(kind))).toBe(true);
  });

  it.each(['sample', 'empty', 'full', 'long'])('is filled with %s data and opened again', async (name) => {
    const text = await textOf(await paperOf(kind, named(name)));
    // Of the long data 【】 is part of the names.
    if (name !== 'long') expect(text).not.toMatch(/【|】/);
    expect(text).not.toMatch(/undefined|\[object|null/);
    if (name === 'long') expect(text).toContain('长名称<&>"【】长名称');
  });

  it('gives the same bytes for the same input, whenever it is made', async () => {
    const first = await paperOf(kind, named('full'));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    onTestFinished(() => void vi.useRealTimers());
    expect((await paperOf(kind, named('full'))).equals(first)).toBe(true);
  });
});

it('ships our templates where the program looks for them', () => {
  const [, resources = ''] = /^extraResources:\n((?: +.*\n)+)/m.exec(
    readFileSync(join(repository, 'electron-builder.yml'), 'utf8'),
  )!;
  expect(resources).toMatch(/- from: scoring-standards\n\s+to: scoring-standards\n/);
});

describe('推荐表', () => {
  it('has opinions of the unit and of the recommending body, that of the department only where it is asked for', async () => {
    const without = await textOf(await paperOf('application', named('full')));
    expect(without).toContain('单位意见');
    expect(without).toContain('推荐单位意见');
    expect(without).not.toContain('主管部门意见');
    expect(await textOf(await paperOf('application', named('full'), 'with'))).toContain('主管部门意见');
  });

  it('is a 验收申请表 with the 培育对象 in a campaign that asks for it, and asks nobody’s opinion in practice', async () => {
    const acceptance = await textOf(await paperOf('application', named('long')));
    expect(acceptance).toContain('示范点验收申请表');
    expect(acceptance).toContain('列为培育对象');
    expect(acceptance).toContain('验收单位意见');
    const practice = await textOf(await paperOf('application', named('empty')));
    expect(practice).not.toMatch(/推荐单位意见|验收单位意见|列为培育对象/);
  });

  it('names 近三年数据 once beside all its rows', async () => {
    const html = await htmlOf(await paperOf('application', named('full')));
    expect(html.match(/近三年数据/g)).toHaveLength(1);
    expect(html).toMatch(/rowspan="5"[^>]*><p>近三年数据/);
    expect(html).toContain('<p>1204</p>');
  });
});

describe('自评报告', () => {
  it('marks plainly what nobody has written yet', async () => {
    const text = await textOf(await paperOf('report', named('empty')));
    for (const part of ['主要举措', '工作亮点', '工作成效', '案例', '数据'])
      expect(text).toContain(`〔请填写：${part}〕`);
    expect(await textOf(await paperOf('report', named('full')))).not.toContain('请填写');
  });

  it('has a paragraph for each line, and a table of the three years only where there are numbers', async () => {
    const full = await htmlOf(await paperOf('report', named('full')));
    expect(full).toContain('<p>第2点，编制风险防控清单，逐户送达，逐项讲解。</p>');
    expect(full).toContain('行政检查（次）');
    expect(await textOf(await paperOf('report', named('sample')))).not.toContain('行政检查（次）');
  });
});

describe('自评报告 of a unit that lacks nothing', () => {
  it('has no part about 差距', async () => {
    const full = named('full');
    const values = { ...valuesOf('report', full, 'without'), 有差距: false, 有差距与改进: false };
    const text = await textOf(await fillTemplate(await shippedParts('report'), values));
    expect(text).toContain('六、数据');
    expect(text).not.toMatch(/七、|可增分/);
    expect(await textOf(await paperOf('report', full))).toContain('七、差距与改进');
  });
});

describe('every paper', () => {
  it('breaks a line where its text does, however it was typed, and stretches none', async () => {
    const values = { ...valuesOf('pledge', named('full'), 'without'), 活动名称: '甲\u2028乙\r丙' };
    const bytes = (await fillTemplate(await shippedParts('pledge'), values)).toString('utf8');
    expect(bytes).toMatch(/甲<\/w:t>.{0,200}<w:br\/>.{0,300}乙<\/w:t>.{0,200}<w:br\/>.{0,300}丙/s);
    expect(bytes).toContain('<w:doNotExpandShiftReturn/>');
  });

  it('is headed 参考格式, and 示例数据 where it is', async () => {
    for (const kind of KINDS) {
      for (const [name, sample] of [
        ['full', false],
        ['sample', true],
      ] as const) {
        // Stored: what is in it can be read.
        const bytes = (await paperOf(kind, named(name))).toString('utf8');
        expect(bytes).toContain('参考格式');
        expect(bytes.includes('示例数据')).toBe(sample);
      }
    }
  });
});
