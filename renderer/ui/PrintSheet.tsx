import { Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A preview of one printed page; while it is shown, printing prints this page alone (print.css). */
export function PrintSheet({ title, onClose, children }: Props) {
  useEffect(() => {
    document.body.classList.add('ui-prints-sheet');
    return () => document.body.classList.remove('ui-prints-sheet');
  }, []);
  return (
    <>
      <Modal
        open
        width={760}
        title={title}
        okText="打印"
        cancelText="关闭"
        onOk={() => window.print()}
        onCancel={onClose}
        style={{ top: 16 }}
        styles={{ body: { maxHeight: 'calc(100vh - 150px)', overflow: 'auto' } }}
      >
        {children}
      </Modal>
      {createPortal(
        <div className="ui-print-sheet" aria-hidden>
          {children}
        </div>,
        document.body,
      )}
    </>
  );
}
