import { Suspense, useState } from 'react';
import { later } from '../../../ui/later.ts';
import { Spin } from 'antd';
import { assertNever } from '../../../../shared/values/assert-never.ts';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import { ImagePreview } from './ImagePreview.tsx';
import { TextPreview } from './TextPreview.tsx';
import { evidenceUrl, previewKind } from './preview-kind.ts';
import { useServedType } from './use-served-type.ts';
import './evidence-preview.css';

// pdf.js is large and seldom needed at once: a chunk of its own.
const PdfPreview = later(async () => ({ default: (await import('./PdfPreview.tsx')).PdfPreview }));

interface Props {
  readonly assessmentId: string;
  readonly evidence: Pick<Evidence, 'sha256' | 'bytes' | 'label' | 'mediaType'>;
}

/** The file itself, as large as the room that it is given. */
export function EvidenceContent({ assessmentId, evidence }: Props) {
  const url = evidenceUrl(assessmentId, evidence.sha256);
  const mediaType = useServedType(url, evidence.mediaType);
  const [broken, setBroken] = useState(false);
  if (broken) return <CannotShow reason="这个文件在这里显示不了，可能是编码不支持或文件本身有损坏。" />;
  const kind = previewKind({ mediaType, bytes: evidence.bytes });
  const onBroken = (): void => setBroken(true);
  switch (kind) {
    case 'image':
      return <ImagePreview url={url} label={evidence.label} onBroken={onBroken} />;
    case 'pdf':
      return (
        <Suspense fallback={<Spin />}>
          <PdfPreview url={url} />
        </Suspense>
      );
    case 'text':
      return <TextPreview url={url} bytes={evidence.bytes} onBroken={onBroken} />;
    case 'video':
      return (
        <video className="preview-media" src={url} controls aria-label={evidence.label} onError={onBroken} />
      );
    case 'audio':
      return <audio src={url} controls aria-label={evidence.label} onError={onBroken} />;
    case 'other':
      return <CannotShow reason="这类文件不能在这里预览。" />;
    default:
      return assertNever(kind);
  }
}

function CannotShow({ reason }: { readonly reason: string }) {
  return <p className="preview-message">{reason}请用下面的按钮在外部查看，文件内容没有变化。</p>;
}
