import type { Campaign } from '../../../shared/campaign/schema.ts';
import { lineNameIn } from '../../../shared/campaign/words.ts';
import { formOf, idLabel } from '../../../shared/package/form.ts';
import { byWords, lineName, packageName } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { formatPoints, type Points } from '../../../shared/values/points.ts';

/** How a total stands to the line, in a narrow column: the line stands above it. */
const REACHED = '已达';
const SHORT = '还差';

/** What 封面 and 自评打分表 call the line, and other words that go with the standard's basis. */
export interface PassLabels {
  /** On the cover. */
  readonly line: string;
  /** In the score sheet. */
  readonly row: string;
  /** Beside how the total stands to it. */
  readonly question: string;
  readonly packageId: string;
}

/** `campaign`: whose kind names the line by an official standard; absent in profile 1, which knew one name. */
export function passLabels(standard: Standard, campaign?: Pick<Campaign, 'kind'>): PassLabels {
  const isOfficial = byWords(standard) === '';
  const line = campaign ? lineNameIn(campaign, standard) : lineName(standard);
  return {
    line,
    row: isOfficial ? `${line}（“以上”包括本数）` : line,
    question: `${byWords(standard) || `与${line}`}比较`,
    packageId: campaign ? idLabel(formOf(standard), campaign) : `${packageName(standard)}编号`,
  };
}

/** 已达, or 还差 how much. Hundredths. */
export function reachWords({ passes, gap }: { readonly passes: boolean; readonly gap: Points }): string {
  return passes ? REACHED : `${SHORT}${formatPoints(gap)}分`;
}

/** The longest that it may come to: nothing of the line is reached. Hundredths. */
export function longestReach(line: Points): string {
  return reachWords({ passes: false, gap: line });
}

/** The same of two cells. */
export function reachFormula(total: string, line: string): string {
  return `IF(${total}>=${line},"${REACHED}","${SHORT}"&TEXT(${line}-${total},"0.00")&"分")`;
}
