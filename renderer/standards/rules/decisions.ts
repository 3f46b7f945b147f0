import type { DraftNode } from '../../../shared/tables/standard-draft.ts';
import type { DraftRow } from '../draft-rows.ts';

export type Confidence = 'sure' | 'likely' | 'hand';

export const CONFIDENCE_LABELS: Record<Confidence, string> = {
  sure: '有把握',
  likely: '请核对',
  hand: '需手工',
};

/** Entries outside the tree have no proposal: they are always to be looked at. */
export function confidenceOf({ proposal }: DraftNode): Confidence {
  return proposal?.confidence ?? 'likely';
}

/** The next row that waits for a decision, from behind `id` around to it. */
export function nextUndecided(rows: readonly DraftRow[], id: string | undefined): string | undefined {
  const at = rows.findIndex(({ node }) => node.id === id);
  const around = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return around.find(({ node }) => !node.accepted)?.node.id;
}
