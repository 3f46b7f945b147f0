import { lineName } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';

/** The verdict in a narrow column: the line stands above it. */
export const REACHED = '已达';
export const NOT_REACHED = '未达';

/** What 封面 and 自评打分表 call the score to reach and whether it is reached. */
export interface PassLabels {
  /** On the cover. */
  readonly line: string;
  /** In the score sheet. */
  readonly row: string;
  /** Beside the verdict. */
  readonly question: string;
}

export function passLabels(standard: Standard): PassLabels {
  const line = lineName(standard);
  return { line, row: `${line}（“以上”包括本数）`, question: `是否达到${line}` };
}
