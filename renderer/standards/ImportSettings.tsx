import { Space } from 'antd';
import { useImport } from '../state/import-store.ts';
import { call } from '../ui/call/client.ts';
import type { ChosenFile } from '../ui/call/files.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { MadeFileButton } from '../ui/MadeFileButton.tsx';
import { useTaking } from './use-taking.ts';
import { useWizard } from './use-wizard.ts';

/** How this form is read and what was put right by hand, as a file: for the next one of the form, and for a colleague. */
export function ImportSettings() {
  const { id, kind } = useWizard().state;
  const { busy, failure, dismiss, take } = useTaking();
  if (kind === 'copy') return null;
  const use = (file: ChosenFile) =>
    take(async () => call('takeSettings', { importId: id, token: await file.offer() }));
  return (
    <>
      <Space wrap>
        <span className="ui-muted">同样的表，以后或同事导入时：</span>
        <FilePickButton
          size="small"
          label="使用导入设置"
          purpose="importSettings"
          disabled={busy}
          onFiles={([file]) => file && void use(file)}
        />
        <MadeFileButton
          size="small"
          make={async () => {
            await useImport.getState().saved();
            return call('exportSettings', { importId: id });
          }}
        >
          导出导入设置
        </MadeFileButton>
      </Space>
      <FailureNotice failure={failure} onClose={dismiss} />
    </>
  );
}
