import { readWhole } from '../../../shared/values/typed-number.ts';

/** For a stepper: a whole number as people write it; NaN where it is none, so that the number before stays. */
export function readRow(typed: string | undefined): number {
  const read = readWhole(typed ?? '', { units: ['行'], most: 1_000_000 });
  return 'value' in read ? read.value : Number.NaN;
}
