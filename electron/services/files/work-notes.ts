import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { LeftWork } from '../../../shared/contract/contract.ts';
import { newerWords } from '../../../shared/document-words.ts';
import { decode, type StoredForm } from '../../../shared/stored-form.ts';
import { caller } from '../base/caller.ts';
import type { DataFolder } from './data-folder.ts';
import { entriesOf } from './entries.ts';
import { isWrongJson } from './foreign-json.ts';
import { makeFolder, readTextUpTo } from './files.ts';
import { writeAlone } from './modes.ts';
import { isAbandoned, workName } from './work-names.ts';

const schema = z.object({ version: z.literal(1), title: z.string().max(200), since: z.iso.datetime() });

const form: StoredForm<z.output<typeof schema>> = {
  version: 1,
  migrations: {},
  schema,
  words: newerWords('note', '未完成工作的记录'),
};

/** Bytes; ours have less than 1,000. */
const LONGEST = 4096;

interface Running {
  readonly title: string;
  readonly since: string;
  readonly page: string;
  /** When it has been written; its path. */
  readonly noted: Promise<string | undefined>;
}

/**
 * What the pages are at work on that takes long. Each bears a note in the data folder as long as it lasts: what was cut off,
 * by whatever, is told at the next start. A note that cannot be written or removed is no reason not to work.
 */
export class WorkNotes {
  readonly #data: DataFolder;
  readonly #now: () => Date;
  readonly #onChange: () => void;
  readonly #running = new Map<string, Running>();

  /** `onChange` is told when something begins or ends. */
  constructor(data: DataFolder, now: () => Date, onChange: () => void) {
    this.#data = data;
    this.#now = now;
    this.#onChange = onChange;
  }

  /** `title`: 导出推荐包. Answers its id. */
  begin(title: string): string {
    const id = randomUUID();
    const since = this.#now().toISOString();
    this.#running.set(id, { title, since, page: caller(), noted: this.#note({ title, since }) });
    this.#onChange();
    return id;
  }

  /** An unknown one is no fault: the page was loaded anew. */
  async end(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    this.#onChange();
    const path = await running?.noted;
    if (path !== undefined) await rm(path, { force: true }).catch(told);
  }

  /** What runs now. */
  titles(): string[] {
    return [...new Set([...this.#running.values()].map(({ title }) => title))];
  }

  /** What was cut off, before this start or before the page that asks was loaded anew; oldest first. Told once. */
  async takeLeft(): Promise<LeftWork[]> {
    const left: LeftWork[] = [];
    for (const [id, { title, since, page }] of this.#running) {
      if (page !== caller()) continue;
      left.push({ title, since });
      await this.end(id);
    }
    for (const path of await this.#abandoned()) {
      try {
        const { title, since } = decode(form, JSON.parse(await readTextUpTo(path, LONGEST)));
        left.push({ title, since });
      } catch (error) {
        // Half written is of no use to anybody; one of a newer program is for that to tell.
        if (!isWrongJson(error)) {
          told(error);
          continue;
        }
      }
      await rm(path, { force: true }).catch(told);
    }
    return left.sort((a, b) => a.since.localeCompare(b.since));
  }

  async #note(note: Omit<z.output<typeof schema>, 'version'>): Promise<string | undefined> {
    try {
      const folder = join(await this.#data.root(), '.temporary');
      await makeFolder(folder);
      const path = join(folder, workName('note'));
      await writeAlone(path, JSON.stringify({ version: 1, ...note }));
      return path;
    } catch (error) {
      told(error);
      return undefined;
    }
  }

  async #abandoned(): Promise<string[]> {
    const folder = join(this.#data.path, '.temporary');
    try {
      const names = (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name);
      return names
        .filter((name) => name.endsWith('.note') && isAbandoned(name))
        .map((name) => join(folder, name));
    } catch (error) {
      told(error);
      return [];
    }
  }
}

function told(error: unknown): void {
  console.error(error);
}
