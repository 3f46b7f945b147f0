import type { FormWords } from './stored-form.ts';
import type { Failure } from './values/errors.ts';

/** What was being done when the machine refused, and what the refusal means for the user's data. */
export interface Undertaking {
  /** A Chinese verb phrase: "保存自评档案". */
  readonly action: string;
  readonly effect: string;
}

/** What the user is told about a kind of document; the sentences name it as its users do. */
export interface DocumentWords extends FormWords {
  /** 自评档案, 核验台. */
  readonly title: string;
  /** 这份自评档案, 这个核验台. */
  readonly one: string;
  readonly opening: Undertaking;
  readonly creating: Undertaking;
  readonly saving: Undertaking;
  /** None of this id is below the data folder. */
  readonly unknown: Failure;
  /** A folder was named that holds none. */
  readonly absent: Failure;
  /** The file and its previous copy cannot be read. */
  readonly unreadable: Failure;
  /** The file was damaged and the previous copy was taken. */
  readonly recovered: Failure;
  /** Another program had put something else in the file's place when it was closed last; what was open is the backup `name`. */
  readonly keptAtClosing: (name: string, folder: string) => Failure;
  /** It was written by an older version of the program and is now in the newest form. */
  readonly migrated: Failure;
  /** The lock of a program that ended without closing was taken over. */
  readonly tookOver: Failure;
  /** Another program has taken the document over. */
  readonly lockLost: Failure;
  /** `reason`: what the edit asks for that cannot be. */
  readonly refused: (reason: string) => Failure;
  /** The edit would replace something that was changed elsewhere meanwhile. */
  readonly stale: Failure;
  /** The file is not what was last written here. */
  readonly changedOutside: Failure;
  /** `step`: 撤销 or 重做. */
  readonly nothingTo: (step: string) => Failure;
  /** A step that cannot be taken back: others were made at its place since. */
  readonly overtaken: (step: string) => Failure;
}

/** What a kind says otherwise than the others: whole messages, or parts of them. */
type OwnWords = {
  readonly [Name in keyof Omit<DocumentWords, 'title' | 'one' | keyof FormWords>]?: Partial<
    DocumentWords[Name] extends (...parts: never[]) => Failure ? Failure : DocumentWords[Name]
  >;
} & { readonly newer?: (stored: number, known: number) => Partial<Failure> };

/** What is told of a file by a newer version of the program, or of a strange one; `stored` is what it is called. */
export function newerWords(file: string, stored: string): FormWords {
  const rest = { effect: '文件没有改动，内容完好。', remedy: '请升级本程序后再打开。' };
  return {
    newer: (version, known) => ({
      code: `${file}-newer`,
      message: `${stored}由更新版本的程序保存（版本 ${version}，本程序支持到 ${known}）。`,
      ...rest,
    }),
    strange: (version, known) => ({
      code: `${file}-version`,
      message: `${stored}的版本号（“${version}”）本程序不认识，可能由更新版本的程序保存（本程序支持到 ${known}）。`,
      effect: '文件没有改动，也没有用别的内容代替它。',
      remedy: '请升级本程序后再打开；仍打不开的，请技术支持人员检查这个文件，不要删除。',
    }),
  };
}

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
    keptAtClosing: (name, folder) => ({
      code: 'kept-at-closing',
      message: `上次关闭时，${one}的文件已被同步盘或别的程序换成了另一版，或者不见了。`,
      effect: `打开时用的是文件夹里现有的内容；关闭前打开着的内容另存为 backups 文件夹里的“${name}”。`,
      remedy: `请先核对；要用关闭前那一份的，请关闭${title}，在下面的文件夹里把 ${file}.json 改名留底，再把那一份复制过来，改名为 ${file}.json。`,
      path: folder,
      ...own.keptAtClosing,
    }),
    migrated: {
      code: 'migrated',
      message: `${stored}由旧版程序保存，已升级到当前格式。`,
      effect: '内容没有变化，升级前的文件已自动备份。',
      remedy: '无需处理。',
      ...own.migrated,
    },
    strange: newerWords(file, stored).strange,
    newer: (version, known) => ({
      ...newerWords(file, stored).newer(version, known),
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
      remedy: '页面上已是最新的内容；需要时请再改一次。',
      ...own.refused,
    }),
    ...besideOthers(one, own),
    nothingTo: (step) => ({
      code: 'nothing-to-undo',
      message: `没有可以${step}的步骤。`,
      effect: '没有改动。',
      remedy: '无需处理。',
      ...own.nothingTo,
    }),
  };
}

/** What is told where somebody else has changed the same document. */
function besideOthers(
  one: string,
  own: OwnWords,
): Pick<DocumentWords, 'stale' | 'changedOutside' | 'overtaken'> {
  return {
    stale: {
      code: 'edit-stale',
      message: '这一处刚在另一个窗口改过，这里的改动没有保存。',
      effect: '那边的内容完好；这里改的内容还在页面上。',
      remedy: '请看两边的内容，选择用哪一边的。',
      ...own.stale,
    },
    changedOutside: {
      code: 'changed-outside',
      message: `${one}的文件被别的程序换过（可能是同步盘或另一台电脑）。`,
      effect: '为避免互相覆盖，刚才这一步没有写入；两边的内容都在。',
      remedy: '请核对两边的不同，选择后再继续。',
      ...own.changedOutside,
    },
    overtaken: (step) => ({
      code: 'undo-overtaken',
      message: `这一步不能${step}：同一处后来在另一个窗口又改过。`,
      effect: '内容没有改动。',
      remedy: `需要时请直接修改；再按一次${step}，处理更早的一步。`,
      ...own.overtaken,
    }),
  };
}
