import { showPoints } from '../../../shared/values/points.ts';
import type {
  Adjustment,
  AdjustmentBlock,
  EvidenceRequest,
  Item,
  Section,
  Source,
  Standard,
} from '../../../shared/standard/schema.ts';
import { showSource } from '../../ui/show.ts';
import { ruleWords } from '../../../shared/standard/rules.ts';

export interface StandardRow {
  code: string;
  title: string;
  /** Titles of the sections between the block and the item. */
  group: string;
  criterion: string;
  points: string;
  rule: string;
  evidence: string[];
  methods: string;
  basis: string[];
  /** Everything that search looks through. */
  text: string;
}

export interface StandardBlockRows {
  code: string;
  title: string;
  rows: StandardRow[];
}

/** A standard as blocks of rows: one per top-level section, then bonus, penalty and vetoes. */
export function standardBlocks(standard: Standard): StandardBlockRows[] {
  const { sections, bonus, penalty, vetoes } = standard;
  const blocks = sections.map((section) => ({
    code: section.code,
    title: `${section.code} ${section.title}${section.fullScore === undefined ? '' : `（${showPoints(section.fullScore)} 分）`}`,
    rows: sectionRows(section, ''),
  }));
  if (bonus) blocks.push(adjustmentRows('bonus', bonus, '加'));
  if (penalty) blocks.push(adjustmentRows('penalty', penalty, '扣'));
  if (vetoes.length > 0) {
    const rows = vetoes.map(({ code, title, criterion, effect, basis }) =>
      row({
        code,
        title,
        criterion,
        points: '—',
        rule: effect === 'totalZero' ? '存在时总分为 0 分' : '存在时不能推荐',
        basis,
      }),
    );
    blocks.push({ code: 'veto', title: '一票否决', rows });
  }
  return blocks;
}

function sectionRows(section: Section, group: string): StandardRow[] {
  return [
    ...section.items.map((item) => itemRow(item, group)),
    ...section.sections.flatMap((child) =>
      sectionRows(child, [group, `${child.code} ${child.title}`].filter(Boolean).join(' / ')),
    ),
  ];
}

function itemRow(item: Item, group: string): StandardRow {
  const notApplicable = item.notApplicableWhen ? `；${item.notApplicableWhen}可申报不适用` : '';
  return row({
    ...item,
    group,
    points: showPoints(item.fullScore),
    rule: `${ruleWords(item.rule)}${notApplicable}`,
    methods: item.methods.join('、'),
  });
}

function adjustmentRows(code: string, block: AdjustmentBlock, sign: '加' | '扣'): StandardBlockRows {
  const cap = block.cap === undefined ? '' : `（最多${sign} ${showPoints(block.cap)} 分）`;
  return {
    code,
    title: `${block.title}${cap}`,
    rows: block.entries.map((entry) =>
      row({ ...entry, points: `${sign}分`, rule: adjustmentWords(entry, sign) }),
    ),
  };
}

function adjustmentWords({ options, counting, cap }: Adjustment, sign: '加' | '扣'): string {
  const each = options.map(({ label, points }) => `${label}${sign} ${showPoints(points)} 分`).join('；');
  const highest = counting === 'highest' ? '；只按最高的一项计' : '';
  return `${each}${highest}${cap === undefined ? '' : `；最多${sign} ${showPoints(cap)} 分`}`;
}

interface RowParts {
  code: string;
  title: string;
  group?: string;
  criterion: string;
  points: string;
  rule: string;
  evidence?: EvidenceRequest[];
  methods?: string;
  basis: Source[];
}

function row({
  code,
  title,
  group = '',
  criterion,
  points,
  rule,
  methods = '',
  ...rest
}: RowParts): StandardRow {
  const evidence = (rest.evidence ?? []).map((each) =>
    each.required ? each.title : `${each.title}（选备）`,
  );
  const basis = rest.basis.map(showSource);
  const text = [code, title, group, criterion, rule, methods, ...evidence, ...basis].join('\n');
  return { code, title, group, criterion, points, rule, evidence, methods, basis, text };
}
