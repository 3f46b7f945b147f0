import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import { dirname } from 'node:path';
import { FILE_CHOICES, type FileChoice } from '../../shared/contract/file-choices.ts';
import type { PickWish } from '../services/host.ts';
import type { LastFolders } from './last-folders.ts';

/** The system's dialog for files and folders, modal to the window; each kind of choice begins where its last one was. */
export function pathPicker(
  window: () => BrowserWindow | undefined,
  last: LastFolders,
): (wish: PickWish) => Promise<readonly string[]> {
  return async ({ purpose, what }) => {
    const choice: FileChoice = FILE_CHOICES[purpose];
    const options: OpenDialogOptions = {
      title: choice.title,
      buttonLabel: choice.button,
      defaultPath: last.of(choice.place),
      ...(what === 'folder'
        ? { properties: ['openDirectory'] }
        : {
            filters: filtersOf(choice),
            properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openFile'],
          }),
    };
    const parent = window();
    if (!parent) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, options);
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    last.keep(choice.place, what === 'folder' ? first : dirname(first));
    return filePaths;
  };
}

function filtersOf({ kinds, others }: FileChoice): FileFilter[] {
  const filters = kinds.map(({ name, endings }) => ({ name, extensions: inAnyCase(endings) }));
  return others ? [...filters, { name: '所有文件', extensions: ['*'] }] : filters;
}

/** Linux takes a pattern by the letter; the names of the filters are ours, so the endings are not seen. */
function inAnyCase(endings: readonly string[]): string[] {
  if (process.platform !== 'linux') return [...endings];
  return endings.flatMap((ending) => [ending, ending.toUpperCase()]);
}
