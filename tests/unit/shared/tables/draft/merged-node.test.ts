import { describe, expect, it } from 'vitest';
import { BLANK_NODE } from '../../../../../shared/tables/blank-node.ts';
import { draftToStandard } from '../../../../../shared/tables/draft/draft-to-standard.ts';
import { mergedNode } from '../../../../../shared/tables/draft/merged-node.ts';
import type { DraftNode } from '../../../../../shared/tables/standard-draft.ts';
import { IDENTITY } from './identity.ts';

const node = (fields: Partial<DraftNode> & Pick<DraftNode, 'kind' | 'title'>): DraftNode => ({
  ...BLANK_NODE,
  id: fields.title,
  code: fields.title,
  ...fields,
});
const bonus = (title: string, adjustment: DraftNode['adjustment']) =>
  node({ kind: 'bonus', title, criterion: title, adjustment });
const once = (points: number, cap?: number): DraftNode['adjustment'] => ({
  options: [{ code: '1', label: '符合加分情形', points }],
  counting: 'sum',
  ...(cap === undefined ? {} : { cap }),
});

describe('one entry out of two', () => {
  it('names the cases that had no name of their own, each under a code of its own', () => {
    const merged = mergedNode(bonus('牵头项目', once(500)), bonus('常年运作', once(2000)));
    expect(merged.adjustment).toEqual({
      options: [
        { code: '1', label: '牵头项目', points: 500 },
        { code: '2', label: '常年运作', points: 2000 },
      ],
      counting: 'sum',
      cap: undefined,
    });
    expect(merged).toMatchObject({ criterion: '牵头项目\n常年运作', note: '', accepted: false });
  });

  it('caps both by both, and says what each was capped by', () => {
    const merged = mergedNode(bonus('甲', once(500, 500)), bonus('乙', once(200, 400)));
    expect(merged.adjustment?.cap).toBe(900);
    expect(merged.note).toBe('原为两条：“甲”逐次累计、最多加5分；“乙”逐次累计、最多加4分');
  });

  it('caps nothing by what capped one of them, and says so', () => {
    const merged = mergedNode(bonus('甲', once(500)), bonus('乙', once(200, 400)));
    expect(merged.adjustment?.cap).toBeUndefined();
    expect(merged.note).toBe('原为两条：“甲”逐次累计；“乙”逐次累计、最多加4分');
  });

  it('of three has the options of three', () => {
    const [one, two, three] = [bonus('甲', once(100)), bonus('乙', once(200)), bonus('丙', once(300))];
    const merged = mergedNode(mergedNode(one, two), three);
    expect(merged.adjustment?.options.map(({ code, label }) => `${code} ${label}`)).toEqual([
      '1 甲',
      '2 乙',
      '3 丙',
    ]);
  });

  it('says the effects of two vetoes, and the units of two items, where they differ', () => {
    const veto = (title: string, vetoEffect: DraftNode['vetoEffect']) =>
      node({ kind: 'veto', title, vetoEffect });
    expect(mergedNode(veto('甲', 'totalZero'), veto('乙', 'notRated'))).toMatchObject({
      vetoEffect: 'totalZero',
      note: '原为两条：“甲”总分计零；“乙”不得评优',
    });
    const item = (title: string, appliesTo: string[]) => node({ kind: 'item', title, appliesTo });
    expect(mergedNode(item('甲', ['乡镇']), item('乙', []))).toMatchObject({
      appliesTo: [],
      note: '原为两条：“甲”适用于乡镇；“乙”适用于全部单位',
    });
    expect(mergedNode(item('甲', ['乡镇']), item('乙', ['乡镇']))).toMatchObject({
      appliesTo: ['乡镇'],
      note: '',
    });
  });

  it('keeps what both have of an existing standard; a proof is 选交 where neither asks for it', () => {
    const kept = { basis: [{ document: '甲法', clause: '' }], optionalEvidence: ['照片', '方案'] };
    const other = {
      basis: [],
      optionalEvidence: ['照片'],
      consequence: '追责',
      notApplicableWhen: '无此职能',
    };
    const merged = mergedNode(
      node({ kind: 'item', title: '甲', evidence: ['照片', '方案'], kept }),
      node({ kind: 'item', title: '乙', evidence: ['照片', '方案'], kept: other }),
    );
    expect(merged.kept).toMatchObject({
      basis: kept.basis,
      optionalEvidence: ['照片'],
      consequence: '追责',
      notApplicableWhen: '无此职能',
    });
  });
});

it('a remark on an entry is in the standard as well', () => {
  const draft = {
    nodes: [
      node({ kind: 'bonus', title: '加', note: '以文件为准', adjustment: once(100) }),
      node({ kind: 'veto', title: '否', criterion: '出事故', note: '以通报为准' }),
    ],
    ...{ sums: [], cells: [], notes: [], rows: [], warnings: [] },
  };
  const { bonus: block, vetoes } = draftToStandard(draft, IDENTITY);
  expect(block?.entries[0]?.consequence).toBe('以文件为准');
  expect(vetoes[0]?.criterion).toBe('出事故\n以通报为准');
});
