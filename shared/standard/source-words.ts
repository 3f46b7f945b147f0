import { type Source, SOURCE_TIER_LABELS, type Standard } from './schema.ts';

/**
 * Where a rule comes from, a line a document, each with whose it is:
 * 管防字〔2012〕40号 二（二）1、二（二）3（区级部门）.
 */
export function sourceWords({ sources }: Pick<Standard, 'sources'>, basis: readonly Source[]): string[] {
  const documents = [...new Set(basis.map(({ document }) => document))];
  return documents.map((document) => {
    const clauses = basis.filter((source) => source.document === document).map(({ clause }) => clause);
    const tier = sources.find((source) => source.document === document)?.tier;
    const where = [document, clauses.filter((clause) => clause !== '').join('、')];
    return `${where.filter((part) => part !== '').join(' ')}${tier ? `（${SOURCE_TIER_LABELS[tier]}）` : ''}`;
  });
}
