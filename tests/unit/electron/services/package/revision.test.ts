import { describe, expect, it } from 'vitest';
import { encodeAssessment, planRevision } from '../../../../../electron/services/package/revision.ts';
import { assessmentDocument } from '../../../../../shared/assessment/document.ts';
import { EMPTY_PROFILE, type Profile } from '../../../../../shared/assessment/profile.ts';
import { mergeValues } from '../../../../../shared/document.ts';
import { newAssessment } from '../fixture.ts';

const AT = '2026-11-28T08:00:00.000Z';
const put = (text: string) => [{ figure: '甲', text, trace: '示例局2026年的台账', at: AT }];

const made = newAssessment();
const withProfile = (profile: Partial<Profile>) => ({
  ...made,
  unit: { ...made.unit, profile: { ...EMPTY_PROFILE, ...profile } },
});

describe('sentences that were put into the 数据 from a year’s registers', () => {
  it('are handed in as text; from which registers of this computer they came is not', () => {
    const plan = (profile: Partial<Profile>) =>
      planRevision({ assessment: withProfile(profile), mode: 'final', today: '2026-11-28' });
    const filled = plan({ figures: '共1件。', figuresFrom: put('共1件。') });
    const typed = plan({ figures: '共1件。' });
    expect(encodeAssessment(filled.packaged)).toBe(encodeAssessment(typed.packaged));
    expect(filled.revision).toEqual(typed.revision);
    expect(filled.packaged.unit.profile?.figures).toBe('共1件。');
  });

  it('of two versions are asked for as their text and what was put in, in words', () => {
    const version = (text: string) => withProfile({ figures: text, figuresFrom: put(text) });
    const [base, local, remote] = [version('共1件。'), version('共2件。'), version('共3件。')];
    const { outcome, differences } = mergeValues(assessmentDocument, { base, local, remote });
    expect(outcome).toBe('ask');
    const around = { value: local, context: { standard: undefined as never } };
    const { merging } = assessmentDocument;
    expect(differences.map(({ path, remote }) => [merging.name(path, around), remote])).toEqual([
      ['数据', '共3件。'],
      ['数据由年度工作填入的记录', put('共3件。')],
    ]);
  });
});
