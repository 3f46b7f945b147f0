import type { AssessmentSummary } from '../../shared/contract/contract.ts';
import { quoted } from '../../shared/values/text.ts';
import { showTime } from '../ui/show.ts';

/** What a row is called where its unit has no name yet. */
export function unitName({ unit }: { readonly unit: string }): string {
  return unit || '（未录入单位名称）';
}

/** "第2版"; '' where the package named none. */
function showRevision(revision: number): string {
  return revision > 0 ? `第${revision}版` : '';
}

/** Where an assessment came from, a line each, so that two rows of one package are told apart; none for one made here. */
export function originOf({
  basedOn,
  openedFrom,
}: Pick<AssessmentSummary, 'basedOn' | 'openedFrom'>): readonly string[] {
  return [
    ...(basedOn ? [`以${quoted(unitName(basedOn))}${showRevision(basedOn.revision)}为蓝本`] : []),
    ...(openedFrom
      ? [`打开自 ${openedFrom.fileName} ${showRevision(openedFrom.revision)}（${showTime(openedFrom.at)}）`]
      : []),
  ];
}
