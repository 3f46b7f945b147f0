import * as z from 'zod';
import { REGISTER_NAMES } from '../registers/kinds.ts';

/** What is found, in the order of showing: documents first, then what is inside them. */
export const SEARCH_GROUPS = {
  assessment: '自评',
  year: '年度工作',
  rollup: '年度任务汇总',
  desk: '核验台',
  item: '评分项',
  evidence: '佐证材料',
  task: '年度任务',
  entry: '台账',
  statTable: '统计表',
  case: '典型案例',
  unit: '汇总的单位',
  unitTask: '汇总的任务',
  collected: '征集的案例',
  point: '督查、通报、加扣分',
  package: '推荐包',
} as const;
export type SearchGroup = keyof typeof SEARCH_GROUPS;
const GROUP_NAMES = Object.keys(SEARCH_GROUPS) as [SearchGroup];

const SEARCHED_DOCUMENTS = ['assessment', 'year', 'rollup', 'desk'] as const;
export type SearchedName = (typeof SEARCHED_DOCUMENTS)[number];

/** One thing that can be found. `id` names it in its document: a code, a SHA-256, the id of an entry, the key of a package. */
const searchLineSchema = z.object({
  group: z.enum(GROUP_NAMES),
  id: z.string(),
  /** Of a task of a roll-up: the id of its unit, which stands in its own id too: units may share those of tasks. */
  unit: z.string().optional(),
  /** Of an entry, and of a 统计表. */
  register: z.enum(REGISTER_NAMES).optional(),
  /** Of an item. */
  code: z.string().optional(),
  title: z.string(),
  /** What else is looked through; nothing that is personal. */
  texts: z.array(z.string()),
});
export type SearchLine = z.output<typeof searchLineSchema>;

/** A document of the data folder, and all that can be found in it. */
export const searchedSchema = z.object({
  document: z.enum(SEARCHED_DOCUMENTS),
  id: z.string(),
  title: z.string(),
  texts: z.array(z.string()),
  lines: z.array(searchLineSchema),
});
export type Searched = z.output<typeof searchedSchema>;
