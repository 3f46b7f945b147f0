import type { Campaign } from '../../../shared/campaign/schema.ts';
import { showPoints } from '../../../shared/values/points.ts';

/** What a 表扬推荐 asks of whom it names, and how many a body may name. */
export function commendationTerms({ commendation }: Campaign) {
  const { bodies = [], rank, division, years, clean, table } = commendation ?? {};
  return [
    ...(rank ? [{ ...rank, key: 'rank', title: '级别', content: `${rank.highest}及以下` }] : []),
    ...(division
      ? [
          {
            ...{ ...division, key: 'division', title: '处级个人' },
            content: `不超过个人推荐名单的 ${showPoints(division.percent)}%`,
          },
        ]
      : []),
    ...(years
      ? [
          {
            ...{ ...years, key: 'years', title: '证件或年数' },
            content: `持有执法证、执法监督证，或者履行职责 ${years.least} 年以上的正式工作人员`,
          },
        ]
      : []),
    ...(clean
      ? [{ ...clean, key: 'clean', title: '推荐标准', content: `${clean.since}年以来无违法行政行为` }]
      : []),
    ...bodies.map(({ code, name, units, persons, source }) => ({
      ...{ key: `body ${code}`, title: '推荐名额', source },
      content: `${name}：单位${countWords(units, '个')}，个人${countWords(persons, '名')}`,
    })),
    ...(table ? [{ ...table, key: 'table', title: '汇总表', content: table.title }] : []),
  ];
}

function countWords(count: number | undefined, unit: string): string {
  return count === undefined ? '没有写名额' : ` ${count} ${unit}`;
}
