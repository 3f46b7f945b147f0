import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { unlinkedEvidence } from '../../../../shared/assessment/unlinked-evidence.ts';
import { type Assessment, type Entry, entryOf } from '../../../../shared/assessment/schema.ts';
import type { RuleInput } from '../../../../shared/assessment/rule-input.ts';
import { carryOver, type CarryOver } from '../../../../shared/edition/carry-over.ts';
import { diffStandards } from '../../../../shared/edition/diff.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import { type Place, placesOf } from '../../../../shared/standard/places.ts';
import { type Standard, standardForm } from '../../../../shared/standard/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { repository } from '../../../repository.ts';
import { assessmentOf, evidence } from '../scoring/fixtures.ts';
import { readReference } from '../standard/files.ts';

const FIXTURE = 'tests/fixtures/editions/henan-service-enforcement-reference-2026-1.json';
const old = readOld();
const fresh = readReference();

function readOld(): Standard {
  return decode(standardForm, JSON.parse(readFileSync(join(repository, FIXTURE), 'utf8')));
}

/** A full answer of the kind that the place asks for. */
function answerTo(place: Place): RuleInput {
  if (place.kind === 'veto') return { kind: 'veto', applies: false };
  if (place.kind !== 'item') {
    return { kind: 'claims', counts: { [place.entry.options[0]?.code ?? '']: 1 } };
  }
  const { rule, fullScore } = place.item;
  switch (rule.kind) {
    case 'award':
      return { kind: 'award', points: fullScore };
    case 'tiers':
      return { kind: 'tiers', option: rule.options[0]?.code ?? '' };
    case 'checklist':
      return { kind: 'checklist', met: rule.points.map(({ code }) => code) };
    case 'deduct':
      return { kind: 'deduct', counts: {} };
    case 'ratio':
      return { kind: 'ratio', numerator: 9, denominator: 10 };
    default:
      throw new Error('edition 2026-1 has no such rule');
  }
}

const shaOf = (index: number): string => index.toString(16).padStart(64, '0');

/** Every place of 2026-1 answered, with a reason and a piece of evidence of its own; section 4 as 不适用. */
function filled(): Assessment {
  const places = placesOf(old);
  const entries = places.map((place, index): [string, Entry] => {
    const { code } = place;
    const rest = { reason: `说明${code}`, evidence: [shaOf(index)] };
    return code.startsWith('4.')
      ? [code, { state: 'notApplicable', ...rest }]
      : [code, { state: 'scored', input: answerTo(place), ...rest }];
  });
  return assessmentOf({
    standard: { id: old.id, edition: old.edition, sha256: 'a'.repeat(64) },
    unit: { ...assessmentOf({}).unit, category: 'city-department' },
    entries: Object.fromEntries(entries),
    evidence: places.map((_, index) => evidence(shaOf(index))),
  });
}

const GONE = [
  ...['3.7 行政指导融入行政处罚', '4.7 调解告知引导', '5.2 风险评估内容'],
  ...['8.1 典型案例选题', '8.2 典型案例体例', '8.3 典型案例文字规范', '9.5 综合汇报材料'],
  ...['罚3 没有完成案例推选任务', '否3 不作为、乱作为、牟利执法、粗暴执法'],
];
/** Renumbered: where the same matter stands now. */
const MOVED: Record<string, string> = {
  '5.1': '7.9',
  '5.3': '7.10',
  '8.4': '8.1',
  '8.5': '8.2',
  '8.6': '8.3',
  '8.7': '8.4',
  罚1: '减1',
  罚2: '减2',
};

describe('from 参考版 2026-1 to 2026-3', () => {
  const before = filled();
  let carried: CarryOver;

  beforeAll(() => {
    carried = carryOver(before, old, fresh, {
      newId: '7f1c2f60-2f0a-4d57-9d7e-0d0f0a3f4a22',
      standardSha256: 'c'.repeat(64),
      now: '2026-11-26T08:00:00.000Z',
    });
  });

  it('is two editions of one standard', () => {
    expect([old.id, old.edition]).toEqual([fresh.id, '参考版 2026-1']);
    expect(fresh.edition).toBe('参考版 2026-3');
  });

  it('finds every old place again by its matter, or names it as gone', () => {
    const { items } = diffStandards(old, fresh);
    const gone = items.filter(({ change }) => change === 'gone').map(({ code, title }) => `${code} ${title}`);
    expect(gone).toEqual(GONE);
    const found = items.filter(({ change, formerCode }) => change !== 'gone' && formerCode !== undefined);
    expect(found.length + gone.length).toBe(placesOf(old).length);
    for (const { code, formerCode = '' } of found) expect(code).toBe(MOVED[formerCode] ?? formerCode);
  });

  it('loses nothing that was filled in', () => {
    const { assessment } = carried;
    const kept = [...Object.values(assessment.entries), ...(assessment.carriedFrom?.gone ?? [])];
    const reasons = kept.map(({ reason }) => reason).filter((reason) => reason !== '');
    expect(reasons.sort()).toEqual(
      placesOf(old)
        .map(({ code }) => `说明${code}`)
        .sort(),
    );
    expect(kept.flatMap((entry) => entry.evidence).sort()).toEqual(
      before.evidence.map(({ sha256 }) => sha256).sort(),
    );
    expect(assessment.evidence).toEqual(before.evidence);
    expect(assessment.carriedFrom?.gone.map(({ code, title }) => `${code} ${title}`).sort()).toEqual(
      [...GONE].sort(),
    );
    // What only gone places used is loose now, and told of as that.
    expect(unlinkedEvidence(assessment)).toHaveLength(GONE.length);
  });

  it('has each answer that is kept to be confirmed, and asks anew where it does not fit', () => {
    const { assessment, toConfirm, toScore, kept } = carried;
    // No item of 2026-3 is worded as it was.
    expect(kept).toBe(0);
    expect(toConfirm).toHaveLength(placesOf(old).length - GONE.length);
    expect(scoreAssessment(fresh, assessment).items.filter(({ problem }) => problem !== undefined)).toEqual(
      [],
    );
    // Another kind of rule, or points that are not there any more.
    const items = toScore.filter((code) => !code.startsWith('加'));
    expect(items).toEqual(expect.arrayContaining(['5.4', '6.1', '6.3', '8.1', '9.4']));
    for (const code of toScore) expect(entryOf(assessment, code).input).toBeUndefined();
    expect(toScore.filter((code) => entryOf(assessment, code).state !== 'unscored')).toEqual([]);
  });

  it('keeps a declared 不适用 where the function that was lacking still decides', () => {
    for (const code of ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6']) {
      expect(entryOf(carried.assessment, code).state).toBe('notApplicable');
    }
  });
});
