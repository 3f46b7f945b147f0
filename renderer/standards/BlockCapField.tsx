import { CAP_LABELS, type CapSide, capOf } from '../../shared/tables/draft/block-caps.ts';
import { useImport } from '../state/import-store.ts';
import { PointsField } from '../ui/fields/dense.tsx';
import { useDraft } from './use-wizard.ts';

/** How far all entries of a side go together. */
export function BlockCapField({ side }: { readonly side: CapSide }) {
  const draft = useDraft();
  return (
    <PointsField
      label={`${CAP_LABELS[side]}（合计）`}
      name={CAP_LABELS[side]}
      mayBeEmpty
      placeholder="没有上限"
      value={capOf(draft, side)}
      onChange={(cap) => void useImport.getState().edit({ kind: 'setCap', side, cap: cap ?? null })}
    />
  );
}
