import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { type Entry, type EntryFile, FILE_ROLE_LABELS } from '../../shared/registers/entry.ts';
import type { RegisterName } from '../../shared/registers/kinds.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { EvidencePreview } from '../items/evidence/preview/EvidencePreview.tsx';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../ui/call/files.ts';
import { runJob } from '../ui/call/jobs.ts';
import { useJob } from '../ui/call/use-job.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { choicesOf } from '../ui/fields/dense.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { useFileTarget } from '../ui/intake/targets.ts';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { showBytes } from '../ui/show.ts';
import './entry-pane.css';

interface Props {
  readonly name: RegisterName;
  readonly entry: Entry;
}

/** What proves an entry: each file, and as what. */
export function EntryFiles({ name, entry }: Props) {
  const { value } = useOpenYear();
  const { adding, failed, add } = useAddFiles({ name, entry });
  const [shown, setShown] = useState<EntryFile>();
  const part = useRef<HTMLElement>(null);
  useFileTarget('screen', () => ({
    words: '松开，加到这一行的材料',
    element: part.current,
    take: (files) => void add(files),
  }));
  const { edit } = useYear.getState();
  const where = { register: name, id: entry.id };
  const reference = `year.${value.id}`;
  return (
    <section ref={part} className="registers-files" aria-label="材料">
      <header>
        <strong>材料</strong>
        <FilePickButton
          size="small"
          multiple
          purpose="evidence"
          label="添加材料"
          icon={<PlusOutlined aria-hidden />}
          onFiles={(files) => void add(files)}
        />
      </header>
      {failed.map(({ fileName, failure }) => (
        <FailureNotice
          key={fileName}
          failure={{ ...failure, message: `“${fileName}”没有加入：${failure.message}` }}
        />
      ))}
      <FailureNotice failure={adding.failure} onClose={adding.dismiss} />
      {entry.files.length === 0 && <p className="ui-muted">还没有材料。选择文件，或者拖到这里。</p>}
      <ul>
        {entry.files.map((file) => (
          <li key={file.sha256}>
            <Button type="link" className="ui-link-left" onClick={() => setShown(file)}>
              {file.fileName}
            </Button>
            <span className="ui-muted">{showBytes(file.bytes)}</span>
            <Select
              size="small"
              aria-label={`${file.fileName} 是什么`}
              value={file.role}
              options={choicesOf(FILE_ROLE_LABELS)}
              onChange={(role) => void edit({ kind: 'setFileRole', ...where, sha256: file.sha256, role })}
            />
            <Button
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`移除 ${file.fileName}`}
              onClick={() => void edit({ kind: 'removeFile', ...where, sha256: file.sha256 })}
            />
          </li>
        ))}
      </ul>
      <ProgressModal title="正在添加材料" progress={adding.progress} onCancel={adding.cancel} />
      {shown && (
        <EvidencePreview
          assessmentId={reference}
          openOnDesktop={(sha256) => call('openEntryFile', { id: value.id, sha256 })}
          evidence={{ ...shown, label: shown.fileName }}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

function useAddFiles({ name, entry }: Props) {
  const adding = useJob('添加材料');
  const [failed, setFailed] = useState<readonly { fileName: string; failure: Failure }[]>([]);
  const add = async (files: readonly ChosenFile[]): Promise<void> => {
    const { ref, reload } = useYear.getState();
    if (!ref) return;
    setFailed([]);
    const done = await adding.run(async (options) => {
      // The entry may be on its way yet.
      await useYear.getState().saved();
      const tokens = await offerFiles(files, options);
      const wish = { id: ref.id, register: name, entryId: entry.id, tokens };
      return runJob('entryFiles', call('addEntryFiles', wish), options);
    });
    if (!done) return;
    // Read anew: something may have been typed while the files went over.
    await reload();
    setFailed(done.outcomes.flatMap(({ fileName, failure }) => (failure ? [{ fileName, failure }] : [])));
  };
  return { adding, failed, add };
}
