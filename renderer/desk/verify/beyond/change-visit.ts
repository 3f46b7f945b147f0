import type { FieldVisit } from '../../../../shared/review/schema.ts';
import { useReview } from '../../../state/review-store.ts';

type Visit = Omit<FieldVisit, 'photos'>;

/** Changes a visit as it is at this moment, not as it was drawn: another field may just have been saved. */
export function changeVisit(id: string, update: (visit: Visit) => Partial<Visit>): Promise<boolean> {
  const { open, edit } = useReview.getState();
  const found = open?.value.fieldVisits.find((visit) => visit.id === id);
  if (!found) return Promise.resolve(false);
  return edit({ kind: 'setFieldVisit', id, visit: update(found) });
}

/** The list with one entry changed, by its place. */
export function replaced<T>(list: readonly T[], at: number, change: Partial<T>): T[] {
  return list.map((each, index) => (index === at ? { ...each, ...change } : each));
}

export function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}
