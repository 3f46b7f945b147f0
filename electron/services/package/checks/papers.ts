import { tagValue } from '../../../../shared/package/bag.ts';
import { README_NAME, WORKBOOK_NAME } from '../../../../shared/package/layout.ts';
import { SOFTWARE } from '../../base/version.ts';
import { buildWorkbook } from '../../workbook/build.ts';
import { TAG } from '../bag-info.ts';
import { isWrongContent, readWhole } from '../contents.ts';
import { MAX_WORKBOOK_BYTES, README_BYTES } from '../limits.ts';
import { readmeText } from '../readme.ts';
import { revisionsOf } from '../revision.ts';
import type { Checking } from './context.ts';
import { readWorkbookCells } from './workbook-cells.ts';
import { differenceOf, workbookFaults } from './workbook.ts';

/** 说明文件.txt is made of the data alone: word for word what the program writes. */
export async function checkReadme({
  source,
  bag,
  findings,
  assessment,
  standard,
  form,
  signal,
}: Checking): Promise<void> {
  const file = bag.files.get(README_NAME);
  if (!file) {
    findings.add('suspect', 'readme', README_NAME, '缺少这份说明');
    return;
  }
  try {
    const bytes = await readWhole(source, file, README_BYTES, signal);
    if (bytes.equals(Buffer.from(readmeText(assessment, standard, form), 'utf8'))) return;
  } catch (error) {
    if (!isWrongContent(error)) throw error;
  }
  findings.add('suspect', 'readme', README_NAME, '不是程序为这份档案写的说明，可能被替换');
}

/**
 * 推荐材料.xlsx is what people read. Made by this version of the program, it is what the program makes of the data, in
 * every cell; made by another, its unit, scores and totals are those of the data.
 */
export async function checkWorkbook(checking: Checking): Promise<void> {
  const { source, bag, findings, signal } = checking;
  const path = `data/${WORKBOOK_NAME}`;
  const file = bag.payload.get(path);
  if (!file) {
    findings.add('suspect', 'workbook', path, '缺少推荐材料工作簿');
    return;
  }
  try {
    const bytes = await readWhole(source, file, MAX_WORKBOOK_BYTES, signal);
    const workbook = await readWorkbookCells(bytes);
    const faults = workbookFaults(workbook, checking);
    for (const fault of faults) findings.add('suspect', 'workbook', path, fault);
    const ours = tagValue(bag.tags, TAG.software) === SOFTWARE;
    if (faults.length > 0 || !ours || linesOf(checking) > MOST_LINES) return;
    const made = await madeAnew(checking);
    if (!made || bytes.equals(made)) return;
    const difference = differenceOf(workbook, await readWorkbookCells(Buffer.from(made)));
    if (difference !== undefined) findings.add('suspect', 'workbook', path, difference);
  } catch (error) {
    if (!isWrongContent(error)) throw error;
    findings.add('suspect', 'workbook', path, '不是程序导出的推荐材料工作簿，或已损坏');
  }
}

/** Lines of a workbook that is made anew: of more, it would take more memory than a package may cost. */
const MOST_LINES = 5000;

function linesOf({ report, assessment }: Checking): number {
  return report.items.length + assessment.evidence.length;
}

/** Same data, same bytes (`buildWorkbook`). */
async function madeAnew({ assessment, standard, paths }: Checking): Promise<Uint8Array | undefined> {
  const { revision, previous } = revisionsOf(assessment);
  return (
    revision &&
    buildWorkbook({
      assessment,
      standard,
      revision: { ...revision, ...(previous && { previous: previous.number }) },
      paths,
      today: revision.date,
    })
  );
}
