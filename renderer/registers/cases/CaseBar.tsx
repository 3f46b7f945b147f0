import { ArrowLeftOutlined } from '@ant-design/icons';
import { Alert, Button, Space } from 'antd';
import type { RefObject } from 'react';
import { OUTLINE } from '../../../shared/registers/cases/parted.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { usePlaceForFiles } from '../../ui/intake/targets.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { fieldElement, usePutCase, useTyped } from './typed.ts';
import { useCaseImport } from './use-case-import.ts';

interface Props {
  readonly entry: Entry;
  /** A file that is let go over it is taken for the case, elsewhere for its material. */
  readonly editor: RefObject<HTMLDivElement | null>;
  readonly onLeave: () => void;
}

/** What can be done with a case as a whole. */
export function CaseBar({ entry, editor, onLeave }: Props) {
  const { value } = useOpenYear();
  const isEmpty = useTyped(entry, 'text').trim() === '';
  const put = usePutCase(entry.id);
  const { reading, read, notes, forget } = useCaseImport(entry);
  usePlaceForFiles(editor, { words: '松开，导入为这一篇的标题和正文', take: (files) => void read(files) });
  const begin = async (): Promise<void> => {
    await put({ text: OUTLINE });
    // The button is gone.
    fieldElement(entry, 'text')?.focus();
  };
  return (
    <header>
      <Space wrap>
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onLeave}>
          返回列表
        </Button>
        {isEmpty && (
          <Button type="primary" onClick={() => void begin()}>
            从提纲开始
          </Button>
        )}
        <FilePickButton purpose="case" label="导入文件" onFiles={(files) => void read(files)} />
        <MadeFileButton
          make={async () => {
            await useYear.getState().saved();
            return call('exportCase', { id: value.id, entryId: entry.id });
          }}
        >
          导出 Word（.docx）
        </MadeFileButton>
        <span className="ui-muted">征集要求 WPS 格式：用 WPS 打开导出的文件，另存为 .wps 即可。</span>
      </Space>
      {notes.map((note) => (
        <Alert
          key={note}
          type="warning"
          showIcon
          closable={{ 'aria-label': '关闭提示', onClose: forget }}
          title={note}
        />
      ))}
      <FailureNotice failure={reading.failure} onClose={reading.dismiss} />
      <ProgressModal title="正在读取案例" progress={reading.progress} onCancel={reading.cancel} />
    </header>
  );
}
