import { keptOriginalForm, type KeptOriginal } from '../../../shared/tables/import/kept-original.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { encode } from '../../../shared/document.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { readUpTo } from '../files/files.ts';
import { isReadElsewhere, isWrongJson, MAX_JSON_BYTES, parseForeignJson } from '../files/foreign-json.ts';

/**
 * How the tables of a form were read and what was put right by hand, for a colleague who has the next one of the form.
 * Throws a UserError where the tables are more than the colleague's program would read.
 */
export function settingsText(original: Omit<KeptOriginal, 'version'>): string {
  const text = JSON.stringify(encode(keptOriginalForm, { version: 1, ...original }));
  if (!isReadElsewhere(text)) throw new UserError(TOO_LARGE);
  return text;
}

/** Throws a UserError for whatever this program did not write. */
export function readSettings(path: string): Promise<KeptOriginal> {
  return guarded({ action: '读取导入设置', effect: '这次导入没有改动。' }, async () => {
    try {
      return decode(keptOriginalForm, parseForeignJson(await readUpTo(path, MAX_JSON_BYTES)));
    } catch (error) {
      if (error instanceof NewerForm) throw error;
      if (isWrongJson(error) || error instanceof UserError) throw notSettings(error);
      throw error;
    }
  });
}

const TOO_LARGE = {
  code: 'import-settings-too-large',
  message: '这份文件的表格太大，导入设置写出来也读不回去，没有导出。',
  effect: '导入的进度没有改动。',
  remedy: '请把评分表另存为单独的文件，导入那一份后再导出导入设置。',
};

function notSettings(cause: unknown): UserError {
  return new UserError(
    {
      code: 'not-import-settings',
      message: '所选文件不是本程序导出的导入设置，或内容已损坏。',
      effect: '这次导入没有改动。',
      remedy: '请让对方重新导出导入设置后再试。',
    },
    { cause },
  );
}
