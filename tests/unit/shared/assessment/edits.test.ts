import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../../shared/assessment/edits.ts';
import type { Assessment, Entry } from '../../../../shared/assessment/schema.ts';
import { assessmentOf, campaignOf, evidence, SHA_A, SHA_B } from '../scoring/fixtures.ts';

const NOW = '2026-11-20T08:00:00Z';
const scored: Entry = {
  state: 'scored',
  input: { kind: 'award', points: 100 },
  reason: '说明',
  evidence: [SHA_A],
};
const start = assessmentOf({
  entries: { a: scored, b: { ...scored, evidence: [SHA_B, SHA_A] } },
  evidence: [evidence(SHA_A), evidence(SHA_B)],
  materials: { report: { files: [{ sha256: SHA_A, theme: '' }], checked: ['data'] } },
});

/** Freezes everything below, so that an edit that is not pure throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

const edit = (change: Edit, from: Assessment = start) => applyEdit(frozen(from), frozen(change), NOW);
const unit = { ...start.unit, name: '甲市乙局' };
const withoutInput = { reason: scored.reason, evidence: scored.evidence };

describe('each edit changes what it names and nothing else', () => {
  test.each<[Edit, Partial<Assessment>]>([
    [{ kind: 'setUnit', unit }, { unit }],
    [
      { kind: 'setCampaign', campaign: campaignOf({ title: '另一个' }) },
      { campaign: campaignOf({ title: '另一个' }) },
    ],
    [{ kind: 'setWilling', willing: true }, { willing: true }],
    [{ kind: 'setWilling', willing: null }, { willing: null }],
    [
      { kind: 'score', code: 'a', input: { kind: 'tiers', option: 'x' } },
      { entries: { ...start.entries, a: { ...scored, input: { kind: 'tiers', option: 'x' } } } },
    ],
    [
      { kind: 'score', code: 'new', input: { kind: 'veto', applies: false } },
      {
        entries: {
          ...start.entries,
          new: { state: 'scored', input: { kind: 'veto', applies: false }, reason: '', evidence: [] },
        },
      },
    ],
    [
      { kind: 'clearScore', code: 'a' },
      { entries: { ...start.entries, a: { ...withoutInput, state: 'unscored' } } },
    ],
    [
      { kind: 'notApplicable', code: 'a', reason: '没有这项职能' },
      {
        entries: { ...start.entries, a: { ...withoutInput, state: 'notApplicable', reason: '没有这项职能' } },
      },
    ],
    [
      { kind: 'setReason', code: 'a', reason: '新说明' },
      { entries: { ...start.entries, a: { ...scored, reason: '新说明' } } },
    ],
    [
      { kind: 'addEvidence', evidence: evidence('c'.repeat(64)) },
      { evidence: [...start.evidence, evidence('c'.repeat(64))] },
    ],
    [
      { kind: 'addEvidence', evidence: evidence('c'.repeat(64)), linkTo: 'a' },
      {
        evidence: [...start.evidence, evidence('c'.repeat(64))],
        entries: { ...start.entries, a: { ...scored, evidence: [SHA_A, 'c'.repeat(64)] } },
      },
    ],
    // The same content under another name is already there: only the link is new.
    [
      { kind: 'addEvidence', evidence: evidence(SHA_B, '另一个名称'), linkTo: 'a' },
      { entries: { ...start.entries, a: { ...scored, evidence: [SHA_A, SHA_B] } } },
    ],
    [
      { kind: 'labelEvidence', sha256: SHA_B, label: '新名称' },
      { evidence: [evidence(SHA_A), { ...evidence(SHA_B), label: '新名称' }] },
    ],
    [
      { kind: 'linkEvidence', code: 'new', sha256: SHA_A },
      { entries: { ...start.entries, new: { state: 'unscored', reason: '', evidence: [SHA_A] } } },
    ],
    [{ kind: 'linkEvidence', code: 'a', sha256: SHA_A }, {}],
    [{ kind: 'unlinkEvidence', code: 'b', sha256: SHA_B }, { entries: { ...start.entries, b: scored } }],
    [
      { kind: 'removeEvidence', sha256: SHA_A },
      {
        evidence: [evidence(SHA_B)],
        entries: { a: { ...scored, evidence: [] }, b: { ...scored, evidence: [SHA_B] } },
        materials: { report: { files: [], checked: ['data'] } },
      },
    ],
    [
      { kind: 'addMaterialFiles', code: 'video', files: [SHA_B] },
      { materials: { ...start.materials, video: { files: [{ sha256: SHA_B, theme: '' }], checked: [] } } },
    ],
  ])('%o', (change, expected) => {
    const before = structuredClone(start);
    expect(edit(change)).toEqual({ ...start, ...expected, updatedAt: NOW });
    expect(start).toEqual(before);
  });
});

test.each<Edit>([
  { kind: 'labelEvidence', sha256: 'c'.repeat(64), label: '名称' },
  { kind: 'linkEvidence', code: 'a', sha256: 'c'.repeat(64) },
  { kind: 'addMaterialFiles', code: 'r', files: ['c'.repeat(64)] },
])('unknown evidence is refused: $kind', (change) => {
  expect(() => edit(change)).toThrow(RangeError);
});
