import { describe, expect, it } from 'vitest';
import { deskDocument } from '../../../../shared/review/documents.ts';
import { applyDeskEdit, type DeskEdit } from '../../../../shared/review/desk-edits.ts';
import { bodyNames, rowsOn } from '../../../../shared/review/desk-row.ts';
import { placingEdits } from '../../../../shared/review/placing.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { encode } from '../../../../shared/document.ts';
import { mergeSides } from '../../../../shared/document-merge.ts';
import { deskMerging } from '../../../../shared/review/merging.ts';
import { decode } from '../../../../shared/stored-form.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { candidate, deskOf, keyOf, NOW, source } from './fixtures.ts';

const [A, B, C] = ['甲局', '乙局', '丙局'].map(keyOf) as [string, string, string];
const rows = ['甲局', '乙局', '丙局'].map((unit) => candidate(unit));
const quota = { perBody: 2, distinct: 'none', source, bodies: [{ name: '郑州市', count: 3 }] };

function after(desk: Desk, ...edits: DeskEdit[]): Desk {
  return edits.reduce((value, edit) => applyDeskEdit(value, edit, NOW), desk);
}
const bodies = (desk: Desk): string[] => rowsOn(desk, rows).map(({ body }) => body);

describe('the bodies of a provincial desk', () => {
  it('are those of the campaign, added by hand, and of the packages, each once', () => {
    const desk = after(
      deskOf({ quota }),
      { kind: 'addBody', body: '开封市' },
      { kind: 'addBody', body: '开封 市' },
      { kind: 'place', keys: [A, B], body: '洛阳市' },
      { kind: 'place', keys: [C], body: '郑州　市' },
    );
    expect(bodyNames(desk)).toEqual(['郑州市', '开封市', '洛阳市']);
    expect(desk.bodies).toEqual(['开封市', '洛阳市']);
    expect(bodies(desk)).toEqual(['洛阳市', '洛阳市', '郑州市']);
    expect(after(desk, { kind: 'removeBody', body: '开封市' }).bodies).toEqual(['洛阳市']);
  });

  it('a body is renamed with its packages, or made one with another', () => {
    const placed = after(
      deskOf({ quota }),
      { kind: 'place', keys: [A], body: '洛阳' },
      { kind: 'place', keys: [B], body: '洛阳市' },
      { kind: 'addRoute', keys: [B], body: '洛阳' },
    );
    expect(rowsOn(placed, rows)[1]?.alsoBodies).toEqual(['洛阳']);
    const merged = after(placed, { kind: 'renameBody', from: '洛阳', to: '洛阳市', keys: [A] });
    expect(bodies(merged)).toEqual(['洛阳市', '洛阳市', '']);
    // One body has not handed it in twice.
    expect(rowsOn(merged, rows)[1]?.alsoBodies).toEqual([]);
    expect(merged.bodies).toEqual(['洛阳市']);
  });

  it.each<[what: string, from: string, to: string, refused: boolean]>([
    ['a listed body gets no other name', '郑州市', '郑州市法治办', true],
    ['nor another spelling of its own', '郑州　市', '郑州市', true],
    ['nor is it merged into another one', '郑州市', '洛阳市', true],
    ['another spelling is merged into it', '郑州', '郑州市', false],
    ['what is not listed is renamed', '洛阳', '洛阳市', false],
  ])('%s', (_, from, to, refused) => {
    const desk = deskOf({ quota });
    const standard = officialOf(standardOf());
    const edit: DeskEdit = { kind: 'renameBody', from, to, keys: [A] };
    const found = deskDocument.check(desk, edit, { keys: new Set([A]), standard });
    expect(found).toEqual(
      refused
        ? expect.objectContaining({
            code: 'body-listed',
            message: expect.stringContaining(`“${from}”是通知列出的推荐单位`) as string,
            remedy: expect.stringContaining('设推荐单位') as string,
          })
        : undefined,
    );
  });

  it('a name that a desk of before took from the units can be renamed as well', () => {
    const old = deskOf({ quota }, { placedBySuperior: true });
    expect(bodies(old)).toEqual(['某市司法局', '某市司法局', '某市司法局']);
    const renamed = after(old, { kind: 'renameBody', from: '某市司法局', to: '某市', keys: [A, B] });
    expect(bodies(renamed)).toEqual(['某市', '某市', '某市司法局']);
    const settled = after(renamed, {
      kind: 'settlePlacements',
      placements: [A, C].map((key) => ({ key, body: '某市司法局' })),
    });
    expect(settled.placedBySuperior).toBe(false);
    expect(bodies(settled)).toEqual(['某市', '某市', '某市司法局']);
  });

  it('who recommends settles through whom else it came', () => {
    const both = after(
      deskOf(),
      { kind: 'place', keys: [A], body: '郑州市' },
      { kind: 'addRoute', keys: [A], body: '省城管局' },
    );
    expect(rowsOn(both, rows)[0]).toMatchObject({ body: '郑州市', alsoBodies: ['省城管局'] });
    expect(rowsOn(after(both, { kind: 'place', keys: [A], body: '省城管局' }), rows)[0]).toMatchObject({
      body: '省城管局',
      alsoBodies: [],
    });
  });
});

describe('a batch that is taken in', () => {
  const kept = (key: string) => ({ key, kept: true, verdict: 'accepted' as const });
  const again = (other: string) => ({ key: other, kept: false, verdict: 'duplicate' as const, other });
  const edits = (
    desk: Desk,
    receipts: Parameters<typeof placingEdits>[2]['receipts'],
    body?: string,
    before: string[] = [],
  ) => placingEdits(desk, rowsOn(desk, rows), { receipts, before: new Set(before), body });

  it.each<[what: string, found: DeskEdit[], expected: DeskEdit[]]>([
    [
      'is placed as a whole',
      edits(deskOf(), [kept(A), kept(B)], '郑州市'),
      [{ kind: 'place', keys: [A, B], body: '郑州市' }],
    ],
    ['without a body is left to be placed', edits(deskOf(), [kept(A)]), []],
    ['on the desk of one body is its own', edits(deskOf({}, { level: 'body' }), [kept(A)], '郑州市'), []],
    [
      'by another body once more is another way of it',
      edits(after(deskOf(), { kind: 'place', keys: [A], body: '郑州市' }), [again(A)], '省城管局', [A]),
      [{ kind: 'addRoute', keys: [A], body: '省城管局' }],
    ],
    [
      'by the same body once more is nothing',
      edits(after(deskOf(), { kind: 'place', keys: [A], body: '郑州市' }), [again(A)], '郑州 市', [A]),
      [],
    ],
    [
      'places what lay under none',
      edits(deskOf(), [again(A)], '郑州市', [A]),
      [{ kind: 'place', keys: [A], body: '郑州市' }],
    ],
    [
      'on a desk of before does not go by what its units wrote',
      edits(deskOf({}, { placedBySuperior: true }), [kept(A)], undefined, [B]),
      [{ kind: 'place', keys: [A], body: '' }],
    ],
    [
      'that is judged again keeps what it went by',
      edits(deskOf({}, { placedBySuperior: true }), [kept(A)], undefined, [A]),
      [],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('the desk as a document', () => {
  const context = { keys: new Set([A]), standard: officialOf(standardOf()) };

  it.each<[level: 'body' | 'province', goesBy: string]>([
    ['province', '某市司法局'],
    ['body', ''],
  ])('of version 2 and level %s opens; nothing that it went by is lost', (level, goesBy) => {
    const added = ['body', 'bodies', 'placements', 'corrections', 'placedBySuperior'];
    const stored = Object.entries(encode(deskDocument, deskOf({ quota }, { level })));
    const old = Object.fromEntries(stored.filter(([name]) => !added.includes(name)));
    const desk = decode(deskDocument, { ...old, version: 2 });
    expect(desk).toMatchObject({ version: 3, placements: [], corrections: [], level });
    expect(bodies(desk)[0]).toBe(goesBy);
  });

  it('refuses what names no package of it, and another campaign', () => {
    const desk = deskOf();
    const correct = { kind: 'correct', key: B, field: 'region', value: '二区', reason: '按印章' } as const;
    expect(deskDocument.check(desk, correct, context)).toMatchObject({ code: 'package-unknown' });
    expect(deskDocument.check(desk, { ...correct, key: A }, context)).toBeUndefined();
    const other = { ...desk.campaign, id: 'other' };
    expect(
      deskDocument.check(desk, { kind: 'takeCampaign', campaign: other, reason: '' }, context),
    ).toBeTruthy();
    expect(deskDocument.describe({ ...correct, key: A })).toBe('correct：按印章');
  });

  it('two versions are merged part by part, the campaign as a whole', () => {
    const base = deskOf({ quota });
    const local = after(base, { kind: 'place', keys: [A], body: '郑州市' });
    const remote = after(
      base,
      { kind: 'place', keys: [B], body: '开封市' },
      { kind: 'correct', key: A, field: 'industry', value: '税务', reason: '按印章' },
      { kind: 'takeCampaign', campaign: { ...base.campaign, title: '新的活动' }, reason: '' },
    );
    const sides = {
      base: deskMerging.apart(base),
      local: deskMerging.apart(local),
      remote: deskMerging.apart(remote),
    };
    const { outcome, value } = mergeSides(sides);
    expect(outcome).toBe('merge');
    const merged = deskMerging.together(value, local);
    expect(bodies(merged).slice(0, 2)).toEqual(['郑州市', '开封市']);
    expect(merged.campaign.title).toBe('新的活动');
    expect(rowsOn(merged, rows)[0]?.industry).toBe('税务');

    const otherwise = after(base, { kind: 'place', keys: [A], body: '洛阳市' });
    const asked = mergeSides({ ...sides, remote: deskMerging.apart(otherwise) }).differences;
    expect(asked.filter(({ takes }) => takes === 'ask').map(({ path }) => path)).toEqual([
      ['placements', A, 'body'],
    ]);
    const told = deskMerging.name(['placements', A, 'body'], { value: base, context: undefined });
    expect(told).toBe(`推荐单位的归属（推荐包 ${A.slice(0, 8)}）`);
  });
});
