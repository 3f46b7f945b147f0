import * as z from 'zod';
import { type Failure, UserError } from './values/errors.ts';
import { sortedJson } from './values/sorted-json.ts';

type Stored = Readonly<Record<string, unknown>>;
/** Steps by the version they start from: `steps[3]` makes a version 4 of a version 3. Pure. */
export type MigrationSteps = Readonly<Record<number, (stored: Stored) => Stored>>;

/** What is being done, and what it means for the data that it failed. */
interface Doing {
  readonly action: string;
  readonly effect: string;
}

/** What the user is told about a kind of document; the sentences name it as its users do. */
export interface DocumentWords {
  /** 自评档案, 核验台. */
  readonly title: string;
  /** 这份自评档案, 这个核验台. */
  readonly one: string;
  readonly opening: Doing;
  readonly creating: Doing;
  readonly saving: Doing;
  /** None of this id is below the data folder. */
  readonly unknown: Failure;
  /** A folder was named that holds none. */
  readonly absent: Failure;
  /** The file and its previous copy cannot be read. */
  readonly unreadable: Failure;
  /** The file was damaged and the previous copy was taken. */
  readonly recovered: Failure;
  /** It was written by an older version of the program and is now in the newest form. */
  readonly migrated: Failure;
  /** By a newer version of the program: nothing is opened. */
  readonly newer: (stored: number, known: number) => Failure;
  /** The lock of a program that ended without closing was taken over. */
  readonly tookOver: Failure;
  /** Another program has taken the document over. */
  readonly lockLost: Failure;
  /** `reason`: what the edit asks for that cannot be. */
  readonly refused: (reason: string) => Failure;
  /** `step`: 撤销 or 重做. */
  readonly nothingTo: (step: string) => Failure;
}

/** What a kind says otherwise than the others: whole messages, or parts of them. */
type OwnWords = {
  readonly [Name in keyof Omit<DocumentWords, 'title' | 'one' | 'newer'>]?: Partial<
    DocumentWords[Name] extends (part: string) => Failure ? Failure : DocumentWords[Name]
  >;
} & { readonly newer?: (stored: number, known: number) => Partial<Failure> };

/** The words of a kind, made from its name; `stored` is what its file is called, `own` what it says otherwise. */
export function documentWords(
  {
    title,
    file,
    one,
    stored = one,
  }: Pick<DocumentWords, 'title' | 'one'> & { readonly file: string; readonly stored?: string },
  own: OwnWords = {},
): DocumentWords {
  const unchanged = '没有改动任何内容。';
  return {
    title,
    one,
    opening: { action: `打开${title}`, effect: unchanged, ...own.opening },
    creating: { action: `新建${title}`, effect: `没有建立${title}，其他内容没有改动。`, ...own.creating },
    saving: {
      action: '保存',
      effect: '刚才这一步没有保存，已退回到上一次保存的内容；此前保存的内容完好。',
      ...own.saving,
    },
    unknown: {
      code: `${file}-unknown`,
      message: `数据文件夹里找不到${one}。`,
      effect: unchanged,
      remedy: `请回到${title}列表刷新；如果文件夹被移走，请放回原处。`,
      ...own.unknown,
    },
    absent: {
      code: 'not-found',
      message: `这个文件夹里没有${title}（找不到 ${file}.json）。`,
      effect: '没有改动任何文件。',
      remedy: `请确认选择的是${title}文件夹；如文件被移走，请放回原处。`,
      ...own.absent,
    },
    unreadable: {
      code: `${file}-unreadable`,
      message: `${title}文件 ${file}.json 已损坏，上一份副本也无法读取。`,
      effect: '文件原样保留，没有改动。',
      remedy: '请不要删除该文件夹，并请技术支持人员协助恢复。',
      ...own.unreadable,
    },
    recovered: {
      code: 'recovered',
      message: `${title}文件已损坏，已改用上一份副本。`,
      effect: `最近一次保存的改动可能不在其中；损坏的文件另存为 ${file}.damaged-*.json，没有删除。`,
      remedy: '请核对最近的改动；如有缺失，请补做。',
      ...own.recovered,
    },
    migrated: {
      code: 'migrated',
      message: `${stored}由旧版程序保存，已升级到当前格式。`,
      effect: '内容没有变化，升级前的文件已自动备份。',
      remedy: '无需处理。',
      ...own.migrated,
    },
    newer: (version, known) => ({
      code: `${file}-newer`,
      message: `${stored}由更新版本的程序保存（版本 ${version}，本程序支持到 ${known}）。`,
      effect: '文件没有改动，内容完好。',
      remedy: '请升级本程序后再打开。',
      ...own.newer?.(version, known),
    }),
    tookOver: {
      code: 'lock-taken-over',
      message: `${one}上次没有正常关闭，现已重新打开。`,
      effect: '最近一次保存的内容完好。',
      remedy: '无需处理；可核对最后的改动。',
      ...own.tookOver,
    },
    lockLost: {
      code: 'lock-lost',
      message: `${one}已被另一个程序打开接管（电脑休眠后常见）。`,
      effect: '刚才这一步没有保存；此前保存的内容完好。',
      remedy: `请重新打开${title}，再做这一步。`,
      ...own.lockLost,
    },
    refused: (reason) => ({
      code: 'edit-refused',
      message: `这一步不能保存：${reason}。`,
      effect: '保持上一次保存的内容。',
      remedy: '请刷新后再试。',
      ...own.refused,
    }),
    nothingTo: (step) => ({
      code: 'nothing-to-undo',
      message: `没有可以${step}的步骤。`,
      effect: '没有改动。',
      remedy: '无需处理。',
      ...own.nothingTo,
    }),
  };
}

/**
 * A kind of stored document: all that the engine (electron/services/document) and the interface's store need to know of
 * it. Pure. `Context` is what its edits are judged by and never change: a standard, the unit's own data.
 */
export interface DocumentKind<Value extends object, Edit, Context> {
  /** Name of its file, without the ending. */
  readonly file: string;
  /** Of the newest form; absent where the stored form bears none. */
  readonly version?: number;
  readonly migrations: MigrationSteps;
  /** The newest form. */
  readonly schema: z.ZodType<Value>;
  readonly edit: z.ZodType<Edit>;
  readonly words: DocumentWords;
  /** Bytes; a longer file is damage. Absent: no limit. */
  readonly maxBytes?: number;

  /**
   * Why an edit cannot be made; undefined where it can. A reason is Chinese, without a full stop; what the user must
   * be told otherwise is a Failure.
   */
  readonly check: (value: Value, edit: Edit, context: Context) => string | Failure | undefined;
  /** What an edit that `check` has let through makes of the value, its time included. `now` is ISO 8601. */
  readonly apply: (value: Value, edit: Edit, context: Context, now: string) => Value;
  /** What the edit replaces: the part of the value, as it is stored, that a stale edit would overwrite. */
  readonly replaces: (value: Value, edit: Edit) => unknown;
  /** What the journal calls the edit. */
  readonly describe: (edit: Edit) => string;

  /** A state that is undone, redone or restored, with what such a step leaves as it is now. `now` is ISO 8601. */
  readonly goBack: (target: Value, current: Value, now: string) => Value;
  /** Whether a change is a step of undo. Absent: every one is. */
  readonly isStep?: (before: Value, after: Value) => boolean;
  /** The stored form as the journal compares it, e.g. lists keyed by what identifies their parts. */
  readonly comparable?: (stored: Stored) => Stored;
  /** Heals what older versions of the program let into a file of the user's own. */
  readonly heal?: (stored: unknown) => unknown;
}

/** What a kind need not say: no older form, no edit that is refused, the edit's own name, undo of everything. */
type Natural = 'migrations' | 'check' | 'describe' | 'goBack';

/** A kind whose value bears the time of its last change and whose edits bear a name. */
export function documentKind<
  Value extends { readonly updatedAt: string },
  Edit extends { readonly kind: string },
  Context,
>(
  own: Omit<DocumentKind<Value, Edit, Context>, Natural> &
    Partial<Pick<DocumentKind<Value, Edit, Context>, Natural>>,
): DocumentKind<Value, Edit, Context> {
  return {
    migrations: {},
    check: () => undefined,
    describe: ({ kind }) => kind,
    goBack: (target, _, now) => ({ ...target, updatedAt: now }),
    ...own,
  };
}

/** Any kind, where only its name, words and schemas matter. */
export type AnyDocumentKind = Pick<
  DocumentKind<never, never, never>,
  'file' | 'version' | 'migrations' | 'words'
>;

/** The stored version, or undefined where the form has none. */
export function storedVersion(stored: unknown): number | undefined {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return undefined;
  const { version } = stored;
  return typeof version === 'number' && Number.isInteger(version) ? version : undefined;
}

/**
 * Brings a stored form to the newest version, step by step. A newer one is refused with a UserError; anything that is
 * no versioned form at all comes back as it is, for the schema to refuse.
 */
export function migrate(
  { version: newest, migrations, words }: Pick<AnyDocumentKind, 'version' | 'migrations' | 'words'>,
  stored: unknown,
): unknown {
  const from = storedVersion(stored);
  if (from === undefined || newest === undefined) return stored;
  if (from > newest) throw new UserError(words.newer(from, newest));
  let form = stored as Stored;
  for (let version = from; version < newest; version += 1) {
    const step = migrations[version];
    if (!step) throw new RangeError(`No migration from version ${version}`);
    form = { ...step(form), version: version + 1 };
  }
  return form;
}

/** What a stored form says, of any version that this program knows. Throws where it is no valid form. */
export function decode<Value extends object>(
  kind: Pick<DocumentKind<Value, never, never>, 'version' | 'migrations' | 'words' | 'schema'>,
  stored: unknown,
): Value {
  return kind.schema.parse(migrate(kind, stored));
}

/** The form that is stored: always the newest. */
export function encode<Value extends object>(
  { schema }: Pick<DocumentKind<Value, never, never>, 'schema'>,
  value: Value,
): Stored {
  return z.encode(schema, value) as Stored;
}

/** The value after an edit; a UserError where the edit is refused. */
export function edited<Value extends object, Edit, Context>(
  kind: DocumentKind<Value, Edit, Context>,
  value: Value,
  edit: Edit,
  { context, now }: { context: Context; now: string },
): Value {
  const reason = kind.check(value, edit, context);
  if (reason !== undefined) throw refusal(kind, reason);
  return kind.apply(value, edit, context, now);
}

/** What the user is told of an edit that cannot be made. */
export function refusal({ words }: Pick<AnyDocumentKind, 'words'>, reason: string | Failure): UserError {
  return new UserError(typeof reason === 'string' ? words.refused(reason) : reason);
}

/** True where the edit was made on another value than the one that it would replace now. */
export function isStale<Value extends object, Edit>(
  { replaces }: Pick<DocumentKind<Value, Edit, never>, 'replaces'>,
  value: Value,
  { edit, base }: { edit: Edit; base?: unknown },
): boolean {
  return sortedJson(replaces(value, edit)) !== sortedJson(base);
}
