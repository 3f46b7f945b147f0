import { Button } from 'antd';
import { DownloadOutlined, ExportOutlined } from '@ant-design/icons';
import type { Evidence } from '../../../../shared/assessment/schema.ts';
import { bridge } from '../../../ui/call/bridge.ts';
import { call } from '../../../ui/call/client.ts';
import { useSaveAs } from '../../../ui/use-save-as.tsx';
import { useToldCall } from '../../../ui/use-told-call.tsx';
import { evidenceUrl } from './preview-kind.ts';

interface Props {
  /** As in the address of the evidence: an assessment, or a package on a desk. */
  readonly assessmentId: string;
  readonly evidence: Omit<Evidence, 'addedAt'>;
  /** `link` in a table's row; a button otherwise. */
  readonly look?: 'link';
  /** How the desktop opens it; as evidence of an assessment where absent. */
  readonly openOnDesktop?: (sha256: string) => Promise<unknown>;
}

const openEvidence = (id: string) => (sha256: string) => call('openEvidence', { id, sha256 });

/** The way out of the program: the system's own program on the desktop, a download behind the local door. */
export function OpenOutside(props: Props) {
  const { assessmentId, evidence, look, openOnDesktop = openEvidence(assessmentId) } = props;
  const { sha256, fileName, label } = evidence;
  const style = look === 'link' ? ({ type: 'link', size: 'small' } as const) : {};
  const told = useToldCall();
  const { save, progress } = useSaveAs();
  if (!bridge()) {
    return (
      <Button
        {...style}
        icon={look ? undefined : <DownloadOutlined aria-hidden />}
        aria-label={`下载：${label}`}
        href={`${evidenceUrl(assessmentId, sha256)}?download=1`}
        download={fileName}
      >
        下载
      </Button>
    );
  }
  return (
    <>
      <Button
        {...style}
        icon={look ? undefined : <ExportOutlined aria-hidden />}
        aria-label={`用系统程序打开：${label}`}
        onClick={() => void told(() => openOnDesktop(sha256))}
      >
        {look ? '打开' : '用系统程序打开'}
      </Button>
      {!look && (
        <Button onClick={() => void save(() => call('saveEvidence', { id: assessmentId, sha256 }))}>
          另存为…
        </Button>
      )}
      {progress}
    </>
  );
}
