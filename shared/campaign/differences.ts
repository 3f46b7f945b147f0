import { sortedJson } from '../values/sorted-json.ts';
import type { Campaign } from './schema.ts';
import { KIND_WORDS } from './words.ts';

type Deciding = readonly [
  name: string | ((campaign: Campaign) => string),
  of: (campaign: Campaign) => unknown,
];

const withoutWords = (statements: Campaign['conditions']): unknown =>
  statements.map(({ code, title, by }) => ({ code, title, by }));

/** What of a campaign decides anything; what is said beside it (words, sources, notes, ways of handing in) does not. */
const DECIDING: readonly Deciding[] = [
  ['类型', ({ kind }) => kind],
  [({ kind }) => KIND_WORDS[kind].line, ({ passScore }) => passScore?.points],
  ['命名条件', ({ naming }) => naming && [...naming.levels].sort()],
  ['参评意愿', ({ willingness }) => willingness !== undefined],
  ['培育对象', ({ cultivation }) => cultivation !== undefined],
  ['其他条件', ({ conditions }) => withoutWords(conditions)],
  ['否决事项', ({ vetoes }) => withoutWords(vetoes)],
  [
    '期限',
    ({ deadlines }) => deadlines.map(({ code, by, date, includesDay }) => ({ code, by, date, includesDay })),
  ],
  [
    '名额',
    ({ quota }) => quota && { ...quota, source: undefined, totalSource: undefined, totalWords: undefined },
  ],
  ['权重', ({ comprehensive }) => comprehensive && { ...comprehensive, source: undefined }],
  ['同分规则', ({ tieRules }) => (tieRules ?? []).map((rule) => ({ ...rule, source: undefined }))],
  [
    '材料',
    ({ materials }) =>
      materials.map(({ code, required, checklist, limits }) => ({
        ...{ code, required, limits },
        checklist: checklist.map((point) => point.code),
      })),
  ],
  [
    '表扬推荐的要求',
    ({ commendation: all }) =>
      all && [
        all.bodies.map(({ name, units, persons }) => ({ name, units, persons })),
        ...[all.rank?.highest, all.division?.percent, all.years?.least, all.clean?.since],
      ],
  ],
];

/** In what two campaigns decide otherwise, in Chinese, in the order of the notice; empty where they decide the same. */
export function campaignDifferences(a: Campaign, b: Campaign): string[] {
  return DECIDING.filter(([, of]) => sortedJson([of(a)]) !== sortedJson([of(b)])).map(([name]) =>
    typeof name === 'string' ? name : name(b),
  );
}
