import {
  type DocumentKind,
  mergeValues,
  type ShownDifference,
  shownDifference,
} from '../../../shared/document.ts';
import type { Merged, Picks } from '../../../shared/document-merge.ts';
import { UserError } from '../../../shared/values/errors.ts';
import type { DurableJson, OnDisk } from '../files/durable-json.ts';
import { backUp, backUpValue } from './backups.ts';
import type { StoredKind } from './document-file.ts';

/** States that another program may have gone on from, looked at from the newest. */
export const KNOWN_STATES = 100;

/** In place of the differences to a file that cannot be read, or is another document's. */
const UNREADABLE = {
  place: '',
  name: '整个文件（换上的文件无法读取，或不是同一份，会另存在旁边）',
  local: '这里打开的内容',
  remote: '',
  takes: 'local',
} as const;

interface Options<Value extends object, Context> {
  readonly kind: StoredKind<Value> & Pick<DocumentKind<Value, never, Context>, 'merging'>;
  readonly folder: string;
  readonly file: DurableJson<Value>;
  readonly now: () => Date;
  /** As it is open here. */
  readonly current: () => Value;
  /** The states that were here before, the newest first. */
  readonly before: () => readonly Value[];
}

/** The file of an open document, as another program may have changed it. */
export class Outside<Value extends object, Context> {
  readonly #options: Options<Value, Context>;

  constructor(options: Options<Value, Context>) {
    this.#options = options;
  }

  /** Another form of the same content is nobody's change. */
  async onDisk(): Promise<OnDisk> {
    const { file, current } = this.#options;
    const found = await file.onDisk();
    if (found !== 'other') return found;
    const remote = await this.#read();
    if (!remote || this.#distance(current(), remote) > 0) return 'other';
    await file.accept();
    return 'same';
  }

  /** Place by place; empty where both are the same. */
  async compare(context: Context): Promise<ShownDifference[]> {
    const { kind, current } = this.#options;
    if ((await this.onDisk()) !== 'other') return [];
    const remote = await this.#read();
    if (!remote) return [UNREADABLE];
    const sides = { local: current(), remote, context };
    return this.#merge(remote).differences.map((each) => shownDifference(kind, each, sides));
  }

  /**
   * What the picks make of both; the file holds what is open here again, and both versions are in backups/. Undefined
   * where nobody has changed anything. A UserError where a place is not decided: then nothing is written.
   */
  async settle(picks: Picks): Promise<Value | undefined> {
    const { kind, folder, file, now, current } = this.#options;
    if ((await this.onDisk()) !== 'other') return undefined;
    const remote = await this.#read();
    const merged = remote && this.#merge(remote, picks);
    if (merged?.outcome === 'ask') throw new UserError(kind.words.changedOutside);
    await backUp(kind, folder, { reason: 'outside', now: now() });
    if (!remote) await file.putAside();
    await this.#write(current());
    await backUp(kind, folder, { reason: 'here', now: now() });
    return merged?.value ?? current();
  }

  /** What is open here goes to backups/, where something else, or nothing, is in its place. */
  async keepAside(reason: 'here' | 'closed'): Promise<void> {
    const { kind, folder, now, current } = this.#options;
    const found = await this.onDisk().catch((error: unknown): OnDisk => {
      if (!(error instanceof UserError)) throw error;
      return 'other';
    });
    // A review that nobody has edited has no file either.
    const isElsewhere = found === 'other' || (found === 'nothing' && reason === 'closed');
    if (isElsewhere) await backUpValue(kind, folder, current(), { reason, now: now() });
  }

  /** An error of what is in the file all the same changes nothing: the step that follows tells it, if it goes on. */
  async #write(value: Value): Promise<void> {
    const { file } = this.#options;
    try {
      await file.write(value);
    } catch (error) {
      if ((await file.left().catch(() => undefined)) !== 'new') throw error;
      console.error(error);
    }
  }

  /** Undefined where it cannot be read, or is another document's. A UserError for one of a newer version. */
  async #read(): Promise<Value | undefined> {
    const found = await this.#options.file.find();
    if (!found || found.recovered) return undefined;
    return identityOf(found.value) === identityOf(this.#options.current()) ? found.value : undefined;
  }

  /**
   * What the other program has gone on from is the nearest of the states that were here; of equally near ones the oldest,
   * by which more is asked.
   */
  #merge(remote: Value, picks?: Picks): Merged<Value> {
    const { kind, current, before } = this.#options;
    const local = current();
    let [base, least] = [local, this.#distance(local, remote)];
    for (const each of before()) {
      const distance = this.#distance(each, remote);
      if (distance <= least) [base, least] = [each, distance];
    }
    return mergeValues(kind, { base, local, remote }, picks);
  }

  /** In how many places two states differ. */
  #distance(local: Value, remote: Value): number {
    return mergeValues(this.#options.kind, { base: undefined, local, remote }).differences.length;
  }
}

/** Which document it is: a file of another one in its place has nothing in common with it. */
function identityOf(value: object): unknown {
  if ('id' in value) return value.id;
  return 'packageId' in value ? value.packageId : undefined;
}
