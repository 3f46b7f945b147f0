import type { DocumentKind } from '../../../shared/document.ts';
import type { DurableJson } from '../files/durable-json.ts';
import type { JournalLine } from './journal.ts';

/** What one kind's documents do besides being saved. All of them run in the document's turn. */
interface DocumentHooks<Value, Edit> {
  /** What the disk alone knows: why an edit cannot be made, in Chinese; undefined where it can. */
  readonly check?: (edit: Edit) => Promise<string | undefined>;
  /** Notes a change down, on the disk before the change is; answers how to take the note back, which does not fail. */
  readonly journal?: (line: JournalLine) => Promise<() => Promise<void>>;
  /** Before anything is written: `replace` where the whole content is about to go. */
  readonly backUp?: (reason: 'edit' | 'replace', now: Date) => Promise<void>;
  /** Before the file is written, with what it should hold until then: takes back what is derived from it. */
  readonly beforeWrite?: (value: Value) => Promise<void>;
  /** Once it is on the disk: makes what is derived anew. Its failure is not the edit's. */
  readonly afterWrite?: (value: Value) => Promise<void>;
}

export interface DocumentOptions<Value extends object, Edit, Context> {
  readonly kind: DocumentKind<Value, Edit, Context>;
  /** Where the file, its previous copy and backups/ lie. */
  readonly folder: string;
  /** The file; `documentFile` of the folder where absent. */
  readonly file?: DurableJson<Value>;
  /** What edits are judged by, as it is now. */
  readonly context: () => Context | Promise<Context>;
  /** Asks the disk whether the folder is still ours; a UserError where it is not: then every change is refused. */
  readonly held: () => Promise<void>;
  readonly now: () => Date;
  readonly hooks?: DocumentHooks<Value, Edit>;
}
