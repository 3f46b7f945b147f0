import { describe, expect, it } from 'vitest';
import { elsewhereWords, homesOf } from '../../../../shared/package/elsewhere.ts';
import { layOut } from '../../../../shared/package/layout.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  evidence,
  item,
  section,
  standardOf,
} from '../scoring/fixtures.ts';

const sha = (digit: string) => digit.repeat(64);
const [A, B, C, D] = [sha('a'), sha('b'), sha('c'), sha('d')];

const standard = standardOf({
  sections: [section('1', [item('1.1', '30'), item('1.2', '30'), item('1.3', '40')])],
});
const source = { document: '测字', clause: '' };
function assessment(links: Readonly<Record<string, readonly string[]>>) {
  const entries = entriesOf({ '1.1': 100, '1.2': 100, '1.3': 100 });
  return assessmentOf({
    campaign: campaignOf({
      materials: [{ code: 'report', title: '综合汇报材料', kind: 'report', required: true, source }],
    }),
    entries: Object.fromEntries(
      Object.entries(entries).map(([code, entry]) => [
        code,
        { ...entry, evidence: [...(links[code] ?? [])] },
      ]),
    ),
    evidence: [A, B, C, D].map((sha256) => evidence(sha256)),
    materials: { report: { files: [{ sha256: D, theme: '' }], checked: [] } },
  });
}

describe('where the files of an item lie', () => {
  it.each([
    ['in its own folder', { '1.1': [A], '1.2': [B] }, '1.2', ''],
    ['all with one other item', { '1.1': [A], '1.2': [A] }, '1.2', '本项材料见评分项1.1'],
    ['with several', { '1.1': [A], '1.2': [B], '1.3': [A, B] }, '1.3', '本项材料见评分项1.1、1.2'],
    ['in the standard’s order', { '1.1': [A], '1.2': [B], '1.3': [B, A] }, '1.3', '本项材料见评分项1.1、1.2'],
    [
      'with the materials and others',
      { '1.1': [A], '1.2': [A, D] },
      '1.2',
      '本项材料见《综合汇报材料》、评分项1.1',
    ],
    ['in part with another', { '1.1': [A], '1.2': [A, B] }, '1.2', '另有材料见评分项1.1'],
    ['with the materials', { '1.1': [D] }, '1.1', '本项材料见《综合汇报材料》'],
    ['nowhere: it has none', { '1.1': [A] }, '1.2', ''],
    ['nowhere: what is linked is not there', { '1.1': [sha('e')] }, '1.1', ''],
  ] as const)('%s', (_, links, code, words) => {
    const of = assessment(links);
    expect(elsewhereWords(homesOf(standard, of), { code, evidence: of.entries[code]?.evidence ?? [] })).toBe(
      words,
    );
  });

  it('is where the package lays them', () => {
    const of = assessment({ '1.1': [A, D], '1.2': [A, B] });
    const homes = homesOf(standard, of);
    const folders = [...layOut(standard, of)].map(([sha256, path]) => [
      homes.get(sha256)?.name,
      path.split('/')[1],
    ]);
    expect(folders).toEqual([
      ['《综合汇报材料》', '综合汇报材料'],
      ['1.1', '1.1 项目1.1'],
      ['1.2', '1.2 项目1.2'],
      [undefined, '未对应评分项'],
    ]);
  });
});
