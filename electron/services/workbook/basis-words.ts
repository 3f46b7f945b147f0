import { exemptionOf, exemptionOrigin } from '../../../shared/standard/gaps.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { ownOf, ownWords } from '../../../shared/standard/own-words.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { sourceWords } from '../../../shared/standard/source-words.ts';

/** 依据: where a criterion is written, and of which level that is. '' where nobody says. */
export function sourcesOf(standard: Standard, place: Place): string {
  return sourceWords(standard, place.basis).join('；');
}

/**
 * What stands below a criterion: what nobody wrote, what else its document says, and when a unit of this category may
 * leave it out. One line each.
 */
export function besideWords(standard: Standard, place: Place, category: string): string[] {
  const own = ownOf(place);
  return [
    ...(own ? [ownWords(standard, own)] : []),
    ...('entry' in place && place.entry.consequence !== undefined
      ? [`文件另有规定：${place.entry.consequence}`]
      : []),
    ...gapWords(standard, place, category),
  ];
}

function gapWords(standard: Standard, place: Place, category: string): string[] {
  if (place.kind !== 'item' || standard.notApplicable.rule === 'forbidden') return [];
  const exemption = exemptionOf(standard, place.item, category);
  return exemption.words === ''
    ? []
    : [`合理缺项：${exemption.words}（${exemptionOrigin(exemption, standard)}）`];
}
