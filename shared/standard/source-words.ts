import { type Source, SOURCE_TIER_LABELS, type Standard } from './schema.ts';

/** Where a rule comes from, each with whose document it is: 管防字〔2012〕40号 二（二）1（区级部门）. */
export function sourceWords({ sources }: Pick<Standard, 'sources'>, basis: readonly Source[]): string[] {
  return basis.map(({ document, clause }) => {
    const tier = sources.find((source) => source.document === document)?.tier;
    return `${`${document} ${clause}`.trim()}${tier ? `（${SOURCE_TIER_LABELS[tier]}）` : ''}`;
  });
}
