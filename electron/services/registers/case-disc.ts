import type { MadeFile } from '../../../shared/contract/contract.ts';
import { discFiles } from '../../../shared/registers/rollup/collect/disc.ts';
import { localDay } from '../base/clock.ts';
import { guarded } from '../base/failures.ts';
import type { JobContext } from '../base/jobs.ts';
import type { FileMaker } from '../files/made-files.ts';
import { buildDiscList } from './case-workbook.ts';
import { makeKeptZip } from './kept-zip.ts';
import { collectedFileDamaged, nothingChosen } from './messages.ts';
import type { RollupSession } from './rollup-session.ts';

const EXPORTING = { action: '导出入选案例', effect: '没有导出，也没有留下半个文件；汇总没有改动。' };
const LIST = '光盘目录.xlsx';

/**
 * All that is chosen with its attachments as they came, each held against its hash, and the list of them: one .zip, to be
 * unpacked onto the disc. Throws a UserError where nothing is chosen, or a file is not what came in.
 */
export async function exportDisc(
  rollup: RollupSession,
  ports: FileMaker,
  job: JobContext,
): Promise<{ file: MadeFile; files: number }> {
  const { value } = rollup;
  const kept = discFiles(value);
  if (kept.length === 0) throw nothingChosen();
  return guarded(EXPORTING, async () => {
    await rollup.requireInPlace();
    job.step('正在核对入选案例的文件');
    const list = Buffer.from(await buildDiscList(value, localDay(ports.now())));
    const zip = {
      ...{ name: `典型案例光盘-${value.title}`, what: '入选案例', folder: rollup.files },
      ...{ contents: [{ path: LIST, content: list }], kept, damaged: collectedFileDamaged },
    };
    return { file: await makeKeptZip(zip, ports, job), files: kept.length };
  });
}
