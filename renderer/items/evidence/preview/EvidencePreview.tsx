import { Modal } from 'antd';
import { showBytes } from '../../../ui/show.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { EvidenceContent } from './EvidenceContent.tsx';
import { OpenOutside } from './OpenOutside.tsx';
import './evidence-preview.css';

interface Props extends React.ComponentProps<typeof OpenOutside> {
  readonly onClose: () => void;
}

/** Shows a piece of evidence inside the program; what it can't show opens outside. */
export function EvidencePreview({ onClose, ...file }: Props) {
  useReturnFocus();
  const { evidence } = file;
  return (
    <Modal
      open
      centered
      width="min(1000px, 94vw)"
      title={evidence.label}
      footer={<OpenOutside {...file} />}
      onCancel={onClose}
    >
      <p className="ui-muted preview-file">
        {evidence.fileName}，{showBytes(evidence.bytes)}
      </p>
      <div className="preview">
        <EvidenceContent {...file} />
      </div>
    </Modal>
  );
}
