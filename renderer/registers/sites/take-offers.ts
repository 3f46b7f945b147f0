import { type SiteOffer, takenOffers } from '../../../shared/registers/sites/offers.ts';
import { useYear } from '../../state/year-store.ts';

/** Takes the offers that are ticked into 示范点名录, as one step of undo; whether that was saved. */
export function takeOffers(ticked: readonly SiteOffer[]): Promise<boolean> {
  const taken = takenOffers(ticked, () => crypto.randomUUID());
  return useYear.getState().edit({ kind: 'takeTable', register: 'sites', ...taken });
}
