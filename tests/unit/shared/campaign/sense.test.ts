import { describe, expect, it } from 'vitest';
import { finishDraft } from '../../../../shared/campaign/draft/finish.ts';
import { newDraft } from '../../../../shared/campaign/draft/new-draft.ts';
import { rowSchemas } from '../../../../shared/campaign/draft/schema.ts';

const draft = {
  ...newDraft('recommendation', {
    ...{ id: '44444444-4444-4444-8444-444444444444', campaignId: 'campaign-1' },
    startedAt: '2027-02-01T08:00:00.000Z',
  }),
  ...{ title: '2027年标兵推荐', documentNumber: '测发〔2027〕1号' },
};
const line = (points: string) => ({ passScore: { ...draft.passScore, on: true, points } });
const day = (date: string, words = '') => ({
  deadlines: [rowSchemas.deadlines.parse({ code: 'x', date, words })],
});
const quota = (parts: object) => ({ quota: { ...draft.quota, on: true, ...parts } });
const APART = '期限 1，通知原话';

describe('what can be read but hardly be meant', () => {
  it.each<[what: string, parts: object, ...findings: string[]]>([
    ['a line of 100', line('100')],
    ['a line over 100', line('900'), 'error passScore.points 推荐分数线超过了 100 分，请核对'],
    ['a quota for each and blanks for all', quota({ perBody: '2', total: '  ', clause: '一' })],
    ['a year of today', day('2027-11-25')],
    ['the first year', day('2000-01-01')],
    ['before it', day('1999-12-31'), 'error deadlines.x.date 期限 1，日期写的是 1999 年，请核对'],
    ['the last year', day('2100-12-31')],
    ['after it', day('2127-11-25'), 'error deadlines.x.date 期限 1，日期写的是 2127 年，请核对'],
    ['the day itself in words', day('2027-11-25', '11月25日前')],
    ['with its year', day('2027-11-25', '2027 年 11 月 25 日之前')],
    ['one of two days', day('2027-11-25', '11月20日至11月25日')],
    ['words without a day', day('2027-11-25', '11月底前')],
    [
      'another day',
      day('2027-11-25', '11月20日前'),
      `warning deadlines.x.words ${APART}“11月20日前”与日期 2027-11-25 不是同一天，请核对`,
    ],
    [
      'another year, in full width',
      day('2027-11-25', '２０２６年11月25日前'),
      `warning deadlines.x.words ${APART}“２０２６年11月25日前”与日期 2027-11-25 不是同一天，请核对`,
    ],
    [
      'words that settle the day itself',
      day('2027-11-25', '11月25日前（含当日）'),
      `warning deadlines.x.includesDay ${APART}“11月25日前（含当日）”写了是否包括当天，请在“当天”里选`,
    ],
    [
      'an hour',
      day('2027-11-25', '11月25日17时前'),
      `warning deadlines.x.words ${APART}“11月25日17时前”写到几时，本程序只按日期提醒和判断逾期`,
    ],
    ['a total of as many as one body', quota({ perBody: '2', total: '2' })],
    [
      'a total of fewer',
      quota({ perBody: '3', total: '2' }),
      'warning quota.total 全省总数 2 个，比一个推荐单位的名额 3 个还少，请核对',
    ],
    ['a title of 100 characters', { title: '长'.repeat(100) }],
    ['a title of 101 characters', { title: '长'.repeat(101) }, 'error title 名称超过 100 字，请写短一些'],
    ['a total of a million', quota({ total: '1000000', totalClause: '一' })],
    [
      'a total over a million',
      quota({ total: '1000001', totalClause: '一' }),
      'error quota.total 全省总数：不能超过 1,000,000',
    ],
    ['an empty 日常自评', { kind: 'practice' }],
    [
      '日常自评 with days and a quota',
      { kind: 'practice', ...day('2027-11-25'), ...quota({ perBody: '2' }) },
      'warning kind 日常自评不报送，下列内容不起作用：期限、名额',
    ],
  ])('%s', (_, parts, ...expected) => {
    const { findings } = finishDraft({ ...draft, ...parts });
    expect(findings.map(({ severity, field, message }) => `${severity} ${field} ${message}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['another one', '甲', []],
    ['the same', '2027年标兵推荐', ['title']],
    ['the same to the eye', '２０２７年 标兵推荐', ['title']],
  ])('a title that the library has: %s', (_, title, fields) => {
    expect(finishDraft(draft, [title]).findings.map(({ field }) => field)).toEqual(fields);
  });
});
