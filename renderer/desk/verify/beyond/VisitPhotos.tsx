import { useRef, useState } from 'react';
import { Button } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Failure } from '../../../../shared/values/errors.ts';
import type { FieldVisit, Photo } from '../../../../shared/review/schema.ts';
import { call } from '../../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../../ui/call/files.ts';
import { runJob } from '../../../ui/call/jobs.ts';
import { EvidencePreview } from '../../../items/evidence/preview/EvidencePreview.tsx';
import { evidenceUrl, previewKind } from '../../../items/evidence/preview/preview-kind.ts';
import { useFileTarget } from '../../../ui/intake/targets.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../../ui/ProgressModal.tsx';
import { showBytes } from '../../../ui/show.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { useJob } from '../../../ui/call/use-job.ts';
import { useDeskFile } from '../use-desk-file.ts';
import { ListPart } from './ListPart.tsx';
import './beyond.css';

/** Photos and other files from the spot, kept with the package. */
export function VisitPhotos({ visit: { id, photos } }: { readonly visit: FieldVisit }) {
  const only = useOpenCandidate().review.fieldVisits.length === 1;
  const file = useDeskFile();
  const { adding, failed, add } = useAddPhotos(id);
  const [shown, setShown] = useState<Photo>();
  const part = useRef<HTMLElement>(null);
  useFileTarget('place', (at) => {
    const card = part.current?.closest('.ant-card') ?? part.current;
    if (!only && !(at && card?.contains(at))) return undefined;
    return {
      words: '松开，加到这次核验的照片和文件',
      element: part.current,
      take: (files) => void add(files),
    };
  });
  return (
    <ListPart
      ref={part}
      title="照片和文件"
      adding={
        <FilePickButton
          size="small"
          multiple
          purpose="photos"
          label="添加照片或文件"
          icon={<PlusOutlined aria-hidden />}
          onFiles={(files) => void add(files)}
        />
      }
    >
      {failed.map(({ fileName, failure }) => (
        <FailureNotice
          key={fileName}
          failure={{ ...failure, message: `“${fileName}”没有加入：${failure.message}` }}
        />
      ))}
      <FailureNotice failure={adding.failure} onClose={adding.dismiss} />
      <ul className="beyond-photos">
        {photos.map((photo) => (
          <li key={photo.sha256}>
            <button type="button" aria-label={`查看 ${photo.fileName}`} onClick={() => setShown(photo)}>
              {previewKind(photo) === 'image' ? (
                <img src={evidenceUrl(file.assessmentId, photo.sha256)} alt="" loading="lazy" />
              ) : (
                <span className="beyond-photo-other">{photo.fileName}</span>
              )}
            </button>
            <span className="ui-muted" title={photo.fileName}>
              {photo.fileName}，{showBytes(photo.bytes)}
            </span>
            <Button
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`移除 ${photo.fileName}`}
              onClick={() =>
                void useReview.getState().edit({ kind: 'removePhoto', visitId: id, sha256: photo.sha256 })
              }
            />
          </li>
        ))}
      </ul>
      <ProgressModal title="正在加入照片" progress={adding.progress} onCancel={adding.cancel} />
      {shown && (
        <EvidencePreview
          {...file}
          evidence={{ ...shown, label: shown.fileName }}
          onClose={() => setShown(undefined)}
        />
      )}
    </ListPart>
  );
}

function useAddPhotos(visitId: string) {
  const adding = useJob('加入照片');
  const [failed, setFailed] = useState<readonly { fileName: string; failure: Failure }[]>([]);
  const add = async (files: readonly ChosenFile[]): Promise<void> => {
    const { ref, reload } = useReview.getState();
    if (!ref) return;
    setFailed([]);
    const done = await adding.run(async (options) => {
      const tokens = await offerFiles(files, options);
      return runJob('deskPhotos', call('addVisitPhotos', { ...ref, visitId, tokens }), options);
    });
    if (!done) return;
    // Read anew: something may have been typed while the files went over.
    await reload();
    setFailed(done.outcomes.flatMap(({ fileName, failure }) => (failure ? [{ fileName, failure }] : [])));
  };
  return { adding, failed, add };
}
