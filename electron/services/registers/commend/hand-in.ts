import type { MadeFile } from '../../../../shared/contract/contract.ts';
import { slidesOf } from '../../../../shared/registers/commend/experience.ts';
import { TEXT_COLUMNS, type TextRegister } from '../../../../shared/registers/commend/summary.ts';
import { type Entry, fieldOf } from '../../../../shared/registers/entry.ts';
import { filledEntries } from '../../../../shared/registers/year/entries.ts';
import type { Year } from '../../../../shared/registers/year/schema.ts';
import { safeFileName } from '../../../../shared/values/file-names.ts';
import { localDay } from '../../base/clock.ts';
import { guarded } from '../../base/failures.ts';
import type { JobContext } from '../../base/jobs.ts';
import type { FileMaker } from '../../files/made-files.ts';
import { caseDocument } from '../case-paper.ts';
import { type KeptFile, makeKeptZip } from '../kept-zip.ts';
import { entryFileDamaged, nothingRecommended } from '../messages.ts';
import type { YearSession } from '../years.ts';
import { commendedDocument } from './paper.ts';
import { buildCommended } from './workbook.ts';

const EXPORTING = { action: '导出报送材料', effect: '没有导出，也没有留下半个文件；登记的内容没有改动。' };

interface Made {
  readonly path: string;
  readonly content: Buffer;
}

/** What is handed in by mail: both tables and every 总结 in the order of the list, as one .zip. */
export async function handInCommended(
  session: YearSession,
  { resources, withContact }: { resources: string; withContact: boolean },
  ports: FileMaker,
  job: JobContext,
): Promise<{ file: MadeFile; files: number }> {
  const year = session.value;
  return guarded(EXPORTING, async () => {
    await session.requireInPlace();
    job.step('正在生成汇总表和总结');
    const texts = [
      ...(await textsOf(resources, year, 'commendedUnits')),
      ...(await textsOf(resources, year, 'commendedPersons')),
    ];
    const isEmpty = (name: TextRegister) => filledEntries(year, name).length === 0;
    if (isEmpty('commendedUnits') && isEmpty('commendedPersons')) throw nothingRecommended();
    const today = localDay(ports.now());
    const tables = [
      { path: '推荐对象汇总表.docx', content: await commendedDocument(resources, year, withContact) },
      {
        path: '推荐对象汇总表.xlsx',
        content: Buffer.from(await buildCommended(year, { withContact, today })),
      },
    ];
    const contents = [...tables, ...texts];
    const zip = {
      ...{ name: `推荐表扬-${year.title}`, what: '报送材料', folder: session.files },
      ...{ contents, kept: [], damaged: entryFileDamaged },
    };
    return { file: await makeKeptZip(zip, ports, job), files: contents.length };
  });
}

/** The text, the PPT and whatever else is added of every 标兵 unit, in a folder of its own, as one .zip. */
export async function handInExperiences(
  session: YearSession,
  { resources }: { resources: string },
  ports: FileMaker,
  job: JobContext,
): Promise<{ file: MadeFile; files: number }> {
  const year = session.value;
  return guarded(EXPORTING, async () => {
    await session.requireInPlace();
    job.step('正在核对标兵材料的文件');
    const contents = await textsOf(resources, year, 'experiences');
    const kept = filledEntries(year, 'experiences').flatMap((entry, at) => {
      const folder = calledBy('experiences', entry, at);
      const slides = slidesOf(entry);
      const others = entry.files.filter((file) => !slides.includes(file));
      return [...keptIn(folder, slides), ...keptIn(`${folder}/其他材料`, others)];
    });
    if (contents.length + kept.length === 0) throw nothingRecommended();
    const zip = {
      ...{ name: `标兵材料-${year.title}`, what: '标兵材料', folder: session.files },
      ...{ contents, kept, damaged: entryFileDamaged },
    };
    return { file: await makeKeptZip(zip, ports, job), files: contents.length + kept.length };
  });
}

function keptIn(folder: string, files: readonly KeptFile['file'][]): KeptFile[] {
  return files.map((file, at) => ({
    file,
    path: `${folder}/${safeFileName(at === 0 ? file.fileName : `${at + 1}-${file.fileName}`)}`,
  }));
}

const FOLDERS: Readonly<Record<TextRegister, (called: string) => string>> = {
  commendedUnits: (called) => `单位工作总结/${called}.docx`,
  commendedPersons: (called) => `个人工作总结/${called}.docx`,
  experiences: (called) => `${called}/文字材料.docx`,
};

/** 01-示例局: the order of the list in front. */
function calledBy(name: TextRegister, entry: Entry, at: number): string {
  const called = nameOf(name, entry).slice(0, 40) || '未写名称';
  return safeFileName(`${String(at + 1).padStart(2, '0')}-${called}`);
}

function nameOf(name: TextRegister, entry: Entry): string {
  return fieldOf(entry, name === 'commendedPersons' ? 'name' : 'unit').trim();
}

/** Texts that are written, each as .docx. */
async function textsOf(resources: string, year: Year, name: TextRegister): Promise<Made[]> {
  const made: Made[] = [];
  for (const [at, entry] of filledEntries(year, name).entries()) {
    const text = fieldOf(entry, TEXT_COLUMNS[name]);
    if (text.trim() === '') continue;
    const title = `${nameOf(name, entry)}${name === 'experiences' ? '典型经验' : '工作总结'}`;
    made.push({
      path: FOLDERS[name](calledBy(name, entry, at)),
      content: await caseDocument(resources, { title, text }),
    });
  }
  return made;
}
