import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { projectDocument } from '../../../../../electron/services/registers/project-paper.ts';
import { entriesOf } from '../../../../../shared/registers/year/entries.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { repository } from '../../../../repository.ts';

type Fields = Readonly<Record<string, string>>;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const PICTURE = {
  ...{ sha256: 'a'.repeat(64), bytes: 3, fileName: '座谈照片.jpg' },
  ...{ mediaType: 'image/jpeg', role: 'picture' },
};
const PAIR = {
  name: '与示例甲局结对',
  type: '结对子、传帮带',
  partner: '示例甲局',
  plan: '学【#行】<&>\n第二行',
};

function yearOf(
  project: Fields,
  steps: readonly Fields[],
  differences: readonly Fields[] = [],
  forms = {},
): Year {
  const rows = (from: number, of: readonly Fields[]) =>
    of.map((fields, n) => ({
      id: id(from + n),
      fields: { project: id(1), ...fields },
      files: n === 0 ? [PICTURE] : [],
    }));
  return yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: '2026-01-01T08:00:00Z', updatedAt: '2026-01-01T08:00:00Z' },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026, forms },
    registers: {
      projects: [{ id: id(1), fields: project, files: [] }],
      steps: rows(100, steps),
      differences: rows(200, differences),
    },
  });
}

async function textOf(year: Year, personal = false): Promise<string> {
  const [project] = entriesOf(year, 'projects');
  const bytes = await projectDocument(repository, year, { project: project!, personal, today: '2026-11-29' });
  return (await mammoth.extractRawText({ buffer: bytes })).value.replace(/\n+/gu, '\n');
}

const steps = (count: number): Fields[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ day: `2026-${String(12 - (n % 12)).padStart(2, '0')}-05`, form: '座谈交流', matter: `活动内容${n}` },
    ...{ people: '示例人员', result: `成效${n}` },
  }));

describe('the summary of a project', () => {
  it('of nothing says so in every part', async () => {
    const text = await textOf(yearOf({}, []));
    expect(text).toContain('（还没有名称的项目）总结');
    expect(text).toContain('还没有登记活动。');
    expect(text).toContain('没有登记对标差距。');
    expect(text.match(/还没有填写。/gu)).toHaveLength(2);
    expect(text).toContain('\n栏目和版式为参考格式。');
  });

  const POINTS = '2022年度全省推进服务型行政执法建设工作要点';
  it.each([
    ['结对子、传帮带', '依据：郑法政办〔2020〕14号 二；豫法政办〔2020〕16号 二（一）。'],
    ['行政指导融入行政处罚试点', `依据：${POINTS} 二4。`],
    ['行政调解告知引导试点', `依据：${POINTS} 二5。`],
    ['其他试点', ''],
    ['', ''],
  ])('of %s cites what asks for its type alone: %s', async (type, basis) => {
    const text = await textOf(yearOf({ ...PAIR, type }, []));
    expect(text).toContain(`\n${basis}栏目和版式为参考格式。`);
  });

  it('says of each difference by what it was compared', async () => {
    const basis = '2026-11-30按参考标准比较。';
    expect(await textOf(yearOf(PAIR, [], [{ item: '1.1', basis }]))).toContain(`比较依据：${basis}`);
  });

  it('says what was agreed, done in the order of days, found, and what came of it', async () => {
    const text = await textOf(
      yearOf(
        { ...PAIR, outcome: '有提高', state: '进行中' },
        [
          { day: '2026-05-01', form: '现场观摩', matter: '后一次' },
          { matter: '没有日期' },
          { day: '2026-03', matter: '先一次' },
        ],
        [
          { item: '1.1 示例', theirs: '对方这样做', ours: '我方那样做', state: '已落实' },
          { item: '1.2 示例', state: '落实中' },
        ],
      ),
    );
    expect(text).toContain('方案、目标：学【#行】<&>第二行');
    const order = [
      '先一次',
      '后一次',
      '座谈照片.jpg',
      '没有日期',
      '共 2 项，已落实 1 项',
      '对方这样做',
      '1.2 示例',
      '有提高',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).not.toContain(id(1));
  });

  it.each([1, 40])('holds every one of %i activities', async (count) => {
    const text = await textOf(yearOf(PAIR, steps(count)));
    expect(text).toContain(`（共 ${count} 次）`);
    for (let n = 0; n < count; n += 1) expect(text).toContain(`活动内容${n}\n`);
  });

  it('leaves out what the office marks as personal unless it is asked for, and what it hides', async () => {
    const forms = {
      steps: [
        { key: 'people', personal: true },
        { key: 'result', hidden: true },
      ],
    };
    const year = yearOf(PAIR, steps(1), [], forms);
    const text = await textOf(year);
    expect(text).toContain('个人信息（参加人员）未导出');
    expect(text).not.toContain('示例人员');
    expect(text).not.toContain('成效0');
    expect(text).toContain('不显示的栏目（成效）有内容，未导出');
    expect(await textOf(year, true)).toContain('参加人员：示例人员');
  });

  it('comes from the template that its script makes', async () => {
    const { makePapers } = (await import(pathToFileURL(join(repository, 'build/make-papers.mjs')).href)) as {
      makePapers: () => Promise<ReadonlyMap<string, Buffer>>;
    };
    const shipped = readFileSync(join(repository, 'scoring-standards/templates/papers/project.docx'));
    expect((await makePapers()).get('project.docx')?.equals(shipped)).toBe(true);
  });
});
