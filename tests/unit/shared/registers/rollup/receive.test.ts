import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../../shared/registers/progress.ts';
import { rollupDocument } from '../../../../../shared/registers/rollup/document.ts';
import { doubtsOf } from '../../../../../shared/registers/rollup/doubts.ts';
import { receiveAll } from '../../../../../shared/registers/rollup/receive.ts';
import type { Correction, Rollup } from '../../../../../shared/registers/rollup/schema.ts';
import { progress, RECEIVED, rollup, task, unit, uuid } from './fixtures.ts';

const CLOCK = {
  at: '2026-11-28T08:00:00.000Z',
  newId: (() => {
    let last = 777;
    return () => uuid(last++);
  })(),
  dayOf: (at: string) => at.slice(0, 10),
  plans: [],
};

function receive(before: Rollup, ...files: Progress[]) {
  const handedIn = files.map((each, index) => ({ fileName: `${index + 1}.json`, progress: each }));
  return receiveAll(before, handedIn, CLOCK);
}

/** One unit that handed in what `progress()` says. */
const known = receive(rollup(), progress()).rollup;
const later = '2026-11-25T01:00:00.000Z';
const earlier = '2026-10-20T01:00:00.000Z';

describe('a file that a unit hands in', () => {
  it.each([
    { name: 'the same again', file: progress(), outcome: 'same', words: '没有变化' },
    { name: 'a newer one', file: progress({ exportedAt: later }), outcome: 'updated', words: '没有增减' },
    {
      name: 'an older one',
      file: progress({ exportedAt: earlier, tasks: [] }),
      ...{ outcome: 'older', words: '这份2026-10-20导出，已收到2026-11-20导出的更新的一份；没有替换' },
    },
    {
      name: 'another content of the same time',
      file: progress({ tasks: [task(1, { state: '已完成' }), task(2)] }),
      ...{ outcome: 'inDoubt', words: '内容却不同，分不清先后；没有替换' },
    },
    {
      name: 'another year',
      file: progress({ year: 2025, exportedAt: later }),
      ...{ outcome: 'otherYear', words: '这是2025年的，本汇总是2026年的；没有收下' },
    },
    {
      name: 'the same name in another category',
      file: progress({ category: 'county-government', exportedAt: later }),
      ...{ outcome: 'otherCategory', words: '是另一类单位；没有收下' },
    },
    {
      name: 'the same name without a category',
      file: progress({ category: '', exportedAt: later }),
      ...{ outcome: 'updated', words: '没有增减' },
    },
    {
      name: 'the same name of another year document',
      file: progress({ origin: uuid(901), exportedAt: later }),
      ...{ outcome: 'otherOrigin', words: '另一份年度工作的进度；没有收下' },
    },
    {
      name: 'the same year document under another name',
      file: progress({ unit: '示例市体育局', exportedAt: later }),
      ...{ outcome: 'otherOrigin', words: '单位名称不同；没有收下' },
    },
    {
      name: 'the same name with other blanks and digits',
      file: progress({ unit: '示例市 教育局', exportedAt: later }),
      ...{ outcome: 'updated', words: '没有增减' },
    },
    {
      name: 'another unit',
      file: progress({ unit: '示例市体育局', origin: uuid(901) }),
      ...{ outcome: 'new', words: '新增单位，2 项任务' },
    },
  ])('$name: $outcome', ({ file, outcome, words }) => {
    const { rollup: after, receipts } = receive(known, file);
    expect(receipts).toMatchObject([{ fileName: '1.json', unit: file.unit, outcome }]);
    expect(receipts[0]?.words).toContain(words);
    const isTaken = outcome === 'new' || outcome === 'updated';
    // What is not taken changes nothing; what is in doubt stands beside what counts.
    expect(after.units === known.units).toBe(!isTaken && outcome !== 'inDoubt');
    const waiting = outcome === 'inDoubt' ? [{ fileName: '1.json', progress: file }] : undefined;
    expect(
      after.units[0]?.waiting?.map(({ fileName, progress: kept }) => ({ fileName, progress: kept })),
    ).toEqual(waiting);
    if (outcome === 'updated') {
      expect(after.units).toMatchObject([{ category: 'department', received: { exportedAt: later } }]);
    }
  });

  it('is a new unit, or that of the office’s list, whose tasks it then says', () => {
    const listed = rollup({ units: [unit(1, { name: '示例市教育局', category: '', tasks: [task(7)] })] });
    const { rollup: after, receipts } = receive(listed, progress());
    expect(receipts).toMatchObject([
      { outcome: 'new', words: '比原来少 1 项：事项7；没有可比的任务表，时限没有核对' },
    ]);
    expect(after.units).toEqual([
      {
        ...{ id: uuid(101), name: '示例市教育局', category: 'department' },
        received: { ...RECEIVED, fileName: '1.json', at: CLOCK.at },
        tasks: progress().tasks,
      },
    ]);
  });

  it('is held against what came before it in the same batch', () => {
    const { rollup: after, receipts } = receive(
      rollup(),
      progress({ exportedAt: later }),
      progress({ exportedAt: earlier }),
    );
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['new', 'older']);
    expect(after.units).toMatchObject([{ received: { exportedAt: later } }]);
  });

  it('is not taken where there are as many units as can be', () => {
    const units = Array.from({ length: 1000 }, (_, index) => unit(index));
    const { receipts } = receive(rollup({ units }), progress());
    expect(receipts).toMatchObject([{ outcome: 'full' }]);
  });
});

describe('a file whose time is ahead of ours', () => {
  const AHEAD = '2027-03-01T01:00:00.000Z';
  const done = [task(1, { state: '已完成' }), task(2)];
  const ahead = (part: Partial<Progress> = {}) => progress({ exportedAt: AHEAD, ...part });
  /** It came a day before what the tests hand in. */
  const before = receiveAll(rollup(), [{ fileName: '1.json', progress: ahead() }], {
    ...CLOCK,
    at: '2026-11-27T08:00:00.000Z',
  });

  it('is taken, and told', () => {
    expect(before.receipts).toMatchObject([{ outcome: 'new' }]);
    expect(before.receipts[0]?.words).toContain('写的导出日期2027-03-01比今天晚，请单位核对电脑时间');
    const second = receive(known, ahead({ tasks: done }));
    expect(second.receipts).toMatchObject([{ outcome: 'updated' }]);
    expect(second.receipts[0]?.words).toContain('比今天晚');
    const tolerated = receive(rollup(), progress({ exportedAt: '2026-11-29T20:00:00.000Z' }));
    expect(tolerated.receipts[0]?.words).not.toContain('比今天晚');
  });

  it.each([
    ['made after it came', '2026-11-28T01:00:00.000Z', 'updated', ''],
    [
      'made before it came',
      '2026-11-26T01:00:00.000Z',
      'inDoubt',
      '已收到的那份2026-11-27收到，写的却是2027-03-01导出；这份2026-11-26导出，分不清先后；没有替换',
    ],
    ['further ahead', '2027-03-02T01:00:00.000Z', 'updated', '比今天晚'],
    ['less far ahead', '2027-02-01T01:00:00.000Z', 'inDoubt', '分不清先后'],
    ['of the same time with another content', AHEAD, 'inDoubt', '分不清先后'],
  ])('blocks nothing that comes later: %s', (_, exportedAt, outcome, words) => {
    const file = progress({ exportedAt, tasks: done });
    const { rollup: after, receipts } = receive(before.rollup, file);
    expect(receipts).toMatchObject([{ outcome }]);
    expect(receipts[0]?.words).toContain(words);
    // Nothing is dropped: what is not taken is there to be taken.
    const isTaken = outcome === 'updated';
    expect(receipts[0]?.held).toEqual(isTaken ? undefined : file);
    expect(after.units[0]?.tasks[0]?.state).toBe(isTaken ? '已完成' : '未开始');
  });

  it('stands once beside what counts until a later one comes, or the office says that it is not to be used', () => {
    const file = progress({ exportedAt: AHEAD, tasks: done });
    const { rollup: after } = receive(before.rollup, file, file, progress({ exportedAt: AHEAD, tasks: [] }));
    const [unitNow] = after.units;
    expect(unitNow?.waiting).toHaveLength(2);
    const { lines } = doubtsOf(unitNow!, { plans: [], year: 2026, today: '2026-11-28' });
    expect(lines).toContainEqual({
      words: '另有先后不明、没有用的进度表 2 份',
      names: ['1.json', '3.json'],
    });
    const settled = receive(after, progress({ exportedAt: '2026-11-28T01:00:00.000Z' })).rollup;
    expect(settled.units[0]).not.toHaveProperty('waiting');
    const put = (from: Rollup, at: number) =>
      rollupDocument.apply(
        from,
        { kind: 'putAway', id: unitNow!.id, file: unitNow!.waiting![at]!.id },
        undefined,
        CLOCK.at,
      );
    expect(put(after, 0).units[0]?.waiting).toEqual([unitNow!.waiting![1]]);
    expect(put(put(after, 0), 1).units[0]).not.toHaveProperty('waiting');
  });

  it('is not kept where more wait than anybody sorts out, and says so', () => {
    const files = Array.from({ length: 11 }, (_, index) =>
      progress({ exportedAt: AHEAD, tasks: [task(index + 10)] }),
    );
    const { rollup: after, receipts } = receive(before.rollup, ...files);
    expect(after.units[0]?.waiting).toHaveLength(10);
    expect(receipts.at(-1)?.words).toContain('待定的已有 10 份，这份没有留下');
    expect(receipts.at(-2)?.words).not.toContain('没有留下');
  });

  it('the same again is the same', () => {
    expect(receive(before.rollup, ahead()).receipts).toMatchObject([{ outcome: 'same' }]);
  });

  it.each([
    ['in doubt', before.rollup, '2026-11-26T01:00:00.000Z'],
    ['older', known, earlier],
  ])('one that is %s is taken where the user says so', (_, rollupBefore, exportedAt) => {
    const file = progress({ exportedAt, tasks: done });
    const { rollup: after, receipts } = receiveAll(rollupBefore, [{ fileName: '2.json', progress: file }], {
      ...CLOCK,
      anyway: true,
    });
    expect(receipts).toMatchObject([{ outcome: 'updated' }]);
    expect(after.units).toMatchObject([{ received: { fileName: '2.json', exportedAt }, tasks: done }]);
    // Whatever comes later than that is taken by itself.
    expect(receive(after, progress({ exportedAt: CLOCK.at })).receipts).toMatchObject([
      { outcome: 'updated' },
    ]);
  });
});

describe('what the office has put right', () => {
  const correction: Correction = {
    ...{ state: '已完成', doneOn: '', formal: true, reason: '现场看过', on: '2026-11-21' },
    saw: { state: '未开始', doneOn: '', formal: false },
  };
  const corrected = (part = {}) =>
    rollup({
      units: [
        unit(1, { name: '示例市教育局', received: RECEIVED, tasks: [task(1, { correction, ...part })] }),
      ],
    });

  it.each([
    { name: 'the task of the same id', tasks: [task(1, { matter: '改了字' })], words: '仍按更正' },
    {
      name: 'the task of the same words',
      tasks: [task(5, { matter: '事项1', material: '材料 1' })],
      words: '仍按更正',
    },
  ])('stays with $name', ({ tasks, words }) => {
    const { rollup: after, receipts } = receive(corrected(), progress({ exportedAt: later, tasks }));
    expect(after.units[0]?.tasks).toEqual([{ ...tasks[0], correction }]);
    expect(receipts[0]?.words).toBe(`办公室更正过的 1 项${words}`);
  });

  it('is to be looked at where the unit says something else since', () => {
    const tasks = [task(1, { state: '进行中' })];
    const { receipts } = receive(corrected(), progress({ exportedAt: later, tasks }));
    expect(receipts[0]?.words).toContain('其中 1 项单位报的已变，请核对');
  });

  it('is told where its task is gone', () => {
    const { receipts } = receive(corrected(), progress({ exportedAt: later, tasks: [task(9)] }));
    expect(receipts[0]?.words).toBe('比原来少 1 项：事项1；其中 1 项的更正随之去掉');
  });
});

it('tells two of one day apart by their hours', () => {
  const clock = {
    ...CLOCK,
    dayOf: (at: string) => at.slice(0, 10),
    timeOf: (at: string) => at.slice(11, 19),
  };
  const at = (time: string) => progress({ exportedAt: `2026-11-20T${time}.000Z` });
  const words = (first: string, second: string) =>
    receiveAll(
      receiveAll(rollup(), [{ fileName: '1.json', progress: at(first) }], clock).rollup,
      [{ fileName: '2.json', progress: at(second) }],
      clock,
    ).receipts[0]?.words;
  expect(words('09:05:07', '08:00:00')).toContain(
    '这份2026-11-20 08:00:00导出，已收到2026-11-20 09:05:07导出的更新的一份',
  );
});
