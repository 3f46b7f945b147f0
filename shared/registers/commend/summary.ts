import type { Campaign, MaterialRequirement, SummaryOf } from '../../campaign/schema.ts';
import { countText } from '../cases/count.ts';
import { type Entry, fieldOf } from '../entry.ts';
import type { RegisterName } from '../kinds.ts';
import { advice, type Checked, error, ruled, together } from './saying.ts';

/** Registers whose entries have a text that a notice limits, and the column in which it stands. */
export const TEXT_COLUMNS = {
  commendedUnits: 'summary',
  commendedPersons: 'summary',
  experiences: 'text',
} as const satisfies Partial<Record<RegisterName, string>>;
export type TextRegister = keyof typeof TEXT_COLUMNS;
const TEXT_REGISTERS: readonly string[] = Object.keys(TEXT_COLUMNS);

export function hasText(name: RegisterName): name is TextRegister {
  return TEXT_REGISTERS.includes(name);
}

/** What the notice asks of an entry's text; undefined where it says nothing, or the kind of the unit is not chosen. */
export function materialOf(
  notice: Campaign | undefined,
  name: TextRegister,
  entry: Pick<Entry, 'fields'>,
): MaterialRequirement | undefined {
  const materials = notice?.materials ?? [];
  if (name === 'experiences') return materials.find(({ kind }) => kind === 'report');
  const of = name === 'commendedPersons' ? 'person' : SUMMARY_OF[fieldOf(entry, 'type')];
  return of && materials.find(({ summaryOf }) => summaryOf === of);
}

const SUMMARY_OF: Readonly<Record<string, SummaryOf>> = {
  法治机构: 'legal',
  '执法单位（机构）': 'enforcement',
};

/** Whether the notice asks any unit for a summary. */
export function asksUnits({ materials }: Campaign): boolean {
  return materials.some(({ summaryOf }) => summaryOf === 'legal' || summaryOf === 'enforcement');
}

export interface Point {
  readonly label: string;
  /** Ticked by the user; `found`: its very words stand in the text. */
  readonly by: 'ticked' | 'found' | 'nothing';
}

/** What the text must contain, and what says that it does. */
export function pointsOf(
  name: TextRegister,
  { checklist }: MaterialRequirement,
  entry: Pick<Entry, 'fields'>,
): Point[] {
  const ticked = tickedIn(entry);
  const text = fieldOf(entry, TEXT_COLUMNS[name]);
  return checklist.map(({ label }) => ({
    label,
    by: ticked.includes(label) ? 'ticked' : text.includes(label) ? 'found' : 'nothing',
  }));
}

export function tickedIn(entry: Pick<Entry, 'fields'>): string[] {
  return fieldOf(entry, 'covered')
    .split('\n')
    .filter((each) => each !== '');
}

/** By the rule of counting of the house; the notices give a number and none. */
function wordsIn(name: TextRegister, entry: Pick<Entry, 'fields'>): number {
  return countText(fieldOf(entry, TEXT_COLUMNS[name])).words;
}

/** Of a text that the notice asks for: that it is there, how long it is, what it says. */
export function checkText(
  name: TextRegister,
  entry: Entry,
  material: MaterialRequirement,
  of: string,
): Checked {
  const { id } = entry;
  const { title, required, source, limits, checklist } = material;
  const words = wordsIn(name, entry);
  if (words === 0)
    return ruled(undefined, required ? [error({ id, source, message: `${of}没有${title}` })] : []);
  const most = limits?.words;
  const lacking = pointsOf(name, material, entry).filter(({ by }) => by === 'nothing');
  return together([
    ruled(
      most === undefined ? undefined : '字数',
      most !== undefined && words > most
        ? [error({ id, source, message: `${of}的${title} ${words} 字，超出 ${words - most} 字` })]
        : [],
    ),
    ruled(
      checklist.length === 0 ? undefined : `${name === 'experiences' ? '材料' : '总结'}内容（按勾选和字样）`,
      lacking.length > 0
        ? [
            advice({
              ...{ id, source },
              message: `${of}的${title}没有看到：${lacking.map(({ label }) => label).join('、')}；写到的请勾选`,
            }),
          ]
        : [],
    ),
  ]);
}

/** Registers of which the order matters: it is that in which is recommended. */
export function isRanked(name: RegisterName): name is 'commendedUnits' | 'commendedPersons' {
  return name === 'commendedUnits' || name === 'commendedPersons';
}
