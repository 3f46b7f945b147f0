import { App } from 'antd';
import { bridge } from './call/bridge.ts';
import { useToldCall } from './use-told-call.tsx';
import { useCommand } from './commands.ts';
import { printPage, savePagePdf } from './printing.ts';

interface PrintCommands {
  readonly print: () => void;
  /** Desktop; a browser's own dialog has the same. */
  readonly savePdf?: () => void;
}

/** 打印 and 存为 PDF, as buttons, keys and lines of the menu. */
export function usePrintCommands(options?: { readonly inDialog: boolean }): PrintCommands {
  const { message } = App.useApp();
  const told = useToldCall();
  const print = () => void printPage();
  const savePdf = () =>
    void told(async () => {
      const path = await savePagePdf();
      if (path !== undefined) message.success(`已存为 ${path}`);
    });
  useCommand('print', print, options);
  useCommand('pdf', savePdf, options);
  return { print, ...(bridge() && { savePdf }) };
}
