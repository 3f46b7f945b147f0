import { checkStandard } from '../../standard/check.ts';
import type { StandardFinding } from '../../standard/finding.ts';
import { allItems } from '../../standard/places.ts';
import type { Standard } from '../../standard/schema.ts';

/** What is wrong with a standard made of a draft. Of an item without points just that is said: no step fits nothing. */
export function standardFindings(standard: Standard): StandardFinding[] {
  const worthless = new Set(
    allItems(standard).flatMap(({ item }) => (item.fullScore === 0 ? [item.code] : [])),
  );
  return checkStandard(standard).map((finding) =>
    finding.code === 'awardStep' && worthless.has(finding.item)
      ? { ...finding, code: 'noScore', message: `“${finding.item}”没有分值，或分值是0，请填写` }
      : finding,
  );
}
