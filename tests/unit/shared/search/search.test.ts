import { describe, expect, it } from 'vitest';
import type { Searched, SearchLine } from '../../../../shared/search/line.ts';
import { search } from '../../../../shared/search/search.ts';

const line = (part: Partial<SearchLine> & Pick<SearchLine, 'id'>): SearchLine => ({
  ...{ group: 'entry', title: '', texts: [] },
  ...part,
});
const YEAR: Searched = {
  ...{ document: 'year', id: 'y', title: '示例局2026年', texts: ['示例局', '2026年'] },
  lines: [
    line({ id: 'a', title: '某商户：夜市油烟', texts: ['行政指导', '已改正'] }),
    line({
      id: 'b',
      title: '某饭店：占道经营',
      texts: ['行政指导', `${'前'.repeat(100)}油烟${'后'.repeat(100)}`],
    }),
  ],
};
const OTHER: Searched = {
  document: 'desk',
  id: 'd',
  title: '第二批',
  texts: [],
  lines: YEAR.lines.slice(0, 1),
};

async function found(typed: string, documents: readonly Searched[] = [YEAR]): Promise<string[]> {
  const groups = await search(documents, typed, () => true);
  return (groups ?? []).flatMap(({ group, hits, more }) => [
    ...hits.map((hit) => `${group} ${hit.document.id}/${hit.line.id}`),
    ...(more > 0 ? [`+${more}`] : []),
  ]);
}

describe('searching', () => {
  it.each([
    ['a title before another text', '油烟', ['entry y/a', 'entry y/b']],
    ['every word', '油烟 饭店', ['entry y/b']],
    ['words in several texts', '商户 已改正', ['entry y/a']],
    ['by its document besides', '示例局 油烟', ['entry y/a', 'entry y/b']],
    ['the document itself, and not all that is in it', '示例局', ['year y/y']],
    ['a year by its number', '2026', ['year y/y']],
    ['nothing', '没有', []],
    ['nothing for nothing', ' ', []],
  ])('finds %s', async (_, typed, lines) => {
    expect(await found(typed)).toEqual(lines);
  });

  it('finds in every document', async () => {
    expect(await found('夜市', [YEAR, OTHER])).toEqual(['entry y/a', 'entry d/a']);
  });

  it('puts the code that was typed first, then those that begin with it', async () => {
    const codes = ['1.10', '11.2', '1.1', '2.1.1'];
    const lines = codes.map((code) => line({ group: 'item', id: code, code, title: `见1.1的${code}` }));
    expect(await found('1.1', [{ ...YEAR, lines }])).toEqual(
      ['1.1', '1.10', '11.2', '2.1.1'].map((c) => `item y/${c}`),
    );
  });

  it('shows thirty of a group and counts the rest', async () => {
    const lines = Array.from({ length: 75 }, (_, at) => line({ id: `${at}`, title: `商户${at}` }));
    const all = await found('商户', [{ ...YEAR, lines }]);
    expect(all).toHaveLength(31);
    expect(all.at(-1)).toBe('+45');
  });

  it('says where in a long text, with what stands around it', async () => {
    const [group] = (await search([YEAR], '油烟 饭店', () => true)) ?? [];
    expect(group?.hits[0]?.where).toBe(`…${'前'.repeat(12)}油烟${'后'.repeat(48)}…`);
    // From its beginning where that is near.
    const near = { ...YEAR, lines: [line({ id: 'near', title: '甲', texts: ['夜市油烟扰民'] })] };
    expect((await search([near], '油烟', () => true))?.[0]?.hits[0]?.where).toBe('夜市油烟扰民');
    const far = { ...YEAR, lines: [line({ id: 'far', title: '甲', texts: [`${'前'.repeat(13)}油烟`] })] };
    expect((await search([far], '油烟', () => true))?.[0]?.hits[0]?.where).toBe(`…${'前'.repeat(12)}油烟`);
  });

  it('ends where nobody waits any more', async () => {
    let asked = 0;
    expect(await search([YEAR, OTHER], '油烟', () => Promise.resolve((asked += 1) < 3))).toBeUndefined();
    expect(asked).toBe(3);
  });
});
