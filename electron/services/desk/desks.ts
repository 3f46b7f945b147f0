import { join } from 'node:path';
import type { DeskSummary } from '../../../shared/contract/contract.ts';
import { deskDocument } from '../../../shared/review/documents.ts';
import type { Desk, DeskLevel } from '../../../shared/review/schema.ts';
import type { Searched } from '../../../shared/search/line.ts';
import { searchedDesk, type SearchedPackage } from '../../../shared/search/lines.ts';
import { isOfTheSystem } from '../base/failures.ts';
import { DocumentFolders } from '../document/document-folders.ts';
import type { FoundFolders } from '../document/found-folders.ts';
import { journalFacts } from '../document/journal.ts';
import { foldersIn } from '../document/new-folder.ts';
import type { Sessions } from '../document/sessions.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { chosenFrom, type Library } from '../standards/library.ts';
import { fillDeskFolder, newDesk, PACKAGES, readDeskFolder } from './desk-folder.ts';
import { DeskSession } from './desk-session.ts';
import { isDamage } from './mend.ts';
import { readReceipt } from './package-folder.ts';

export const DESKS = '核验台';

/** The desks below the data folder (核验台/), and those that are open now. */
export class Desks {
  readonly #folders: DocumentFolders<Desk, DeskSession>;
  readonly #now: () => Date;

  constructor(data: Pick<DataFolder, 'folder'>, now: () => Date) {
    this.#now = now;
    this.#folders = new DocumentFolders({
      ...{ data, now, name: DESKS, kind: deskDocument },
      read: async (folder) => (await readDeskFolder(folder)).desk,
      open: (folder, opening) => DeskSession.open(folder, opening),
      facts: factsOf,
    });
  }

  get sessions(): Sessions<DeskSession> {
    return this.#folders.sessions;
  }

  get found(): FoundFolders<Desk> {
    return this.#folders.found;
  }

  /** All of them, newest change first; one that cannot be read is listed with its problem. */
  async list(): Promise<DeskSummary[]> {
    const lines = await this.#folders.list();
    return Promise.all(
      lines.map(async ({ value, ...line }) => {
        const { length: packages } = await packagesIn(line.folder);
        const [campaign, standardTitle] = [value?.campaign.title ?? '', value?.standard.title ?? ''];
        return { ...line, packages, campaign, standardTitle };
      }),
    );
  }

  /** What can be found in them: no package is opened, its receipt says whose it is. */
  async searched(): Promise<(Searched | undefined)[]> {
    const all: (Searched | undefined)[] = [];
    for (const { value, folder } of await this.#folders.found.lines()) {
      all.push(value && searchedDesk(value, await receivedIn(folder)));
    }
    return all;
  }

  async create(
    library: Library,
    wish: {
      title: string;
      level?: DeskLevel | undefined;
      body?: string | undefined;
      standardId: string;
      campaignId: string;
    },
  ): Promise<string> {
    const { standard: found, campaign } = chosenFrom(library, wish, '没有建立核验台。');
    const { standard, bytes: standardBytes } = found;
    const desk = newDesk({
      title: wish.title,
      level: wish.level,
      body: wish.body,
      campaign,
      standard,
      standardBytes,
      now: this.#now(),
    });
    return this.#folders.create(desk, (building) => fillDeskFolder(building, desk, standardBytes));
  }
}

export async function packagesIn(folder: string): Promise<string[]> {
  const names = await foldersIn(join(folder, PACKAGES));
  return names.filter((name) => !name.endsWith('.new')).map((name) => join(folder, PACKAGES, name));
}

/** One that cannot be read is told of where the desk is opened. */
async function receivedIn(folder: string): Promise<SearchedPackage[]> {
  const packages: SearchedPackage[] = [];
  for (const inside of await packagesIn(folder)) {
    try {
      const { receipt } = await readReceipt(inside);
      const { key, fileName, verification } = receipt;
      packages.push({ key, fileName, unit: verification?.unit ?? '' });
    } catch (error) {
      if (!isDamage(error) && !isOfTheSystem(error)) throw error;
    }
  }
  return packages;
}

/** The reviews have journals of their own, and their changes leave the desk's date as it is. */
async function factsOf(folder: string, desk: Desk | undefined) {
  const packages = await packagesIn(folder);
  const journals = await Promise.all([folder, ...packages].map(journalFacts));
  const dates = [desk?.updatedAt ?? '', ...journals.map(({ last }) => last)].sort();
  const changes = journals.reduce((sum, journal) => sum + journal.changes, 0);
  return { updatedAt: dates.at(-1) ?? '', changes, packages: packages.length };
}
