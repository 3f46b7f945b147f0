import { tagValue } from '../../../../shared/package/bag.ts';
import { NEWEST_PROFILE } from '../../../../shared/package/form.ts';
import { INDEX_NAME, README_NAME, WORKBOOK_NAME } from '../../../../shared/package/layout.ts';
import { SOFTWARE } from '../../base/version.ts';
import { buildWorkbook } from '../../workbook/build.ts';
import { TAG } from '../bag-info.ts';
import { isWrongContent, readWhole } from '../contents.ts';
import { indexPage } from '../index-page.ts';
import { MAX_INDEX_BYTES, MAX_WORKBOOK_BYTES, README_BYTES } from '../limits.ts';
import { readmeText } from '../readme.ts';
import { revisionsOf } from '../revision.ts';
import type { Checking } from './context.ts';
import { readWorkbookCells } from './workbook-cells.ts';
import { workbookFaults } from './workbook.ts';
import { differenceOf } from './workbook-difference.ts';

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

/** 目录.html is made of the data alone as well: byte for byte what the program writes. Profile 1 has none. */
export async function checkIndex(checking: Checking): Promise<void> {
  const { source, bag, findings, form, signal } = checking;
  if (form.profile === 1) return;
  const path = `data/${INDEX_NAME}`;
  const file = bag.payload.get(path);
  if (!file) {
    findings.add('suspect', 'index', path, '缺少这份目录');
    return;
  }
  try {
    if (isMadeOf(await readWhole(source, file, MAX_INDEX_BYTES, signal), indexPage(checking))) return;
  } catch (error) {
    if (!isWrongContent(error)) throw error;
  }
  findings.add('suspect', 'index', path, '不是程序为这份档案写的目录，可能被替换，请勿点里面的链接');
}

/** Held against each piece as it is made: of what a stranger's data would make, never more than his file is long. */
function isMadeOf(bytes: Buffer, pieces: Iterable<string>): boolean {
  let at = 0;
  for (const piece of pieces) {
    const expected = Buffer.from(piece, 'utf8');
    if (!bytes.subarray(at, at + expected.length).equals(expected)) return false;
    at += expected.length;
  }
  return at === bytes.length;
}

/**
 * 推荐材料.xlsx is what people read: what the program makes of the data, in every cell and its look. What the package says
 * of the version that made it is as easily forged as anything in it, and excuses nothing. Of profile 1, which is made no
 * more, unit, scores and totals are those of the data.
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
    const isCompared = checking.form.profile === NEWEST_PROFILE && linesOf(checking) <= MOST_LINES;
    const made = isCompared ? await madeAnew(checking) : undefined;
    if (made && bytes.equals(made)) return;
    const workbook = await readWorkbookCells(bytes);
    const faults = workbookFaults(workbook, checking);
    for (const fault of faults) findings.add('suspect', 'workbook', path, fault);
    if (faults.length > 0 || checking.form.profile !== NEWEST_PROFILE) return;
    if (!isCompared) {
      findings.remark('workbook-size', path, '行数太多，只核对了单位、得分、总分和校验清单，没有逐格核对');
      return;
    }
    if (!made) return;
    const difference = await differenceOf(workbook, await readWorkbookCells(Buffer.from(made)));
    if (difference !== undefined) findings.add('suspect', 'workbook', path, `${difference}${madeBy(bag)}`);
  } catch (error) {
    if (!isWrongContent(error)) throw error;
    findings.add('suspect', 'workbook', path, '不是程序导出的推荐材料工作簿，或已损坏');
  }
}

/** Another version may write a workbook otherwise: whoever asks is to ask that one. */
function madeBy({ tags }: Checking['bag']): string {
  const software = tagValue(tags, TAG.software);
  return software === undefined || software === SOFTWARE
    ? ''
    : `（包内写明由 ${software.slice(0, 40)} 导出，本程序是 ${SOFTWARE}；如果确实如此，请用那个版本校验）`;
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
