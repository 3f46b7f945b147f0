import type { Plan } from './plan.ts';

/** Names of what the table shows, for the report. */
export function classesOf(plan: Plan): string[] {
  const { shared, extras, foot } = plan;
  return [
    `levels ${plan.depth}`,
    ...(plan.depth > 0 ? [`levels ${plan.style}`, `section numbers ${plan.sectionNumbers}`] : []),
    ...(plan.ragged ? ['ragged levels'] : []),
    ...(plan.longLevels ? ['long level names'] : []),
    ...(plan.numberedHeadings && plan.style === 'heading' ? ['headings by number column'] : []),
    ...(plan.sectionScore !== 'none' ? [`section score in ${plan.sectionScore}`] : []),
    `item numbers ${plan.itemNumbers}`,
    `score in ${plan.score}`,
    ...(plan.requirement === 'unknown' ? ['unknown heading'] : []),
    ...(plan.unknownLevels ? ['unknown level headings'] : []),
    ...(shared.length > 0 ? ['merged over items'] : []),
    ...(extras.includes('target') ? ['target value'] : []),
    ...(extras.includes('unit') ? ['kinds of unit'] : []),
    ...(plan.continued ? ['continued items'] : []),
    `header rows ${plan.headerRows}`,
    ...(plan.headless !== 'none' ? [`headless ${plan.headless}`] : []),
    ...(plan.decorated ? ['decorated header'] : []),
    ...(plan.subtotals !== 'none' ? [`subtotals ${plan.subtotals}`] : []),
    ...(plan.total !== 'none' ? [`total ${plan.total}`] : []),
    plan.wrong === 'none' ? 'sums right' : 'sums wrong',
    ...(plan.pageBreaks > 0 ? ['page break'] : []),
    ...(plan.parts ? ['several tables'] : []),
    ...(plan.blankRows ? ['blank rows'] : []),
    ...(extras.includes('blank') ? ['blank column'] : []),
    ...(plan.bonus !== 'none' ? [`bonus ${plan.bonus}`] : []),
    ...(plan.bonusSum ? ['bonus sum'] : []),
    ...(plan.bonusCap ? ['bonus cap'] : []),
    ...(plan.oneBlock ? ['bonus and penalty in one'] : []),
    ...(plan.penalty !== 'none' ? [`penalty ${plan.penalty}`] : []),
    ...(plan.vetoes !== 'none' ? [`vetoes ${plan.vetoes}`] : []),
    ...foot.map((each) => `foot ${each}`),
    ...(plan.title !== 'none' ? [`title ${plan.title}`] : []),
    ...(plan.passScore ? ['pass score'] : []),
    ...(plan.documentNumber ? ['document number'] : []),
    `scores as ${plan.scoreForm}`,
    ...(plan.halves ? ['half points'] : []),
  ];
}
