import type { KeptCaseFile } from '../../../../shared/registers/rollup/collect/schema.ts';
import { EvidencePreview } from '../../../items/evidence/preview/EvidencePreview.tsx';
import { useOpenRollup } from '../../../state/rollup-store.ts';
import { call } from '../../../ui/call/client.ts';

interface Props {
  readonly file: KeptCaseFile;
  readonly onClose: () => void;
}

/** A file of the collection as it came. */
export function CaseFilePreview({ file, onClose }: Props) {
  const { id } = useOpenRollup().value;
  return (
    <EvidencePreview
      assessmentId={`rollup.${id}`}
      openOnDesktop={(sha256) => call('openCaseFile', { id, sha256 })}
      evidence={{ ...file, label: file.fileName }}
      onClose={onClose}
    />
  );
}
