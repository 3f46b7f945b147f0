import type { Campaign, Deadline } from './schema.ts';

/**
 * Where a day stands to the day that a notice names. `pending` (待认定): it is that very day, and the notice does not say
 * whether its "前" or "之前" includes it; 《民法典》第一千二百五十九条 settles 以上、以下、以内、届满 alone.
 */
export type Timing = 'inTime' | 'pending' | 'late';

export const TIMING_LABELS: Record<Timing, string> = {
  inTime: '期限内',
  pending: '待认定',
  late: '已逾期',
};

/** `day` and the deadline are YYYY-MM-DD; without a deadline everything is in time. Pure. */
export function timingOf(deadline: Pick<Deadline, 'date' | 'includesDay'> | undefined, day: string): Timing {
  if (deadline === undefined || day < deadline.date) return 'inTime';
  if (day > deadline.date) return 'late';
  if (deadline.includesDay === undefined) return 'pending';
  return deadline.includesDay ? 'inTime' : 'late';
}

/** The day that counts for whoever hands in, a unit or its body: the last one that the campaign names; undefined where it names none. */
export function deadlineFor(
  whose: Deadline['by'],
  { deadlines }: Pick<Campaign, 'deadlines'>,
): Deadline | undefined {
  return deadlines
    .filter(({ by, date }) => by === whose && date !== '')
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
}

/** In the notice's own words, with where they stand: “11月25日前”（郑法政办〔2020〕14号 一）. */
export function deadlineWords({ words, date, source }: Deadline): string {
  const where = `${source.document} ${source.clause}`.trim();
  return words === '' ? `${date}（通知原文未录入，出处：${where}）` : `“${words}”（${where}）`;
}

/** What the notice says of the day itself. */
export function dayWords({ includesDay, words }: Pick<Deadline, 'includesDay' | 'words'>): string {
  if (includesDay === undefined)
    return words === '' ? '是否包括当天，请看通知原文' : '是否包括当天，通知没有写明';
  return includesDay ? '包括当天' : '不包括当天';
}

/** The same two sentences for the unit that hands in and for the office that receives. */
export function timingSentence(deadline: Deadline, timing: Timing): string {
  const words = deadlineWords(deadline);
  const day = deadline.includesDay === undefined ? '' : `（${dayWords(deadline)}）`;
  const late = deadline.late === '' ? '' : `，通知写明“${deadline.late}”`;
  switch (timing) {
    case 'inTime':
      return `通知要求${words}报送${day}`;
    case 'pending':
      return `${deadline.date}是通知所写的日子，${words}${dayWords(deadline)}，由接收单位认定`;
    case 'late':
      return `已过通知要求的${words}${day}${late}`;
  }
}
