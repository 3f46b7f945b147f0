import { describe, expect, it } from 'vitest';
import { unitSchema } from '../../../../shared/assessment/schema.ts';
import type { Verification } from '../../../../shared/package/verification.ts';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { type Arrival, judgeArrival, type OnDesk } from '../../../../shared/review/receive.ts';
import { assessmentOf, SHA_A, SHA_B } from '../scoring/fixtures.ts';
import { candidate, deskOf, keyOf, source } from './fixtures.ts';

const deadline = { code: 'unit', label: '单位报送', by: 'unit', date: '2026-11-25', source };
const desk = { ...deskOf({ deadlines: [deadline] }), level: 'body' as const };
const ID = '11111111-1111-4111-8111-111111111111';

interface Wish {
  readonly unit?: string;
  readonly revision?: number;
  readonly arrival?: Partial<Arrival>;
  readonly verification?: Partial<Verification>;
}

function arrivalOf({ unit = '甲局', revision = 1, arrival, verification }: Wish): Arrival {
  const packageId = `p${revision}`;
  const date = '2026-11-20';
  const draft = verification?.draft ?? false;
  return {
    key: keyOf('新来的'),
    verification: {
      ...{ file: '新来的.zip', status: 'intact', unit, campaign: '测试活动', selfScore: '95.00' },
      ...{ sealCode: 'NEW', revision, draft, sample: false, files: 1, bytes: 1, problems: [] },
      ...verification,
    },
    assessment: {
      ...assessmentOf({}),
      id: ID,
      campaign: desk.campaign,
      unit: unitSchema.parse({ name: unit }),
      revisions: [{ number: revision, date, draft, packageId, contentSha256: SHA_A }],
    },
    standard: { content: SHA_A, isSame: true },
    receivedOn: '2026-11-20',
    rezipped: false,
    ...arrival,
  };
}

/** 甲局's first revision, which is on the desk. */
const first = candidate('甲一', { assessmentId: ID, unit: '甲局', packageId: 'p1', sealCode: 'ONE' });
const holding = (...rows: Candidate[]): OnDesk => ({
  alike: () => rows,
  rowOf: (key) => rows.find((row) => row.key === key),
});
const contradiction = {
  code: 'tag',
  path: 'bag-info.txt',
  message: '自评分写的是“99”，档案里是“95”',
  severity: 'problem' as const,
};
const suspect = { status: 'suspect' as const, problems: [contradiction] };

describe('what arrives', () => {
  it.each<[what: string, wish: Wish, verdict: string]>([
    ['whole but not to be read', { unit: '乙局', arrival: { assessment: undefined } }, 'damaged'],
    ['a newer revision of the unit', { revision: 2 }, 'newer'],
    ['damaged before anything else', { verification: { ...suspect, status: 'damaged' } }, 'damaged'],
    ['the very same package', { verification: { sealCode: 'ONE' } }, 'duplicate'],
    [
      'the same code and id for another unit is no duplicate',
      { unit: '乙局', verification: { sealCode: 'ONE' } },
      'suspect',
    ],
    ['another first revision', {}, 'suspect'],
    ['a neighbour’s package with another name', { unit: '乙局', revision: 2 }, 'suspect'],
    ['content in doubt', { revision: 2, verification: suspect }, 'suspect'],
    [
      'in doubt and late',
      { revision: 2, verification: suspect, arrival: { receivedOn: '2026-11-26' } },
      'suspect',
    ],
    ['late alone', { revision: 2, arrival: { receivedOn: '2026-11-26' } }, 'late'],
    ['a draft in doubt', { verification: { ...suspect, draft: true } }, 'draft'],
    [
      'another standard, in doubt',
      { verification: suspect, arrival: { standard: { content: SHA_B, isSame: false } } },
      'wrong-standard',
    ],
  ])('%s', (_what, wish, verdict) => {
    expect(judgeArrival(desk, arrivalOf(wish), holding(first)).verdict).toBe(verdict);
  });

  it('is kept where it is in doubt, with the reasons before everything else', () => {
    const judged = judgeArrival(
      desk,
      arrivalOf({ unit: '乙局', verification: suspect, arrival: { rezipped: true } }),
      holding(first),
    );
    expect(judged).toMatchObject({ kept: true, other: first.key });
    expect(judged.remarks.map((remark) => remark.slice(0, 5))).toEqual([
      '内容存疑：',
      '身份存疑：',
      '解开后重新',
    ]);
    expect(judged.remarks[0]).toContain('自评分写的是“99”');
    expect(judged.remarks[1]).toContain('甲一.zip');
  });

  it('is no revision of a package in doubt', () => {
    const doubted = { ...first, revision: 2, verdict: 'suspect' as const, suspicions: ['改过'] };
    expect(judgeArrival(desk, arrivalOf({}), holding(doubted)).verdict).toBe('accepted');
  });

  it('does not collide with itself when it is judged again', () => {
    const same = { ...first, key: keyOf('新来的') };
    expect(judgeArrival(desk, arrivalOf({}), holding(same)).verdict).toBe('accepted');
  });
});
