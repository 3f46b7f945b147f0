import type { Assessment } from '../assessment/schema.ts';
import type { Standard } from '../standard/schema.ts';
import { allCodes } from '../standard/places.ts';

/**
 * What an assessment says against itself or against the standard that it was made by, one Chinese sentence each.
 * The program writes no such assessment; whoever finds one holds something else.
 */
export function contradictionsIn(assessment: Assessment, standard: Standard): string[] {
  const { evidence, entries, materials, unit } = assessment;
  const known = new Set(evidence.map(({ sha256 }) => sha256));
  const codes = new Set(allCodes(standard));
  const stated = assessment.standard;
  const sayWhere = (kind: string, code: string, files: readonly string[]): string[] => {
    const absent = files.filter((sha256) => !known.has(sha256)).length;
    return absent === 0 ? [] : [`${kind} ${code} 引用的 ${absent} 份材料不在档案的材料清单里`];
  };
  return [
    ...(stated.id === standard.id && stated.edition === standard.edition
      ? []
      : [
          `档案写的标准是“${stated.id}（${stated.edition}）”，标准文件是“${standard.id}（${standard.edition}）”`,
        ]),
    ...(known.size === evidence.length ? [] : ['材料清单里同一份材料登记了几次']),
    ...Object.entries(entries).flatMap(([code, entry]) => [
      ...(codes.has(code) || (entry.state === 'unscored' && entry.evidence.length === 0)
        ? []
        : [`档案里有标准所没有的评分项 ${code}`]),
      ...sayWhere('评分项', code, entry.evidence),
    ]),
    // One that the campaign does not ask for is left from another campaign: no contradiction.
    ...Object.entries(materials).flatMap(([code, { files }]) =>
      sayWhere(
        '申报材料',
        code,
        files.map(({ sha256 }) => sha256),
      ),
    ),
    ...(unit.category === '' || standard.unitCategories.some(({ code }) => code === unit.category)
      ? []
      : [`单位类别“${unit.category}”不在标准里`]),
  ];
}
