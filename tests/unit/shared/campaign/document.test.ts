import { expect, it } from 'vitest';
import { campaignDraftDocument } from '../../../../shared/campaign/draft/document.ts';
import { newDraft } from '../../../../shared/campaign/draft/new-draft.ts';
import { mergeValues } from '../../../../shared/document.ts';

const value = newDraft('recommendation', {
  ...{ id: '44444444-4444-4444-8444-444444444444', campaignId: 'campaign-1' },
  startedAt: '2027-02-01T08:00:00.000Z',
});

it('what two pages typed in other fields of a campaign goes together, and a place has a name and words', () => {
  const local = { ...value, issuer: '某办' };
  const remote = { ...value, notes: ['请提前报送'] };
  const merged = mergeValues(campaignDraftDocument, { base: value, local, remote });
  expect(merged).toMatchObject({ outcome: 'merge', value: { issuer: '某办', notes: ['请提前报送'] } });

  const { merging } = campaignDraftDocument;
  const around = { value, context: undefined };
  expect(merging.name(['quota', 'perBody'], around)).toBe('推荐活动的名额的每个单位的数');
  expect(merging.name(['deadlines'], around)).toBe('推荐活动的期限');
  const rows = [{ code: 'deadline-1', label: '报送', by: '', date: '2027-11-25' }];
  expect(merging.show(['deadlines'], rows, around)).toBe('报送，2027-11-25');
});
