import { InboxOutlined } from '@ant-design/icons';
import { App, Card } from 'antd';
import { type ClipboardEvent, useRef } from 'react';
import { call } from '../ui/call/client.ts';
import { type ChosenFile, chosenOf, isFor, offerFiles } from '../ui/call/files.ts';
import { type JobOptions, runJob } from '../ui/call/jobs.ts';
import { useHandedTable } from '../ui/intake/handed-table.ts';
import { useFileTarget } from '../ui/intake/targets.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useJob } from '../ui/call/use-job.ts';
import { DropArea } from '../ui/DropArea.tsx';
import './import-source.css';

async function readFile(file: ChosenFile, options: JobOptions): Promise<string> {
  const [token = ''] = await offerFiles([file], options);
  return (await runJob('import', call('startImport', { token }), options)).importId;
}

async function readPaste(data: { html: string; text: string }, options: JobOptions): Promise<string> {
  return (await runJob('import', call('startImportFromClipboard', data), options)).importId;
}

interface Props {
  readonly onRead: (importId: string) => Promise<void>;
  /** 推荐活动 that was put here: its files are told by their ending. */
  readonly onCampaign: (file: ChosenFile) => void;
}

/** 标准 › 导入, first step: a file by choosing or dropping it, or a table from the clipboard. */
export function ImportSource({ onRead, onCampaign }: Props) {
  const { message } = App.useApp();
  const job = useJob('读取表格');
  const begin = async (read: (options: JobOptions) => Promise<string>) => {
    const importId = await job.run(read);
    if (importId !== undefined) await onRead(importId);
  };
  const take = (file: ChosenFile | undefined) => {
    if (!file) return;
    if (isFor('campaign', file)) onCampaign(file);
    else void begin((options) => readFile(file, options));
  };
  const area = useRef<HTMLDivElement>(null);
  useFileTarget('screen', () => ({
    words: '松开，导入这份标准或推荐活动',
    element: area.current,
    take: ([file, other]) => {
      if (other) message.warning('一次导入一份，请只放一个文件。');
      else take(file);
    },
  }));
  useHandedTable(take);
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const { clipboardData } = event;
    const [html, text] = [clipboardData.getData('text/html'), clipboardData.getData('text/plain')];
    // Beside a table, programs put a picture of it; beside a copied file, some put its path as text.
    const [file] = clipboardData.files;
    if (file && !/<table[\s>]/i.test(html)) take(chosenOf(file));
    else if (html !== '' || text !== '') void begin((options) => readPaste({ html, text }, options));
  };

  return (
    <Card size="small" title="导入一份标准" classNames={{ body: 'ui-stack' }}>
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      <div className="standards-import-source">
        <DropArea ref={area}>
          <FilePickButton
            label="选择文件"
            type="primary"
            icon={<InboxOutlined aria-hidden />}
            purpose="standard"
            onFiles={([file]) => take(file)}
          />
          <span className="ui-muted">
            或把文件拖进窗口：Excel、WPS 表格、Word（.docx）、网页（含 .mht）、CSV
          </span>
        </DropArea>
        <textarea
          className="standards-paste-zone"
          aria-label="粘贴表格"
          placeholder="在 Word、WPS 或网页里选中整张表复制，点这里后按 Ctrl+V 粘贴"
          value=""
          onChange={() => undefined}
          onPaste={paste}
        />
      </div>
      <ProgressModal title="读取表格" progress={job.progress} onCancel={job.cancel} />
    </Card>
  );
}
