import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, isDay, laterBy, yearsLater } from '../../../../shared/registers/days.ts';
import { keepsZeros, readDay } from '../../../../shared/registers/read-day.ts';
import { dayOf, lastDayOf, whenOf } from '../../../../shared/registers/when.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(isDay(from)).toBe(true);
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
    );
  });

  it('come so many days later', () => {
    fc.assert(
      fc.property(day, fc.nat(200), (from, days) => {
        const later = laterBy(from, days);
        expect(later && daysBetween(from, later)).toBe(days);
      }),
    );
  });

  it.each(['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-04-31', '三月'])(
    'are none: %s',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(laterBy(text, 1)).toBe(undefined);
      expect(daysBetween(text, '2026-01-01')).toBeNaN();
    },
  );

  it.each([
    ['2017-06-20', 9, '2026-06-20'],
    ['2027-01-10', 1, '2028-01-10'],
    ['2027-01-10', 0, '2027-01-10'],
    ['2027-01-10', -1, '2026-01-10'],
    ['2024-02-29', 2, '2026-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['三月', 1, '三月'],
  ])('%s is, %i years later, %s', (from, years, to) => {
    expect(yearsLater(from, years)).toBe(to);
  });
});

describe('a day as an office writes it', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['２０２６．３．５', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['3.5', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['2026-03-05 08:30', '2026-03-05'],
    ['2026年3月5日上午', '2026-03-05'],
    ['2026年3月5日（星期四）', '2026-03-05'],
    ['3.10', '2026-03-10'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['2026年 3 月 9 日', '2026-03-09'],
    ['2026年3月 5 日上午', '2026-03-05'],
    ['2026. 3. 5', '2026-03-05'],
    ['2026 - 03 - 05', '2026-03-05'],
    ['二〇二六年三月五日', '2026-03-05'],
    ['二○二六年十二月三十一日', '2026-12-31'],
    ['二零二六年 十 月 十 日', '2026-10-10'],
    ['2O26年三月5日', '2026-03-05'],
    ['三月五日', '2026-03-05'],
    ['十二月三号', '2026-12-03'],
    ['二月三十日', undefined],
    ['2026 3 5', undefined],
    ['2026-02-30', undefined],
    ['6月前', undefined],
    ['2026年3月以前', undefined],
    ['2026年13月', undefined],
    ['26.3', undefined],
    ['45.3.5', undefined],
    ['12345', undefined],
    ['99999', undefined],
    ['2026.3.5 王某', undefined],
    ['', undefined],
  ])('%s', (text, day) => {
    expect(readDay(text, { year: 2026 })).toEqual(day === undefined ? {} : { day });
  });

  it.each([
    ['25.3.5', '2025-03-05', '读成2025-03-05'],
    ['25年3月5日', '2025-03-05', '读成2025-03-05'],
    ['3月5日—4日', '2026-03-05', '看不出到哪一天为止，只登记开始的一天2026-03-05'],
    ['46100', '2026-03-19', '是表格里的日期序号，读成2026-03-19'],
    ['3.1', '2026-03-01', '读成2026-03-01；表格不显示末尾的0，也可能是3.10'],
  ])('%s may be meant otherwise', (text, day, doubt) => {
    expect(readDay(text, { year: 2026 })).toEqual({ day, doubt });
  });

  it.each([
    ['2026.3.5-3.7', '2026-03-05 至 2026-03-07'],
    ['2026-3-5至2026-3-7', '2026-03-05 至 2026-03-07'],
    ['3月5日—7日', '2026-03-05 至 2026-03-07'],
    ['12月30日至1月2日', '2026-12-30 至 2027-01-02'],
    ['2026.3.5 - 3.7', '2026-03-05 至 2026-03-07'],
    ['三月五日至七日', '2026-03-05 至 2026-03-07'],
  ])('%s is a stretch, its end as well', (text, written) => {
    const read = readDay(text, { year: 2026 });
    expect(read).toMatchObject({ written, doubt: '是一段时间，统计按开始的一天，到期按最后的一天' });
    expect(whenOf(written)).toMatchObject({
      day: read.day,
      until: written.slice(-10),
      last: written.slice(-10),
    });
    expect([dayOf(written), lastDayOf(written)]).toEqual([written.slice(0, 10), written.slice(-10)]);
  });

  it.each([
    ['2026.3', '2026.3', '2026-03'],
    ['2026年3月', '2026年3月', '2026-03'],
    ['2026-03', '2026-03', '2026-03'],
    ['２０２６年３月上旬', '２０２６年３月上旬', '2026-03'],
    ['202603', '202603', '2026-03'],
    ['3月底', '2026年3月底', '2026-03'],
    ['3月份', '2026年3月份', '2026-03'],
    ['三月', '2026年3月', '2026-03'],
    ['二〇二六年三月', '2026年3月', '2026-03'],
    ['2026 年 3 月', '2026 年 3 月', '2026-03'],
  ])('%s is a month, and no day of it', (text, written, month) => {
    expect(readDay(text, { year: 2026 })).toEqual({ written, doubt: expect.stringContaining('只写到月') });
    expect(whenOf(written)).toEqual({ month, last: '2026-03-31' });
    expect([dayOf(written), lastDayOf(written)]).toEqual(['', '']);
  });

  it('3.1 is no 3.10 where its column keeps the zeros', () => {
    expect(keepsZeros(['3.1', '3.2'])).toBe(false);
    expect(keepsZeros(['3.1', '3.10'])).toBe(true);
    expect(readDay('3.1', { year: 2026, zeros: true })).toEqual({ day: '2026-03-01' });
  });
});
