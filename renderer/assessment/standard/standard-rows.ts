import { exemptionOf, exemptionOrigin } from '../../../shared/standard/gaps.ts';
import { sourceWords } from '../../../shared/standard/source-words.ts';
import { ownVetoWords, ownWords, vetoHeading } from '../../../shared/standard/own-words.ts';
import { showPoints } from '../../../shared/values/points.ts';
import {
  type Adjustment,
  type EvidenceRequest,
  type Item,
  type Section,
  type Standard,
  VETO_EFFECT_LABELS,
} from '../../../shared/standard/schema.ts';
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
  own: string;
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
  const { sections, vetoes } = standard;
  const blocks = sections.map((section) => ({
    code: section.code,
    title: `${section.code} ${section.title}${section.fullScore === undefined ? '' : `（${showPoints(section.fullScore)} 分）`}`,
    rows: sectionRows(standard, section, ''),
  }));
  blocks.push(...adjustmentRows(standard, 'bonus', '加'), ...adjustmentRows(standard, 'penalty', '扣'));
  if (vetoes.length > 0) {
    const rows = vetoes.map(({ code, title, criterion, effect, own, basis }) =>
      row({
        code,
        title,
        criterion,
        points: '—',
        rule: `存在的，${VETO_EFFECT_LABELS[effect]}`,
        own: own ? ownVetoWords(standard) : undefined,
        basis: sourceWords(standard, basis),
      }),
    );
    blocks.push({ code: 'veto', title: vetoHeading(standard), rows });
  }
  return blocks;
}

function sectionRows(standard: Standard, section: Section, group: string): StandardRow[] {
  return [
    ...section.items.map((item) => itemRow(standard, item, group)),
    ...section.sections.flatMap((child) =>
      sectionRows(standard, child, [group, `${child.code} ${child.title}`].filter(Boolean).join(' / ')),
    ),
  ];
}

function itemRow(standard: Standard, item: Item, group: string): StandardRow {
  // Of no category: everything that is asked of anybody.
  const exemption = exemptionOf(standard, item, '');
  const notApplicable =
    standard.notApplicable.rule === 'forbidden' || exemption.words === ''
      ? ''
      : `；${exemption.words}可申报不适用（${exemptionOrigin(exemption, standard)}）`;
  return row({
    ...item,
    basis: sourceWords(standard, item.basis),
    group,
    points: showPoints(item.fullScore),
    rule: `${ruleWords(item.rule)}${notApplicable}`,
    own: item.own && ownWords(standard, item.own),
    methods: item.methods.join('、'),
  });
}

function adjustmentRows(
  standard: Standard,
  code: 'bonus' | 'penalty',
  sign: '加' | '扣',
): StandardBlockRows[] {
  const block = standard[code];
  if (!block) return [];
  const cap = block.cap === undefined ? '' : `（最多${sign} ${showPoints(block.cap)} 分）`;
  const rows = block.entries.map((entry) =>
    row({
      ...entry,
      basis: sourceWords(standard, entry.basis),
      points: `${sign}分`,
      rule: adjustmentWords(entry, sign),
      own: [entry.consequence, entry.own && ownWords(standard, entry.own)].filter(Boolean).join('；'),
    }),
  );
  return [{ code, title: `${block.title}${cap}`, rows }];
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
  /** What no document states, or what follows besides. */
  own?: string | undefined;
  basis: string[];
}

function row({
  code,
  title,
  group = '',
  criterion,
  points,
  rule,
  methods = '',
  own = '',
  basis,
  ...rest
}: RowParts): StandardRow {
  const evidence = (rest.evidence ?? []).map((each) =>
    each.required ? each.title : `${each.title}（选备）`,
  );
  const text = [code, title, group, criterion, rule, methods, own, ...evidence, ...basis].join('\n');
  return { code, title, group, criterion, points, rule, evidence, methods, own, basis, text };
}
