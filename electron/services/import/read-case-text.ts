import { basename, resolve } from 'node:path';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { askReader, type ReaderOptions, requireSize } from './ask-reader.ts';
import { importFailure, type ImportFailureCode } from './import-failure.ts';
import { LIMITS } from './limits.ts';
import type { Hidden } from './reader-messages.ts';

/** What is read: it stands in the messages. */
export type ProseKind = '案例' | '材料';

/** What an import says of scoring tables, in the words of a case or another text; what is not here fits both. */
const wordsOf = (
  what: ProseKind,
): Partial<Record<ImportFailureCode, Partial<Pick<Failure, 'message' | 'remedy'>>>> => ({
  'import-too-big': { remedy: `请确认选的是${what}文稿，并只保留${what}正文后再试。` },
  'import-timeout': { remedy: `请确认选的是${what}文稿，并只保留${what}正文后再试。` },
  'import-memory': { remedy: `请确认选的是${what}文稿，并只保留${what}正文后再试。` },
  'import-encrypted': { remedy: '请用 WPS 或 Word 打开，去掉打开密码后另存，再试。' },
  'import-old-word': {
    remedy: '请用 WPS 或 Word 打开，另存为 .docx 后再试。',
  },
  'import-other-kind': {
    message:
      '这份文件不是 Word 或 WPS 文字文档（.docx、.doc、.wps），也不是文本文件（.txt），或认不出文字编码。',
    remedy: `请用能打开它的程序把${what}另存为 .docx 后再试。`,
  },
  'import-damaged': {
    remedy: '请用 WPS 或 Word 打开看是否完好，另存一份后再试；打不开的，请向提供文件的人重新要一份。',
  },
  'import-empty': { remedy: `请确认选的是${what}文稿，并且已经保存。` },
});

export interface CaseFileText {
  readonly text: string;
  readonly notes: readonly CaseNote[];
}

/** Something about the text that the user must know. */
interface CaseNote {
  /** Without a full stop. */
  readonly words: string;
  /** What to do about it, a whole sentence. */
  readonly remedy: string;
}

const HIDDEN: Readonly<Record<Hidden, readonly CaseNote[]>> = {
  none: [],
  leftOut: [{ words: '有隐藏文字，没有导入', remedy: '要用的，请在 WPS 或 Word 里取消隐藏后再导入。' }],
  unknown: [
    {
      words: '.doc、.wps 里的隐藏文字认不出来，有的话也在正文里，一起计数',
      remedy: '请核对；要去掉的，请用 WPS 或 Word 另存为 .docx 后再导入。',
    },
  ],
};

const MARGINS: Readonly<Record<Hidden, readonly CaseNote[]>> = {
  none: [],
  leftOut: [
    {
      words: '页眉、页脚里有文字，没有读取，也没有检查',
      remedy: '请打开原件看里面有没有姓名、电话等，要用的请移到正文。',
    },
  ],
  unknown: [
    {
      words: '.doc、.wps 的页眉、页脚没有读取，也没有检查',
      remedy: '请打开原件看里面有没有姓名、电话等。',
    },
  ],
};

/**
 * The text of a 典型案例. Of a .docx (without hidden text), or a .doc or .wps since Word 97, a line a paragraph; of a text file (UTF-8, UTF-16, GB18030) what stands in it, unchanged.
 * Read in a process of its own, within the limits of an import. Throws a UserError for whatever gives no text, AbortError
 * where cancelled. `name`: as its user calls it, where it lies under another one.
 */
export async function readCaseText(
  path: string,
  {
    name = basename(path),
    what = '案例',
    ...options
  }: ReaderOptions & { readonly name?: string; readonly what?: ProseKind } = {},
): Promise<CaseFileText> {
  try {
    await requireSize(path);
    const answer = await askReader({ kind: 'prose', path: resolve(path), name }, options);
    const text = 'text' in answer ? answer.text : '';
    if (text.trim() === '') throw importFailure('import-empty', '这份文件里没有文字。');
    if (text.length > LIMITS.caseCharacters) {
      throw importFailure(
        'import-too-big',
        `这份文件超过 ${LIMITS.caseCharacters / 10_000} 万个字符，不像一篇${what}。`,
      );
    }
    if (!('text' in answer)) return { text, notes: [] };
    return { text, notes: [...HIDDEN[answer.hidden], ...MARGINS[answer.margins]] };
  } catch (error) {
    throw inWordsOf(what, error);
  }
}

function inWordsOf(what: ProseKind, error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const words = Object.entries(wordsOf(what)).find(([code]) => code === error.failure.code)?.[1];
  const effect = '没有读取任何内容，原文件没有改动。';
  return new UserError({ ...error.failure, effect, ...words }, { cause: error });
}
