import { app, type BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';
import { replaceFile } from '../services/files/files.ts';

/** Where the last one went, this time. */
let folder: string | undefined;

/** Asks where to, and writes the page there as it is printed. Nothing lies anywhere else, not even for a moment. */
export async function savePdf(window: BrowserWindow, name: string): Promise<string | undefined> {
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title: '存为 PDF',
    buttonLabel: '保存',
    defaultPath: join(folder ?? app.getPath('documents'), `${name}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return undefined;
  await replaceFile(filePath, pdf);
  folder = join(filePath, '..');
  return filePath;
}
