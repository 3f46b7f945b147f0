import type { ImportWarning } from '../standard-draft.ts';

/** What is folded: the warnings themselves, or what a screen shows of them. */
type Told = Pick<ImportWarning, 'code' | 'row'>;

/** One kind of warning, as many of it as there is room for. */
export interface WarningGroup<W extends Told> {
  /** '' where it holds several kinds for which there was no room. */
  readonly code: string;
  readonly shown: readonly W[];
  /** The others of it, in one line (`restWords`). */
  readonly folded: readonly W[];
}

/** Told before all others: what does not add up, and what is nowhere. */
const FIRST = [
  'otherTable',
  'sideBySide',
  'noItems',
  'noFullScore',
  'totalSum',
  'declaredSum',
  'sectionSum',
  'partSum',
  'unaccounted',
  'totalUnstated',
];

/**
 * Warnings by their kind, sums and lost cells first, in `most` lines at most (the line for what is folded counts).
 * Each stands in exactly one group; room is shared out evenly among the kinds.
 */
export function foldWarnings<W extends Told>(warnings: readonly W[], most: number): WarningGroup<W>[] {
  const groups = byKind(warnings);
  const fit = fitting(groups, most);
  const kept = groups.slice(0, fit);
  const room = most - (fit < groups.length ? 1 : 0);
  const counts = shareOut(kept, room);
  const rest = groups.slice(fit).flatMap(([, group]) => group);
  return [
    ...kept.map(([code, group], at) => ({
      code,
      shown: group.slice(0, counts[at]),
      folded: group.slice(counts[at]),
    })),
    ...(rest.length > 0 ? [{ code: '', shown: [], folded: rest }] : []),
  ];
}

/** 同类还有 N 条（第7、9、12…行）. */
export function restWords({ code, folded }: WarningGroup<Told>): string {
  const rows = [...new Set(folded.map(({ row }) => row))].filter((row) => row > 0).sort((a, b) => a - b);
  const at =
    rows.length === 0 ? '' : `（第${rows.slice(0, NAMED).join('、')}${rows.length > NAMED ? '…' : ''}行）`;
  return `${code === '' ? '其他提示还有' : '同类还有'} ${folded.length} 条${at}`;
}

const NAMED = 8;

/** Its message, after its row where the message names none. */
export function warningWords({ row, message }: Pick<ImportWarning, 'row' | 'message'>): string {
  return row > 0 && !/第[\d、]+等?行/.test(message) ? `第${row}行：${message}` : message;
}

type Kind<W> = readonly [code: string, group: readonly W[]];

function byKind<W extends Told>(warnings: readonly W[]): Kind<W>[] {
  const groups = new Map<string, W[]>();
  for (const warning of warnings) {
    const known = groups.get(warning.code);
    if (known) known.push(warning);
    else groups.set(warning.code, [warning]);
  }
  const rank = (code: string) => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b));
}

/** How many kinds have room for one of them and the line for the others; a line is kept for the kinds that have not. */
function fitting<W>(groups: readonly Kind<W>[], most: number): number {
  let used = 0;
  for (const [at, [, group]] of groups.entries()) {
    used += Math.min(group.length, 2);
    const kept = at === groups.length - 1 ? 0 : 1;
    if (used + kept > most) return at;
  }
  return groups.length;
}

/** How many of each kind are shown: one more of each in turn while there is room. */
function shareOut<W>(groups: readonly Kind<W>[], room: number): number[] {
  const counts = groups.map(([, group]) => grown(0, group.length));
  let used = groups.reduce((sum, [, group], at) => sum + lines(counts[at] ?? 0, group.length), 0);
  for (let wasRoom = true; wasRoom;) {
    wasRoom = false;
    for (const [at, [, { length }]] of groups.entries()) {
      const count = counts[at] ?? 0;
      const more = grown(count, length);
      const cost = lines(more, length) - lines(count, length);
      if (more === count || used + cost > room) continue;
      counts[at] = more;
      used += cost;
      wasRoom = true;
    }
  }
  return counts;
}

/** One more; the last of a kind takes the line that said it was folded. */
function grown(count: number, size: number): number {
  return count + 1 >= size - 1 ? size : count + 1;
}

function lines(count: number, size: number): number {
  return count < size ? count + 1 : size;
}
