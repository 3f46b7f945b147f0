import { NO_SCORING_REMEDY } from '../../../shared/tables/import/no-scoring.ts';
import { UserError } from '../../../shared/values/errors.ts';

const EFFECT = '没有导入任何内容，原文件没有改动。';
const TRIM = '请把评分表所在的工作表或表格单独另存为一个文件后再试。';
const REMEDIES = {
  'import-too-big': TRIM,
  'import-too-many-rows': TRIM,
  'import-bomb': '这样的文件可能是有意损坏的，请向提供文件的人核实。',
  'import-timeout': TRIM,
  'import-memory': TRIM,
  'import-encrypted': '请用 WPS 或 Excel 打开，去掉打开密码后另存，再导入。',
  'import-old-word': '请用 WPS 或 Word 打开，另存为 .docx 后再导入。',
  'import-works': '请用能打开它的程序另存为 .docx，再导入。',
  'import-other-kind': '请用能打开它的程序把表格另存为 .xlsx 或 .docx；也可以复制表格后，用“粘贴表格”导入。',
  'import-damaged':
    '请用 WPS 或 Excel、Word 打开看是否完好，另存一份后再试；打不开的，请向提供文件的人重新要一份。',
  'import-map': '请核对 headerFrom、headerTo 和 roles：每列一个含义，从左到右，不用的列写 ignore。',
  'import-empty': '请确认选的是存有评分表的那份文件，并且已经保存。',
  'import-no-table': NO_SCORING_REMEDY,
} as const;

export type ImportFailureCode = keyof typeof REMEDIES;

/** An import that cannot be done, in the three sentences that a user needs. `message` ends with a full stop. */
export function importFailure(code: ImportFailureCode, message: string, cause?: unknown): UserError {
  return new UserError({ code, message, effect: EFFECT, remedy: REMEDIES[code] }, { cause });
}

/** Text or scan, a PDF holds marks at places and no table. */
export function pdfFailure(): UserError {
  const remedy =
    '请向发文单位要 Word 或 Excel 电子版；只有 PDF 的，可以用 WPS 转换成 .docx 后导入，并在“核对”一步逐条对照原文；扫描件转换出来常有错字、错行，更要核对。';
  const message = '这份文件是 PDF 文件，里面没有表格的行和列，不能直接读取。';
  return new UserError({ code: 'import-other-kind', message, effect: EFFECT, remedy });
}

/** A picture: saving it as another kind makes no table of it. */
export function pictureFailure(message: string): UserError {
  const remedy = '图片里的表格不能读取，请向发文单位要电子版（Word 或 Excel）。';
  return new UserError({ code: 'import-other-kind', message, effect: EFFECT, remedy });
}
