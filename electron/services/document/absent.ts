import { type DocumentWords } from '../../../shared/document-words.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { backupNames } from './backups.ts';
import { conflictCopies } from './conflict-copies.ts';

interface Kind {
  readonly file: string;
  readonly words: Pick<DocumentWords, 'title' | 'absent'>;
}

/**
 * What is told of a folder without its document's file: what is left of it, by name, and what to do with that. Nothing of
 * it is taken for the document by itself.
 */
export async function absent({ file, words }: Kind, folder: string): Promise<UserError> {
  const [[copy], backups] = await Promise.all([conflictCopies(folder, file), backupNames(folder)]);
  const [newest] = backups;
  if (copy === undefined && newest === undefined) return new UserError(words.absent);
  const left = [
    ...(copy === undefined ? [] : [`冲突副本“${copy}”`]),
    ...(newest === undefined ? [] : [`自动备份 ${backups.length} 份`]),
  ];
  return new UserError({
    ...words.absent,
    message: `这个文件夹里没有${words.title}的文件 ${file}.json（可能被同步软件改名或移走），但还有${left.join('、')}。`,
    remedy:
      copy === undefined
        ? `请先把整个文件夹复制一份留底；再把 backups 里最新的“${newest}”复制到这个文件夹，改名为 ${file}.json，刷新后打开核对。`
        : `请先把整个文件夹复制一份留底；再把“${copy}”改名为 ${file}.json，刷新后打开核对。`,
  });
}
