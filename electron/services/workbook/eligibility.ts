import type { Workbook } from '@cj-tech-master/excelts';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { type Eligibility, resultLabel, verdictWords } from '../../../shared/eligibility/eligibility.ts';
import type { Condition } from '../../../shared/eligibility/judged.ts';
import { officialNeeded } from '../../../shared/eligibility/verdict.ts';
import type { AssessmentFinding } from '../../../shared/eligibility/finding.ts';
import type { Context } from './context.ts';
import { addTable } from './page.ts';
import type { StyledValue } from '../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../sheets/styles.ts';
import { numbered, type TableColumn, titled } from '../sheets/table.ts';

/** A condition or a finding. */
interface Line {
  readonly what: string;
  readonly result: StyledValue;
  readonly detail: string;
  readonly source: string;
}

const COLUMNS: readonly TableColumn<Line>[] = [
  numbered(7),
  { title: '条件或事项', width: 34, cell: ({ what }) => [what, STYLES.text] },
  { title: '结果', width: 11, cell: ({ result }) => result },
  { title: '说明', width: 50, cell: ({ detail }) => [detail, STYLES.text] },
  { title: '依据', width: 38, cell: ({ source }) => [source, STYLES.text] },
];

const RESULT_STYLES: Record<Condition['result'], CellStyle> = {
  pass: STYLES.centre,
  inTime: STYLES.centre,
  open: STYLES.alert,
  fail: STYLES.alert,
  byStandard: STYLES.centre,
  vetoed: STYLES.alert,
  pending: STYLES.centre,
  late: STYLES.alert,
};
const SEVERITIES: Record<AssessmentFinding['severity'], StyledValue> = {
  block: ['须解决', STYLES.alert],
  warn: ['提醒事项', STYLES.centre],
};

/** 申报条件自查: every condition of the campaign with its source, then the findings. */
export function addEligibilitySheet(workbook: Workbook, context: Context): void {
  const { assessment, standard, eligibility, today } = context;
  const { ready, conditions, findings } = eligibility;
  const line = `单位：${assessment.unit.name}　　活动：${assessment.campaign.title}　　自查日期：${today}　　结论：${conclusion(eligibility, assessment.campaign)}`;
  const table = addTable(workbook, context, {
    name: '申报条件自查',
    columns: COLUMNS,
    above: titled('申报条件自查', line, ready ? STYLES.subtitle : STYLES.warning),
  });

  table.say('一、申报条件', STYLES.caption);
  table.put(
    conditions.map(({ code, title, result, detail, source }) => ({
      what: title,
      result: [resultLabel({ code, result }, standard), RESULT_STYLES[result]],
      detail,
      source: source ? `${source.document} ${source.clause}`.trim() : '',
    })),
  );

  table.say('二、检查发现', STYLES.caption);
  if (findings.length === 0) table.say('没有发现问题', STYLES.note);
  table.put(
    findings.map(({ item, severity, message }) => ({
      what: item === '' ? '整份材料' : item,
      result: SEVERITIES[severity],
      detail: message,
      source: '',
    })),
  );
  table.end();
}

/** The verdict's own words; without an official standard there is none to give. */
function conclusion(eligibility: Eligibility, campaign: Campaign): string {
  const { basis, findings } = eligibility;
  const label = verdictWords(eligibility);
  if (basis === 'official') return label;
  const open = findings.filter(({ severity }) => severity === 'block').length;
  return `${label}，${officialNeeded(campaign)}${open === 0 ? '' : `；须解决${open}处`}`;
}
