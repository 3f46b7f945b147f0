import { describe, expect, it } from 'vitest';
import { isOpen, lastDay } from '../../../../shared/campaign/open.ts';
import { campaignOf } from '../scoring/fixtures.ts';

const source = { document: '测字〔2027〕1号', clause: '二' };
const day = (by: string, date: string) => ({ code: `${by}${date}`, label: '报送', by, date, source });

describe('whether a unit can still take part', () => {
  it.each([
    ['before the day', [day('unit', '2027-11-25')], '2027-11-24', true],
    ['on the day itself, which the receiver judges', [day('unit', '2027-11-25')], '2027-11-25', true],
    ['after it', [day('unit', '2027-11-25')], '2027-11-26', false],
    ['by the last of several', [day('unit', '2027-03-01'), day('unit', '2027-11-25')], '2027-06-01', true],
    ['where the day is the body’s alone', [day('body', '2027-03-01')], '2027-11-26', true],
    ['where it is a step of the office', [day('office', '2027-03-01')], '2027-11-26', true],
    ['where the notice names none', [day('unit', '')], '2027-11-26', true],
  ])('%s', (_what, deadlines, today, expected) => {
    expect(isOpen(campaignOf({ kind: 'recommendation', deadlines }), today)).toBe(expected);
  });

  it('practice never ends', () => {
    const deadlines = [day('unit', '2020-01-01')];
    expect(isOpen(campaignOf({ kind: 'practice', deadlines }), '2027-01-01')).toBe(true);
    expect(lastDay(campaignOf({ deadlines }))).toBe('2020-01-01');
  });
});
