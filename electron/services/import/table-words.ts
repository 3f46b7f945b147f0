import { type Failure, UserError } from '../../../shared/values/errors.ts';
import type { ImportFailureCode } from './import-failure.ts';

const TRIM = '请把要导入的表格单独另存为一个文件，或者分成几个文件后再试。';
/** What an import says of scoring tables, in the words of any other table; what is not here fits both. */
const REMEDIES: Partial<Record<ImportFailureCode, string>> = {
  'import-too-big': TRIM,
  'import-too-many-rows': TRIM,
  'import-timeout': TRIM,
  'import-memory': TRIM,
  'import-old-word': '请用 WPS 或 Word 打开，另存为 .docx 后再试。',
  'import-empty': '请确认选的是存有表格的那份文件，并且已经保存。',
  'import-no-table': '请确认文件里有表格，表头在内容上面；图片形式的表格不能读取。',
};
const OTHER_KIND = '请用能打开它的程序把表格另存为 .xlsx 或 .docx，再试。';
const PICTURE = '图片里的表格不能读取，请找有文字的那一份（Word 或 Excel）。';

/** An error of reading a table that is no scoring table: a ledger, a plan, a survey. */
export function inWordsOfTable(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const failure = error.failure;
  return new UserError(
    { ...failure, message: messageOf(failure), remedy: remedyOf(failure) },
    { cause: error },
  );
}

function messageOf({ message }: Failure): string {
  return message.replace('不像一张评分表', '一次读不了');
}

function remedyOf({ code, remedy }: Failure): string {
  if (code === 'import-other-kind') return remedy.startsWith('图片') ? PICTURE : OTHER_KIND;
  return Object.entries(REMEDIES).find(([each]) => each === code)?.[1] ?? remedy;
}
