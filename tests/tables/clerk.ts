import type { Imported } from '../../electron/services/import/import-standard.ts';
import type { Adjustment, Item, Section } from '../../shared/standard/schema.ts';
import type { EntryTruth, ItemTruth, SectionTruth, Truth } from './truth.ts';

/** What a clerk would write down of a table by hand, each rule left to a person: the judge must find nothing in it. */
export function byHand(truth: Truth): Imported {
  const all = truth.entriesOnly ? [] : [{ title: '全部', sections: [], items: truth.items }];
  const warnings = [...(truth.sums === 'wrong' ? ['totalSum'] : []), ...(truth.isAsked ? ['range'] : [])];
  return {
    standard: {
      version: 2,
      id: 'by-hand',
      edition: '1',
      title: truth.title ?? '标准',
      issuer: '',
      documentNumber: truth.documentNumber ?? '',
      authority: 'custom',
      statement: '',
      fullScore: truth.fullScore ?? 0,
      passScore: truth.passScore ?? 0,
      notApplicable: { rule: 'forbidden', scope: 'marked' },
      unitCategories: [],
      facts: [],
      sections: (truth.sections.length > 0 ? truth.sections : all).map(section),
      bonus: { title: '加分', cap: truth.bonusCap, entries: truth.bonus.map(entry) },
      penalty: { title: '扣分', entries: truth.penalty.map(entry) },
      vetoes: truth.vetoes.map((title, index) => ({
        code: String(index),
        title,
        criterion: '',
        effect: 'totalZero',
        own: false,
        basis: [],
      })),
      sources: [],
      notes: [],
    },
    rows: [],
    cells: [],
    isUsable: true,
    confidence: { sure: 0, likely: 0, byHand: 0 },
    tables: [],
    warnings: warnings.map((code) => ({ code, table: '1', row: 0, column: 0, message: '' })),
  };
}

function section({ title, declared, sections, items }: SectionTruth): Section {
  return {
    code: title,
    title,
    ...(declared !== undefined && { fullScore: declared }),
    sections: sections.map(section),
    items: items.map(item),
  };
}

function item({ title, code, points, words }: ItemTruth): Item {
  return {
    code: code ?? title,
    title,
    criterion: words.join('\n'),
    fullScore: points,
    rule: { kind: 'award', step: 1 },
    evidence: [],
    methods: [],
    basis: [],
  };
}

function entry({ title, points, words }: EntryTruth): Adjustment {
  return {
    code: title,
    title,
    criterion: words.join('\n'),
    options: points.map((each) => ({ code: '1', label: title, points: each })),
    counting: 'sum',
    evidence: [],
    basis: [],
  };
}
