import type { Adjustment, AdjustmentBlock, Item, Section, Standard, Veto } from '../../standard/schema.ts';
import type { IdentityDraft } from '../import/schema.ts';
import { BLANK_NODE } from '../blank-node.ts';
import type { DraftNode, StandardDraft } from '../standard-draft.ts';

type Fields = Partial<DraftNode> & Pick<DraftNode, 'kind' | 'code' | 'title'>;

/** A standard as a draft to be edited: `draftToStandard` makes the same standard of it again. */
export function standardToDraft(standard: Standard): StandardDraft {
  let count = 0;
  const node = (fields: Fields): DraftNode => {
    count += 1;
    return { ...BLANK_NODE, accepted: true, id: `n${count}`, ...fields };
  };
  const section = ({ code, title, fullScore, weight, note = '', items, sections }: Section): DraftNode =>
    node({
      kind: 'section',
      code,
      title,
      fullScore,
      weight,
      note,
      children: [...items.map((each) => node(itemFields(each))), ...sections.map(section)],
    });
  const block = (kind: 'bonus' | 'penalty', { title, entries }: AdjustmentBlock): DraftNode =>
    node({
      kind: 'section',
      code: title,
      title,
      children: entries.map((entry) => node(adjustmentFields(kind, entry))),
    });
  const { bonus, penalty, vetoes } = standard;
  const nodes = [
    ...standard.sections.map(section),
    ...(bonus ? [block('bonus', bonus)] : []),
    ...(penalty ? [block('penalty', penalty)] : []),
    ...vetoes.map((veto) => node(vetoFields(veto))),
  ];
  return {
    nodes,
    sums: [],
    cells: [],
    notes: [],
    rows: [],
    warnings: [],
    bonusCap: bonus?.cap,
    penaltyCap: penalty?.cap,
  };
}

/** What a standard says of itself, to be edited. Its parts are to be ticked anew: the text may change. */
export function identityDraftOf(standard: Standard): IdentityDraft {
  const { id, title, edition, issuer, documentNumber, authority, statement, check } = standard;
  const { fullScore, passScore, notApplicable, unitCategories, facts, starBands, sources, notes } = standard;
  return {
    ...{ id, title, edition, issuer, documentNumber, authority, statement },
    ...{ checkedBy: check?.checkedBy ?? '', ticked: [] },
    ...{ fullScore, passScore, notApplicable, unitCategories, facts, starBands, sources, notes },
  };
}

function itemFields({ rule, basis, evidence, ...item }: Item): Fields {
  const { code, title, criterion, fullScore, methods } = item;
  const { appliesTo = [], department = '', deadline = '', note = '' } = item;
  const { needs, notApplicableWhen, notApplicableFor, notApplicableBasis, own } = item;
  return {
    ...{ kind: 'item', code, title, criterion, fullScore, methods, appliesTo, department, deadline, note },
    evidence: evidence.map((request) => request.title),
    proposal: { confidence: 'sure', rule, spans: [], explanation: '原标准的规则' },
    kept: {
      ...{ basis, needs, notApplicableWhen, notApplicableFor, notApplicableBasis, own },
      optionalEvidence: optional(evidence),
    },
  };
}

function adjustmentFields(kind: 'bonus' | 'penalty', entry: Adjustment): Fields {
  const { code, title, criterion, options, counting, cap, consequence, own, evidence, basis } = entry;
  return {
    ...{ kind, code, title, criterion, adjustment: { options, counting, cap } },
    evidence: evidence.map((request) => request.title),
    kept: { basis, consequence, own, optionalEvidence: optional(evidence) },
  };
}

function vetoFields({ code, title, criterion, effect, own, basis }: Veto): Fields {
  const kept = { basis, isOwnVeto: own, optionalEvidence: [] };
  return { kind: 'veto', code, title, criterion, vetoEffect: effect, kept };
}

function optional(evidence: Item['evidence']): string[] {
  return evidence.filter(({ required }) => !required).map(({ title }) => title);
}
