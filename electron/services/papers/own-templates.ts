import { basename, join } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import { endingOf, safeFileName } from '../../../shared/values/file-names.ts';
import { fileStamp } from '../base/clock.ts';
import { guarded, notedFailure } from '../base/failures.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { entriesOf } from '../files/entries.ts';
import { moveFolder, replaceFile } from '../files/files.ts';
import { keptSize, readKept } from '../files/kept.ts';
import { PAPER_TEMPLATES } from '../files/leftovers.ts';
import { workName } from '../files/work-names.ts';
import { faultsOf, remarksOf } from './fill-template.ts';
import { LIMITS, readTemplate, type TemplateParts } from './read-template.ts';

const ENDING = '.docx';

/** A template by its file name, and what is wrong with it. */
interface OwnTemplate {
  readonly name: string;
  readonly faults: string[];
  /** What bars nothing but hardly can be meant. */
  readonly remarks: string[];
}

/** The office's own templates. They are files of the user's: read anew each time, changed by WPS or Word alone. */
export class OwnTemplates {
  readonly #data: DataFolder;

  constructor(data: DataFolder) {
    this.#data = data;
  }

  /** 文书模板/, made where it is missing, so that it can be shown. */
  folder(): Promise<string> {
    const making = { action: '建立文书模板文件夹', effect: '没有写入任何内容。' };
    return this.#data.folder(PAPER_TEMPLATES, making);
  }

  /** In the order of their names. One that cannot be read is listed with the reason. */
  async list(): Promise<OwnTemplate[]> {
    const folder = await this.folder();
    const listed: OwnTemplate[] = [];
    for (const name of await this.#names(folder)) {
      listed.push({ name, ...(await judgedAt(join(folder, name))) });
    }
    return listed;
  }

  /** Puts a template beside ours; where it has faults nothing is put, and they are answered. One of that name is refused. */
  async add(bytes: Buffer, fileName: string): Promise<OwnTemplate> {
    const name = safeFileName(fileName);
    const { faults, remarks } = await judged(bytes);
    if (endingOf(name) !== ENDING || isHidden(name)) faults.unshift('文件名要以 .docx 结尾');
    if (faults.length > 0) return { name, faults, remarks };
    const folder = await this.folder();
    if ((await entriesOf(folder)).some((entry) => entry.name.toLowerCase() === name.toLowerCase()))
      throw taken(name);
    await guarded(ADDING, () =>
      replaceFile(join(folder, name), bytes, { temporary: join(folder, workName('part')) }),
    );
    return { name, faults, remarks };
  }

  /** Moves it to 已删除/; answers where it went. */
  async remove(name: string, now: Date): Promise<string> {
    const path = await this.#pathOf(name);
    return guarded({ action: '移走模板', effect: '模板还在原处，没有改动。' }, async () => {
      const stem = basename(name).slice(0, -ENDING.length);
      const movedTo = join(await this.#data.removed(), `${stem}-${fileStamp(now)}${ENDING}`);
      await moveFolder(path, movedTo);
      return movedTo;
    });
  }

  /** Its content. Throws a UserError that names every fault. */
  async parts(name: string): Promise<TemplateParts> {
    const path = await this.#pathOf(name);
    return wholeTemplate(name, await guarded(READING, () => bytesAt(path)));
  }

  async #names(folder: string): Promise<string[]> {
    const entries = await guarded(READING, () => entriesOf(folder));
    return entries
      .map(({ name }) => name)
      .filter((name) => endingOf(name) === ENDING && !isHidden(name))
      .sort((a, b) => a.localeCompare(b, 'zh'));
  }

  /** By looking it up: no name becomes a path. */
  async #pathOf(name: string): Promise<string> {
    const folder = await this.folder();
    const found = (await this.#names(folder)).find((each) => each === name);
    if (found === undefined) throw unknownTemplate(name);
    return join(folder, found);
  }
}

/** Its parts. Throws a UserError that names every fault: nothing is made of such a template. */
export async function wholeTemplate(name: string, bytes: Buffer): Promise<TemplateParts> {
  const read = await readTemplate(bytes);
  const faults = 'faults' in read ? read.faults : faultsOf(read.parts);
  if (faults.length === 0 && 'parts' in read) return read.parts;
  throw new UserError({
    code: 'template-faults',
    message: `模板“${name}”有${faults.length}处要改：${faults.join('；')}。`,
    effect: '没有生成文书；自评内容没有改动。',
    remedy: '请在 WPS 或 Word 里按提示改好模板，保存后再生成。',
  });
}

/** Locks of WPS and Word (~$…) and hidden files are no templates. */
function isHidden(name: string): boolean {
  return /^(~\$|\.)/.test(name);
}

type Judged = Pick<OwnTemplate, 'faults' | 'remarks'>;

async function judged(bytes: Buffer): Promise<Judged> {
  const read = await readTemplate(bytes);
  return 'faults' in read
    ? { faults: [...read.faults], remarks: [] }
    : { faults: faultsOf(read.parts), remarks: remarksOf(read.parts) };
}

async function judgedAt(path: string): Promise<Judged> {
  try {
    return await judged(await guarded(READING, () => bytesAt(path)));
  } catch (error) {
    return { faults: [notedFailure(error).message.replace(/。$/, '')], remarks: [] };
  }
}

/** Of a file that is too large, no more than what says so. */
async function bytesAt(path: string): Promise<Buffer> {
  return (await keptSize(path)) > LIMITS.file ? Buffer.alloc(LIMITS.file + 1) : readKept(path);
}

const READING = { action: '读取文书模板', effect: '模板没有改动。' };
const ADDING = { action: '添加模板', effect: '没有添加；原来的模板没有改动。' };

function taken(name: string): UserError {
  return new UserError({
    code: 'template-exists',
    message: `已经有一个叫“${name}”的模板。`,
    effect: '没有添加；原来的模板没有改动。',
    remedy: '请先移走原来的，或者把新模板改名后再添加。',
  });
}

function unknownTemplate(name: string): UserError {
  return new UserError({
    code: 'template-unknown',
    message: `找不到模板“${name}”，可能已移走或改名。`,
    effect: '没有生成文书；自评内容没有改动。',
    remedy: '请刷新后重新选择。',
  });
}
