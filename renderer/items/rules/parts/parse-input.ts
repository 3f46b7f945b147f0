import { type Points, showPoints } from '../../../../shared/values/points.ts';
import { isBlank, type ReadNumber, readPoints, readWhole } from '../../../../shared/values/typed-number.ts';

/** Points given by hand: 0 to `full` in steps of `step` (hundredths). Full marks are always allowed. */
export function parseAward(text: string, full: Points, step: Points): ReadNumber {
  if (isBlank(text)) return { problem: '请输入得分；不打分请点“清除评分”' };
  const read = readPoints(text, { units: ['分'] });
  if ('problem' in read) return read;
  const { value } = read;
  if (value > full) return { problem: `得分不能超过分值 ${showPoints(full)} 分` };
  if (step > 1 && value % step !== 0 && value !== full) {
    return { problem: `按 ${showPoints(step)} 分一档给分` };
  }
  return { value };
}

/** A count of things: a whole number from 0 to `max`; its unit may stand behind it. */
export function parseCount(text: string, max: number, unit?: string): ReadNumber {
  if (isBlank(text)) return { problem: '请输入数量，没有请填 0' };
  return readWhole(text, { units: unit === undefined ? [] : [unit], most: max });
}
