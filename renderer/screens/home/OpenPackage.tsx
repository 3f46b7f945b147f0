import { FolderOpenOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { call } from '../../api/client.ts';
import { offerFiles } from '../../api/files.ts';
import { type JobOptions, runJob } from '../../api/jobs.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { FilePickButton } from '../../components/FilePickButton.tsx';
import { ProgressModal } from '../../components/ProgressModal.tsx';
import { useJob } from '../../state/use-job.ts';

async function openPackage(file: File, options: JobOptions): Promise<string> {
  const [token = ''] = await offerFiles([file], options);
  const { id } = await runJob('open', call('openPackage', { token }), options);
  return id;
}

/** A package becomes an assessment again, evidence included. The host verifies it first. */
export function OpenPackage({ onOpened }: { onOpened: (id: string) => Promise<void> }) {
  const job = useJob();
  const pick = async ([file]: File[]) => {
    const id = file && (await job.run((options) => openPackage(file, options)));
    if (id) await onOpened(id);
  };
  return (
    <>
      <FilePickButton
        label="打开推荐包"
        icon={<FolderOpenOutlined aria-hidden />}
        accept=".zip"
        onFiles={(files) => void pick(files)}
      />
      <ProgressModal title="打开推荐包" progress={job.progress} onCancel={job.cancel} />
      {job.failure && (
        <Modal open title="推荐包没有打开" footer={null} onCancel={job.dismissFailure}>
          <FailureNotice failure={job.failure} />
        </Modal>
      )}
    </>
  );
}
