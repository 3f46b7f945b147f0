import { bareName } from '../values/bare-name.ts';
import { rankOf } from './ranks.ts';
import type { Campaign, MaterialRequirement, SummaryOf } from './schema.ts';
import { isOfSlides } from './slides.ts';

interface Fault {
  /** As the editor calls it. */
  readonly field: string;
  /** Chinese, without a full stop. */
  readonly message: string;
}

/** What is looked at; of a draft as well as of a campaign. */
interface Commending extends Pick<Campaign, 'commendation'> {
  readonly materials: readonly Pick<MaterialRequirement, 'code' | 'summaryOf'>[];
}

const SUMMARIES: Readonly<Record<SummaryOf, string>> = {
  legal: '法治机构的总结',
  enforcement: '执法单位（机构）的总结',
  person: '个人的总结',
};
const FIRST_YEAR = 1949;
const WHOLE = 10_000;

/** What no list can be checked by, wherever the notice comes from. `today`: ISO 8601. */
export function commendationFaults({ commendation, materials }: Commending, today: string): Fault[] {
  const { rank, division, clean } = commendation ?? {};
  const since = clean?.since ?? FIRST_YEAR;
  return [
    ...(rank && rank.highest !== '' && !rankOf(rank.highest)
      ? [{ field: 'rank.highest', message: `最高级别“${rank.highest}”认不出来，要写成“正处级”这样` }]
      : []),
    ...(division && division.percent > WHOLE
      ? [
          {
            field: 'division.percent',
            message: `处级比例写的是 ${division.percent / 100}%，超过了 100%，请核对`,
          },
        ]
      : []),
    ...(since !== 0 && (since < FIRST_YEAR || since > Number(today.slice(0, 4)))
      ? [{ field: 'clean.since', message: `“从哪一年起”写的是 ${since}，请核对` }]
      : []),
    ...again(commendation?.bodies ?? [], ({ name }) => bareName(name)).map(({ code, name }) => ({
      field: `bodyKinds.${code}.name`,
      message: `推荐单位的类别“${name}”重复了`,
    })),
    ...again(materials, ({ summaryOf }) => summaryOf ?? '').map(({ code, summaryOf }) => ({
      field: `materials.${code}.summaryOf`,
      message: `${summaryOf ? SUMMARIES[summaryOf] : ''}不止一份材料，只能选一份`,
    })),
  ];
}

/** The same of 标兵材料: each unit has one text and one presentation, so that a second one would be measured by nobody. */
export function experienceFaults({ kind, materials }: Pick<Campaign, 'kind' | 'materials'>): Fault[] {
  if (kind !== 'experience') return [];
  const partOf = (material: MaterialRequirement): string =>
    material.kind === 'report' ? '文字材料' : isOfSlides(material) ? 'PPT' : '';
  return again(materials, partOf).map((material) => ({
    field: `materials.${material.code}.kind`,
    message: `${partOf(material)}不止一份材料，只能写成一份；要几个文件，写在“份数”里`,
  }));
}

/** Those that say what one before them says. */
function again<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const keys = rows.map(keyOf);
  return rows.filter((_, at) => keys[at] !== '' && keys.indexOf(keys[at] ?? '') < at);
}
