import type { Campaign } from './schema.ts';

/** Codes that stand twice where each names one thing, in Chinese: what a unit enters under one would be both. */
export function repeatedCodes({
  conditions,
  vetoes,
  deadlines,
  submissions,
  materials,
  commendation,
}: Campaign): string[] {
  const lists: [name: string, codes: readonly { readonly code: string }[]][] = [
    ['条件、否决事项', [...conditions, ...vetoes]],
    ['期限', deadlines],
    ['报送', submissions],
    ['材料', materials],
    ['推荐单位的类别', commendation?.bodies ?? []],
    ...materials.flatMap(({ title, checklist, themes }): typeof lists => [
      [`材料“${title}”的要点`, checklist],
      [`材料“${title}”的主题`, themes],
    ]),
  ];
  return lists.flatMap(([name, rows]) => {
    const codes = rows.map(({ code }) => code);
    const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
    return [...new Set(twice)].map((code) => `${name}里编号“${code}”重复`);
  });
}
