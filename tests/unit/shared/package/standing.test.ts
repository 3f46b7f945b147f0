import { describe, expect, it } from 'vitest';
import { unitSchema } from '../../../../shared/assessment/schema.ts';
import { cultivationWords, namingWords } from '../../../../shared/package/standing.ts';
import { assessmentOf, campaignOf } from '../scoring/fixtures.ts';

const source = { document: '测字', clause: '' };
const guidance = [1, 2].map((day) => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${day}`, date: `2026-05-0${day}`, by: '测试局', content: '' },
}));
const listed = { document: '测字〔2026〕3号', date: '2026-03-01' };
const named = { level: 'city', document: '测字〔2024〕5号', date: '2024-06-01' };

describe('how far a unit is, on its cover', () => {
  it.each([
    [
      'by which document, when, and how often guided',
      'acceptance',
      listed,
      guidance,
      '测字〔2026〕3号，2026-03-01，接受指导2次',
    ],
    ['without guidance', 'acceptance', listed, undefined, '测字〔2026〕3号，2026-03-01'],
    ['guidance alone', 'acceptance', undefined, guidance, '接受指导2次'],
    ['to be filled in', 'acceptance', undefined, undefined, ''],
    ['not for a recommendation', 'recommendation', listed, guidance, undefined],
  ] as const)('培育对象: %s', (_, kind, cultivation, records, words) => {
    const unit = unitSchema.parse({ name: '甲', ...(cultivation && { cultivation }) });
    const of = assessmentOf({
      campaign: campaignOf({ kind }),
      unit,
      ...(records && { guidance: [...records] }),
    });
    expect(cultivationWords(of)).toBe(words);
  });

  it.each([
    ['asked for and not filled in', { naming: { levels: ['city'], source } }, {}, ''],
    ['neither asked for nor filled in', {}, {}, undefined],
    ['filled in unasked', {}, { naming: named }, '市级示范点，测字〔2024〕5号，2024-06-01'],
  ] as const)('示范点命名: %s', (_, campaign, unit, words) => {
    const of = assessmentOf({
      campaign: campaignOf(campaign),
      unit: unitSchema.parse({ name: '甲', ...unit }),
    });
    expect(namingWords(of)).toBe(words);
  });
});
