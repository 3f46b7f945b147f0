import { Button } from 'antd';
import { type Assessment, entryOf } from '../../../../shared/assessment/schema.ts';
import { reviewEntryOf } from '../../../../shared/review/schema.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import { vetoHeading } from '../../../../shared/standard/own-words.ts';
import { itemsFor } from '../../../../shared/standard/places.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import type { Place } from '../../../../shared/standard/places.ts';
import { isRejected } from './marks.ts';

/**
 * One step for everything in a section that nobody has scored yet. What the unit left unscored and what has
 * rejected evidence stays open: it needs an answer of its own.
 */
export function AgreeSection({ place }: { readonly place: Place }) {
  const { standard, assessment, review } = useOpenCandidate();
  const isOpen = (code: string): boolean => {
    const found = reviewEntryOf(review, code);
    return found.state === 'pending' && !isRejected(found) && entryOf(assessment, code).state !== 'unscored';
  };
  const parts = partsOf(place, standard, assessment)
    .map(({ title, codes }) => ({ title, codes: codes.filter(isOpen) }))
    // An outer section with the same open items as the inner one says nothing more.
    .filter(({ codes }, index, all) => codes.length > 0 && codes.length !== all[index - 1]?.codes.length);
  return parts.map(({ title, codes }, index) => (
    <Button
      key={title}
      aria-label={`同意“${title}”其余 ${codes.length} 项`}
      title={`“${title}”里还没有核验的各项都按自评计分，可以撤销`}
      onClick={() => void useReview.getState().edit({ kind: 'agree', codes })}
    >
      {index === 0 ? '同意本部分' : `同意“${title}”`}其余 {codes.length} 项
    </Button>
  ));
}

/** The sections that hold an item, inner first; the block of any other entry. */
function partsOf(
  place: Place,
  standard: Standard,
  { unit }: Assessment,
): { title: string; codes: string[] }[] {
  const codesOf = (entries: readonly { code: string }[]): string[] => entries.map(({ code }) => code);
  switch (place.kind) {
    case 'item':
      return [...place.path].reverse().map((section) => ({
        title: section.title,
        codes: itemsFor(standard, unit.category)
          .filter(({ path }) => path.some(({ code }) => code === section.code))
          .map(({ item }) => item.code),
      }));
    case 'veto':
      return [{ title: vetoHeading(standard), codes: codesOf(standard.vetoes) }];
    default:
      return [{ title: place.block.title, codes: codesOf(place.block.entries) }];
  }
}
