import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../../../shared/assessment/edits.ts';
import type { Assessment, Entry } from '../../../../shared/assessment/schema.ts';
import { assessmentDocument } from '../../../../shared/assessment/document.ts';
import { assessmentOf, campaignOf, evidence, SHA_A, SHA_B, standardOf } from '../scoring/fixtures.ts';

const SHA_C = 'c'.repeat(64);
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
      { kind: 'replaceEvidence', sha256: SHA_A, by: evidence(SHA_C, '改正稿') },
      {
        evidence: [evidence(SHA_C, '改正稿'), evidence(SHA_B)],
        entries: { a: { ...scored, evidence: [SHA_C] }, b: { ...scored, evidence: [SHA_B, SHA_C] } },
        materials: { report: { files: [{ sha256: SHA_C, theme: '' }], checked: ['data'] } },
      },
    ],
    // Added before it was chosen as the replacement: it is there once, in the former one's place.
    [
      { kind: 'replaceEvidence', sha256: SHA_A, by: evidence(SHA_B) },
      {
        evidence: [evidence(SHA_B)],
        entries: { a: { ...scored, evidence: [SHA_B] }, b: { ...scored, evidence: [SHA_B] } },
        materials: { report: { files: [{ sha256: SHA_B, theme: '' }], checked: ['data'] } },
      },
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

describe('a replacement', () => {
  const themed = assessmentOf({
    ...start,
    materials: {
      report: {
        files: [
          { sha256: SHA_B, theme: '乙' },
          { sha256: SHA_A, theme: '甲' },
        ],
        checked: [],
      },
    },
  });

  test('keeps the theme of the former file, and its label where the user wrote it', () => {
    const named = { ...themed, evidence: [{ ...evidence(SHA_A), label: '局长签发稿' }, evidence(SHA_B)] };
    const after = edit({ kind: 'replaceEvidence', sha256: SHA_A, by: evidence(SHA_C, '改正稿') }, named);
    expect(after.evidence[0]).toEqual({ ...evidence(SHA_C, '改正稿'), label: '局长签发稿' });
    expect(after.materials['report']?.files).toEqual([
      { sha256: SHA_B, theme: '乙' },
      { sha256: SHA_C, theme: '甲' },
    ]);
  });

  test('listed under the material already, it is listed once, with the theme of the former', () => {
    const after = edit({ kind: 'replaceEvidence', sha256: SHA_A, by: evidence(SHA_B) }, themed);
    expect(after.materials['report']?.files).toEqual([{ sha256: SHA_B, theme: '甲' }]);
  });

  test('of the same content is none, and of what is not there is refused', () => {
    const standard = standardOf({});
    const check = (sha256: string, by: string) =>
      assessmentDocument.check(start, { kind: 'replaceEvidence', sha256, by: evidence(by) }, { standard });
    expect(check(SHA_A, SHA_A)).toBe('内容相同，不必更换');
    expect(check(SHA_C, SHA_A)).toBe('所用的佐证材料不在这份档案里');
    expect(check(SHA_A, SHA_C)).toBeUndefined();
  });
});

describe('the same content under another name', () => {
  const unknown = { ...evidence(SHA_A, '图片'), fileName: '图片.dat', mediaType: 'application/octet-stream' };
  const again = (known: typeof unknown, added: typeof unknown) =>
    edit({ kind: 'addEvidence', evidence: added }, { ...start, evidence: [known] }).evidence;

  test('says what it is where the first name did not', () => {
    const right = { ...evidence(SHA_A, '现场照片'), addedAt: '2026-11-19T00:00:00Z' };
    expect(again(unknown, right)).toEqual([{ ...right, addedAt: unknown.addedAt }]);
    expect(again({ ...unknown, label: '我的名称' }, right)[0]?.label).toBe('我的名称');
  });

  test('changes nothing where that is known, or is no better', () => {
    expect(again(evidence(SHA_A), unknown)).toEqual([evidence(SHA_A)]);
    expect(again(unknown, { ...unknown, fileName: '又.dat' })).toEqual([unknown]);
  });
});

test.each<Edit>([
  { kind: 'replaceEvidence', sha256: 'c'.repeat(64), by: evidence(SHA_A) },
  { kind: 'labelEvidence', sha256: 'c'.repeat(64), label: '名称' },
  { kind: 'linkEvidence', code: 'a', sha256: 'c'.repeat(64) },
  { kind: 'addMaterialFiles', code: 'r', files: ['c'.repeat(64)] },
])('unknown evidence is refused: $kind', (change) => {
  expect(() => edit(change)).toThrow(RangeError);
});

test.each([
  ['willing', undefined],
  ['clean', undefined],
  ['other', '推荐活动没有编号为 other 的条件'],
])('an answer is to a condition or a veto of the campaign: %s', (code, refused) => {
  const source = { document: '测字〔2020〕1号', clause: '一' };
  const statement = (of: string) => ({ code: of, title: of, source });
  const campaign = campaignOf({ conditions: [statement('willing')], vetoes: [statement('clean')] });
  const change: Edit = { kind: 'answer', code, answer: 'yes' } as unknown as Edit;
  expect(assessmentDocument.check({ ...start, campaign }, change, { standard: standardOf() })).toBe(refused);
});
