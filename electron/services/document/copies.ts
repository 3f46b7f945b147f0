import { basename } from 'node:path';
import type { CopyCalls, FolderCopy, InFolders } from '../../../shared/contract/contract.ts';
import type { DocumentWords } from '../../../shared/document-words.ts';
import type { HandlersFor } from '../base/handlers.ts';
import { Queue } from '../base/queue.ts';
import type { DataFolder } from '../files/data-folder.ts';
import type { FoundFolders } from './found-folders.ts';
import { folderIsOpen, lastOne } from './messages.ts';
import { removeFolder } from './remove-folder.ts';
import type { Session, Sessions } from './sessions.ts';

/** What is done with several folders of one id. */
interface CopyService {
  readonly list: (id: string) => Promise<FolderCopy[]>;
  readonly choose: (id: string, key: string) => Promise<void>;
  /** Answers where it went. */
  readonly remove: (id: string, key: string) => Promise<string>;
}

export type CopyServices = { readonly [Kind in InFolders]: CopyService };

interface Options<Value> {
  readonly folders: FoundFolders<Value>;
  readonly sessions: Pick<Sessions<Session & { readonly folder: string }>, 'held'>;
  readonly data: Pick<DataFolder, 'removed'>;
  readonly words: DocumentWords;
  readonly now: () => Date;
}

/** The copies of one kind of document. */
export function copyService<Value>({ folders, sessions, data, words, now }: Options<Value>): CopyService {
  const removing = new Queue();
  const openFolder = async (id: string): Promise<string | undefined> => (await sessions.held(id))?.folder;
  return {
    list: async (id) => {
      const open = await openFolder(id);
      return (await folders.copies(id)).map((copy) => ({ ...copy, open: copy.folder === open }));
    },
    choose: async (id, key) => {
      const found = await folders.copy(id, key);
      const open = await openFolder(id);
      if (open !== undefined && open !== found.folder) throw folderIsOpen(words, basename(open), '没有打开');
      await folders.choose(id, found);
    },
    remove: (id, key) =>
      removing.run(async () => {
        const { folder } = await folders.copy(id, key);
        if ((await folders.copies(id)).length < 2) throw lastOne(words);
        if ((await openFolder(id)) === folder) throw folderIsOpen(words, key, '没有移走');
        return removeFolder(folder, { data, title: words.title, now: now() });
      }),
  };
}

/** The calls that all of them share. */
export function copyHandlers(services: CopyServices): HandlersFor<CopyCalls> {
  return {
    listCopies: async ({ document, id }) => ({ copies: await services[document].list(id) }),
    chooseCopy: async ({ document, id, key }) => {
      await services[document].choose(id, key);
      return {};
    },
    removeCopy: async ({ document, id, key }) => ({ movedTo: await services[document].remove(id, key) }),
  };
}
