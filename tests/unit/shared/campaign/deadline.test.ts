import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaignForm } from '../../../../shared/campaign/schema.ts';
import {
  deadlineWords,
  timingOf,
  timingSentence,
  deadlineFor,
} from '../../../../shared/campaign/deadline.ts';
import { campaignDifferences } from '../../../../shared/campaign/differences.ts';
import { isOpen } from '../../../../shared/campaign/open.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { repository } from '../../../repository.ts';
import { campaignOf } from '../scoring/fixtures.ts';

const source = { document: '郑法政办〔2020〕14号', clause: '一' };
const deadline = {
  ...{ code: 'city', label: '报送市级', by: 'unit' as const, date: '2020-11-25', source },
  ...{ words: '11月25日前', late: '逾期未报者，视为自动放弃' },
};

describe('a day against the day that a notice names', () => {
  it.each([
    ['2020-11-24', 'inTime', '通知要求“11月25日前”（郑法政办〔2020〕14号 一）报送'],
    ['2020-11-25', 'pending', '是否包括当天，通知没有写明，由接收单位认定'],
    ['2020-11-26', 'late', '通知写明“逾期未报者，视为自动放弃”'],
  ] as const)('%s is %s', (day, timing, said) => {
    expect(timingOf(deadline, day)).toBe(timing);
    expect(timingSentence(deadline, timing)).toContain(said);
  });

  it.each([
    [true, 'inTime', '报送（包括当天）'],
    [false, 'late', '已过通知要求的“11月25日前”（郑法政办〔2020〕14号 一）（不包括当天）'],
  ] as const)(
    'takes the notice at its word where it says that the day itself is in: %s',
    (includesDay, timing, said) => {
      const stated = { ...deadline, includesDay };
      expect(timingOf(stated, '2020-11-25')).toBe(timing);
      expect(timingSentence(stated, timing)).toContain(said);
      expect([timingOf(stated, '2020-11-24'), timingOf(stated, '2020-11-26')]).toEqual(['inTime', 'late']);
      const campaign = campaignOf({ kind: 'recommendation', deadlines: [stated] });
      expect(isOpen(campaign, '2020-11-25')).toBe(includesDay);
      expect(campaignDifferences(campaign, { ...campaign, deadlines: [deadline] })).toEqual(['期限']);
    },
  );

  it('is always in time where the campaign names none, and the last one that it names for units counts', () => {
    expect(timingOf(undefined, '2099-01-01')).toBe('inTime');
    const second = { ...deadline, code: 'again', date: '2020-11-28' };
    const body = { ...deadline, code: 'body', by: 'body' as const, date: '2020-12-31' };
    const campaign = campaignOf({ deadlines: [second, body, deadline] });
    expect([deadlineFor('unit', campaign)?.code, deadlineFor('body', campaign)?.code]).toEqual([
      'again',
      'body',
    ]);
  });

  it('says that nobody entered the words, and decides nothing by them', () => {
    expect(deadlineWords({ ...deadline, words: '' })).toBe(
      '2020-11-25（通知原文未录入，出处：郑法政办〔2020〕14号 一）',
    );
    expect(timingSentence({ ...deadline, late: '' }, 'late')).not.toContain('自动放弃');
  });
});

describe('a campaign of before', () => {
  const stored = (changes: object) => {
    const bare = { code: 'city', label: '报送市级', by: 'unit', date: '2020-11-25', source };
    return {
      ...{ version: 1, id: 'henan-biaobing-2020', title: '推荐', shortTitle: '推荐', kind: 'recommendation' },
      ...{ passScore: { points: '90', source }, deadlines: [bare], ...changes },
    };
  };

  it('that came with the program bears the words of its notice', () => {
    expect(decode(campaignForm, stored({})).deadlines).toEqual([deadline]);
  });

  it('says no more in its notes than the notices, wherever it lies', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(join(repository, path), 'utf8'));
    const { campaign } = read('tests/fixtures/before/示例自评档案/assessment.json') as { campaign: unknown };
    const now = decode(campaignForm, read('scoring-standards/campaigns/henan-biaobing-2020.json'));
    const later = '已被命名为省、市示范点是郑州市的条件（郑法政办〔2020〕14号 一），全省的通知没有这一条。';
    const before = decode(campaignForm, campaign);
    expect(before.notes).toEqual(now.notes.filter((note) => note !== later));
    expect(campaignDifferences(before, now)).toEqual([]);
    expect(decode(campaignForm, stored({ notes: ['各科室于周五前交齐。'] })).notes).toEqual([
      '各科室于周五前交齐。',
    ]);
  });

  it('of anybody’s own has none, and damage stays damage', () => {
    const [first] = decode(campaignForm, stored({ id: 'mine' })).deadlines;
    expect(first).toMatchObject({ words: '', late: '' });
    expect(() => decode(campaignForm, stored({ deadlines: [null] }))).toThrow();
  });
});
