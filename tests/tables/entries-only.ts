import { showPoints } from '../../shared/values/points.ts';
import type { Random } from './random.ts';
import { type Sheet, texts } from './sheet.ts';
import { type EntryTruth, NO_STANDARD, type Truth } from './truth.ts';
import { BONUSES, PENALTIES } from './words.ts';

/** A table of 加分 and 扣分 alone: read, but no standard that one could score by. */
export function entriesOnly(random: Random): { sheet: Sheet; truth: Truth } {
  const inWords = random.chance(0.6);
  const make = (titles: readonly string[], verb: string, sign: string) =>
    random.some(titles, random.int(3, 5)).map((title) => {
      const points = random.pick([100, 200, 300, 500, 1000]);
      const shown = showPoints(points);
      const score = inWords ? `${verb}${shown}${random.pick(['分', '分', ''])}` : `${sign}${shown}`;
      return { row: [title, score], truth: { title, points: [points], words: [title] } satisfies EntryTruth };
    });
  const bonus = make(BONUSES, '加', '+');
  const penalty = make(PENALTIES, '扣', '-');
  const header = [random.pick(['评价标准', '考评事项', '具体情形']), random.pick(['加减分', '分值', '计分'])];
  const sheet: Sheet = {
    name: '加减分',
    columns: 2,
    rows: [header, ...bonus.map(({ row }) => row), ...penalty.map(({ row }) => row)].map((row) =>
      texts(row, 2),
    ),
    before: [],
    after: [],
    parts: [],
    numbers: new Set(),
    isOldText: false,
  };
  const truth: Truth = {
    ...NO_STANDARD,
    refused: false,
    entriesOnly: true,
    bonus: bonus.map((each) => each.truth),
    penalty: penalty.map((each) => each.truth),
  };
  return { sheet, truth };
}
