import { type BrowserWindow, dialog } from 'electron';
import { dirname, extname, join } from 'node:path';
import type { LastFolders } from './last-folders.ts';

const PLACE = 'saved';

/** Asks where a copy is to go, where the last one went first; undefined where the user says nowhere. */
export function asksWhere(
  window: () => BrowserWindow | undefined,
  last: LastFolders,
): (fileName: string) => Promise<string | undefined> {
  return async (fileName) => {
    const parent = window();
    if (!parent) return undefined;
    const ending = extname(fileName);
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: '另存为',
      buttonLabel: '保存',
      defaultPath: join(last.of(PLACE), fileName),
      filters: ending === '' ? [] : [{ name: `${ending.slice(1)} 文件`, extensions: [ending.slice(1)] }],
    });
    if (canceled || filePath === '') return undefined;
    last.keep(PLACE, dirname(filePath));
    // Not every system's dialog adds the ending. Whether a file is there of the name with it, the dialog did not ask.
    return extname(filePath).toLowerCase() === ending.toLowerCase() ? filePath : filePath + ending;
  };
}
