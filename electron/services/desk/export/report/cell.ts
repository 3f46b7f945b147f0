import { formatPoints, type Points } from '../../../../../shared/values/points.ts';

export interface Cell {
  readonly text: string;
  /** `points`: the text is a number of points. `alert`: a thing to notice. `changed`: such a number. */
  readonly kind: 'text' | 'centre' | 'points' | 'alert' | 'changed';
}

export const text = (value: string): Cell => ({ text: value, kind: 'text' });
export const centre = (value: string): Cell => ({ text: value, kind: 'centre' });
export const alert = (value: string): Cell => ({ text: value, kind: 'alert' });
export const points = (value: Points | undefined): Cell =>
  value === undefined ? centre('') : { text: formatPoints(value), kind: 'points' };
