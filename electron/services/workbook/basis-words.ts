import { exemptionOf, exemptionOrigin } from '../../../shared/standard/gaps.ts';
import type { Place } from '../../../shared/standard/places.ts';
import { SOURCE_TIER_LABELS, type Source, type Standard } from '../../../shared/standard/schema.ts';

/**
 * What stands below a criterion: where it is written and of which level that is, what nobody wrote, what else its
 * document says, and when a unit of this category may leave it out. One line each.
 */
export function basisWords(standard: Standard, place: Place, category: string): string[] {
  const sources = place.basis.map((source) => sourceWords(standard, source)).join('；');
  return [
    ...(sources === '' ? [] : [`依据：${sources}`]),
    ...ownWords(standard, place),
    ...('entry' in place && place.entry.consequence !== undefined
      ? [`文件另有规定：${place.entry.consequence}`]
      : []),
    ...gapWords(standard, place, category),
  ];
}

function sourceWords({ sources }: Standard, { document, clause }: Source): string {
  const tier = sources.find((each) => each.document === document)?.tier;
  return `${document} ${clause}`.trim() + (tier === undefined ? '' : `（${SOURCE_TIER_LABELS[tier]}）`);
}

function ownWords({ authority }: Standard, place: Place): string[] {
  if (place.kind !== 'item' || place.item.own === undefined) return [];
  return [`${authority === 'reference' ? '本软件自拟' : '本标准自拟'}：${place.item.own}`];
}

function gapWords(standard: Standard, place: Place, category: string): string[] {
  if (place.kind !== 'item' || standard.notApplicable.rule === 'forbidden') return [];
  const exemption = exemptionOf(standard, place.item, category);
  return exemption.words === ''
    ? []
    : [`合理缺项：${exemption.words}（${exemptionOrigin(exemption, standard)}）`];
}
