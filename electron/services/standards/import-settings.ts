import { keptOriginalForm, type KeptOriginal } from '../../../shared/tables/import/kept-original.ts';
import { decode, NewerForm } from '../../../shared/stored-form.ts';
import { encode } from '../../../shared/document.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded } from '../base/failures.ts';
import { readUpTo } from '../files/files.ts';
import { isWrongJson, parseForeignJson } from '../files/foreign-json.ts';

/** Bytes: far more than the largest table that is read. */
const MAX_BYTES = 128 * 2 ** 20;

/** How the tables of a form were read and what was put right by hand, for a colleague who has the next one of the form. */
export function settingsText(original: Omit<KeptOriginal, 'version'>): string {
  return JSON.stringify(encode(keptOriginalForm, { version: 1, ...original }));
}

/** Throws a UserError for whatever this program did not write. */
export function readSettings(path: string): Promise<KeptOriginal> {
  return guarded({ action: '读取导入设置', effect: '这次导入没有改动。' }, async () => {
    try {
      return decode(keptOriginalForm, parseForeignJson(await readUpTo(path, MAX_BYTES)));
    } catch (error) {
      if (error instanceof NewerForm) throw error;
      if (isWrongJson(error) || error instanceof UserError) throw notSettings(error);
      throw error;
    }
  });
}

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
