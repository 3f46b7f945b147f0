import type { BrowserWindow } from 'electron';
import { replaceFile } from '../services/files/files.ts';

/** Asks where to, and writes the page there as it is printed. Nothing lies anywhere else, not even for a moment. */
export async function savePdf(
  window: BrowserWindow,
  name: string,
  askWhere: (fileName: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  const path = await askWhere(`${name}.pdf`);
  if (path !== undefined) await replaceFile(path, pdf);
  return path;
}
