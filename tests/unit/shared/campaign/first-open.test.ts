import { expect, it } from 'vitest';
import { firstOpen, newest } from '../../../../shared/campaign/open.ts';
import { type Campaign, campaignSchema } from '../../../../shared/campaign/schema.ts';

const campaign = (id: string, kind: Campaign['kind'], date?: string): Campaign =>
  campaignSchema.parse({
    ...{ version: 3, id, title: id, shortTitle: id, kind },
    deadlines:
      date === undefined
        ? []
        : [{ code: 'a', label: '报送', by: 'unit', date, source: { document: '测发〔2027〕1号' } }],
  });
const all = [
  campaign('past', 'recommendation', '2020-11-25'),
  campaign('practice', 'practice'),
  campaign('later', 'recommendation', '2027-12-01'),
  campaign('sooner', 'acceptance', '2027-10-15'),
  campaign('undated', 'acceptance'),
];
const only = (...ids: string[]) => all.filter(({ id }) => ids.includes(id));

it.each<[offered: Campaign[], today: string, first: string]>([
  [all, '2027-03-01', 'sooner'],
  // The named day itself is for the receiver to judge.
  [all, '2027-10-15', 'sooner'],
  [all, '2027-10-16', 'later'],
  [all, '2028-01-01', 'undated'],
  [only('past', 'practice'), '2027-03-01', 'practice'],
  [only('past'), '2027-03-01', 'past'],
])(
  '%# a new assessment begins with what ends first of what is open, else 日常自评',
  (offered, today, first) => {
    expect(firstOpen(offered, today)?.id).toBe(first);
  },
);

it('a new desk begins with the newest', () => {
  expect([newest(all)?.id, newest([])]).toEqual(['later', undefined]);
});
