import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { usePageName } from './page-name.ts';
import { usePaper } from './printing.ts';
import { usePrintCommands } from './use-print-commands.ts';

interface Props {
  /** What it is: 封签单. */
  readonly title: string;
  readonly of: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A preview of one printed page; while it is shown, printing prints this page alone (print.css). */
export function PrintSheet({ title, of, onClose, children }: Props) {
  usePageName(title, of);
  usePaper(() => children);
  const { print, savePdf } = usePrintCommands({ inDialog: true });
  return (
    <Modal
      open
      width={760}
      title={`${title}预览`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          {savePdf && <Button onClick={savePdf}>存为 PDF</Button>}
          <Button type="primary" onClick={print}>
            打印
          </Button>
        </>
      }
      style={{ top: 16 }}
      styles={{ body: { maxHeight: 'calc(100vh - 150px)', overflow: 'auto' } }}
    >
      {children}
    </Modal>
  );
}
