import type { Entry } from '../../../shared/registers/entry.ts';
import { sourcesOfProject } from '../../../shared/registers/kinds/projects.ts';
import { summaryOf, type SummaryRow } from '../../../shared/registers/projects/summary.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { sourceWords } from '../../../shared/standard/source-words.ts';
import { fillTemplate } from '../papers/fill-template.ts';
import { shippedTemplate } from './shipped-template.ts';

const READING = { action: '读取项目总结的版式', effect: '没有导出；登记的内容没有改动。' };

/** 总结 of a project as .docx, to be gone on with in WPS or Word; of pictures their names. `today`: ISO 8601. */
export async function projectDocument(
  resources: string,
  year: Year,
  { project, personal, today }: { project: Entry; personal: boolean; today: string },
): Promise<Buffer> {
  const summary = summaryOf(year, project, { personal });
  const parts = await shippedTemplate(resources, 'project.docx', READING);
  const { steps, differences, done } = summary;
  const [left, hidden] = [summary.left, summary.hidden].map((labels) => [...new Set(labels)].join('、'));
  const sources = sourceWords({ sources: [] }, sourcesOfProject(project)).join('；');
  return fillTemplate(parts, {
    标题: `${summary.name}总结`,
    说明: [
      `单位：${year.unit}　　制表日期：${today}`,
      ...(left ? [`个人信息（${left}）未导出`] : []),
      ...(hidden ? [`不显示的栏目（${hidden}）有内容，未导出`] : []),
    ].join('　　'),
    依据: `${sources === '' ? '' : `依据：${sources}。`}栏目和版式为参考格式。`,
    约定: named(summary.agreed),
    活动数: steps.length > 0 ? `（共 ${steps.length} 次）` : '',
    活动: rows(steps),
    差距数: differences.length > 0 ? `（共 ${differences.length} 项，已落实 ${done} 项）` : '',
    差距: rows(differences),
    结果: named(summary.outcome),
    材料: summary.files,
  });
}

const named = (said: SummaryRow['said']) => said.map(({ label, text }) => ({ 名: label, 文: text }));

const rows = (of: readonly SummaryRow[]) =>
  of.map(({ title, said }, at) => ({ 序号: `${at + 1}`, 题: title, 说: named(said) }));
