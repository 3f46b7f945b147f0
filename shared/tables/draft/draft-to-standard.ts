import { moduleOf, type Rule } from '../../standard/rules.ts';
import {
  type Adjustment,
  type Item,
  type Section,
  type Standard,
  STANDARD_VERSION,
  type Veto,
} from '../../standard/schema.ts';
import { allNodes } from './nodes.ts';
import { besides, holdsItems, linesOf, nameOf } from './node-texts.ts';
import { countedOf } from './entry-words.ts';
import { blockTitle, entriesOf, toldOutside } from './outside-parts.ts';
import { safeCode } from './safe-code.ts';
import { sensibleStep } from '../rule-text/propose.ts';
import type { DraftNode, KeptFields, StandardDraft } from '../standard-draft.ts';

/** What the table does not say of a standard: asked for in the wizard, or given on the command line. */
export type StandardIdentity = Pick<
  Standard,
  | 'id'
  | 'title'
  | 'edition'
  | 'issuer'
  | 'documentNumber'
  | 'authority'
  | 'statement'
  | 'fullScore'
  | 'passScore'
  | 'notApplicable'
> &
  Partial<Pick<Standard, 'check' | 'facts' | 'unitCategories' | 'starBands' | 'sources' | 'notes'>>;

/**
 * The standard that a draft stands for, in decoded form (points as hundredths): valid by standardSchema, codes
 * unique and fit for paths. Proposals are taken where accepted or `sure`; all else is `award` by hand.
 */
export function draftToStandard(draft: StandardDraft, identity: StandardIdentity): Standard {
  const codes = new CodeBook();
  const nodes = allNodes(draft.nodes);
  const sections = sectionsOf(draft.nodes, identity.title, codes);
  const bonus = entriesOf(draft.nodes, 'bonus').map((node) => adjustmentOf(node, codes));
  const penalty = entriesOf(draft.nodes, 'penalty').map((node) => adjustmentOf(node, codes));
  const vetoes = entriesOf(draft.nodes, 'veto').map((node) => vetoOf(node, codes));
  const unitCategories = categories(nodes, identity.unitCategories ?? []);
  const known = new Set(unitCategories.map(({ code }) => code));
  const cap = (points: number | undefined) => (points === undefined ? {} : { cap: points });
  return {
    version: STANDARD_VERSION,
    ...identity,
    unitCategories,
    // A category that was taken out is named nowhere else.
    facts: (identity.facts ?? []).map((fact) => ({
      ...fact,
      notAskedOf: fact.notAskedOf.filter((code) => known.has(code)),
    })),
    sections: spreadWeights(sections).map((section) => withCategories(section, known)),
    ...(bonus.length > 0
      ? { bonus: { title: blockTitle(nodes, 'bonus'), entries: bonus, ...cap(draft.bonusCap) } }
      : {}),
    ...(penalty.length > 0
      ? { penalty: { title: blockTitle(nodes, 'penalty'), entries: penalty, ...cap(draft.penaltyCap) } }
      : {}),
    vetoes,
    sources: identity.sources ?? [],
    notes:
      identity.notes ??
      [...new Set([...draft.notes.map(({ text }) => text.trim()), ...toldOutside(nodes)])].filter(
        (text) => text !== '' && text !== identity.title,
      ),
  };
}

/** Hands out codes: unique among entries, and among sections. */
class CodeBook {
  private readonly taken = { entry: new Set<string>(), section: new Set<string>() };

  take(space: 'entry' | 'section', preferred: string): string {
    const base = safeCode(preferred) || '项';
    let code = base;
    for (let i = 2; this.taken[space].has(code); i += 1) code = `${base.slice(0, 36)}-${i}`;
    this.taken[space].add(code);
    return code;
  }
}

/** A condition that was for none but categories that were taken out is for everybody: nobody is left to be told apart. */
function withCategories(section: Section, known: ReadonlySet<string>): Section {
  const items = section.items.map(({ notApplicableFor, ...item }): Item => {
    const held = notApplicableFor?.filter((code) => known.has(code)) ?? [];
    return held.length === 0 ? item : { ...item, notApplicableFor: held };
  });
  return { ...section, items, sections: section.sections.map((inner) => withCategories(inner, known)) };
}

/** At the top, and after a subsection, an item gets a section of its own. */
function sectionsOf(nodes: readonly DraftNode[], title: string, codes: CodeBook): Section[] {
  const tree = nodes.filter(holdsItems);
  // Of bonus and penalty alone there is a section without items: a standard has one.
  if (tree.every(({ kind }) => kind === 'item')) {
    return [
      {
        code: codes.take('section', '1'),
        title,
        sections: [],
        items: tree.map((node) => itemOf(node, codes)),
      },
    ];
  }
  return tree.map((node) => sectionOf(node, codes));
}

function sectionOf(node: DraftNode, codes: CodeBook): Section {
  const code = codes.take('section', node.code);
  if (node.kind === 'item') {
    return { code, title: nameOf(node), sections: [], items: [itemOf(node, codes)] };
  }
  const children = node.children.filter(holdsItems);
  const firstSection = children.findIndex(({ kind }) => kind === 'section');
  const own = firstSection < 0 ? children : children.slice(0, firstSection);
  const rest = children.slice(own.length);
  const note = linesOf(node.criterion, node.note, ...besides(node));
  return {
    code,
    title: nameOf(node),
    ...(node.fullScore === undefined ? {} : { fullScore: node.fullScore }),
    ...(node.weight === undefined ? {} : { weight: node.weight }),
    ...(note === '' ? {} : { note }),
    sections: rest.map((child) => sectionOf(child, codes)),
    items: own.map((child) => itemOf(child, codes)),
  };
}

/** Weights stand on top-level sections alone, and then on all of them or none. */
function spreadWeights(sections: Section[]): Section[] {
  const all = sections.every(({ weight }) => weight !== undefined);
  const bare = ({ weight: _weight, sections: inner, ...section }: Section): Section => ({
    ...section,
    sections: inner.map(bare),
  });
  return sections.map((section) =>
    all ? { ...section, sections: section.sections.map(bare) } : bare(section),
  );
}

function itemOf(node: DraftNode, codes: CodeBook): Item {
  const fullScore = node.fullScore ?? 0;
  return {
    code: codes.take('entry', node.code),
    title: nameOf(node),
    criterion: node.criterion.trim(),
    fullScore,
    rule: ruleOf(node),
    evidence: evidenceOf(node),
    methods: [...node.methods],
    basis: basisOf(node),
    ...stated(node.kept, ['needs', 'notApplicableWhen', 'notApplicableFor', 'notApplicableBasis', 'own']),
    ...(node.appliesTo.length > 0 ? { appliesTo: [...new Set(node.appliesTo.map(safeCode))] } : {}),
    ...(node.department === '' ? {} : { department: node.department }),
    ...(node.deadline === '' ? {} : { deadline: node.deadline }),
    ...(node.note === '' ? {} : { note: node.note }),
  };
}

/** The proposal, where it may be taken and can be scored; otherwise points by hand. */
function ruleOf({ proposal, accepted, fullScore = 0 }: DraftNode): Rule {
  const rule = proposal && (accepted || proposal.confidence !== 'likely') ? proposal.rule : undefined;
  const award: Rule = { kind: 'award', step: Math.min(sensibleStep(fullScore), Math.max(fullScore, 1)) };
  if (!rule) return award;
  return (moduleOf(rule).fits?.(rule, fullScore) ?? true) ? rule : award;
}

function adjustmentOf(node: DraftNode, codes: CodeBook): Adjustment {
  const { options, counting, cap } = countedOf(node);
  const consequence = linesOf(node.kept?.consequence, node.note, ...besides(node));
  return {
    code: codes.take('entry', node.code),
    title: nameOf(node),
    criterion: node.criterion.trim() || (node.kept ? '' : nameOf(node)),
    options: [...options],
    counting,
    ...(cap === undefined ? {} : { cap }),
    ...stated(node.kept, ['own']),
    // An entry has no other field for a remark.
    ...(consequence === '' ? {} : { consequence }),
    evidence: evidenceOf(node),
    basis: basisOf(node),
  };
}

/** Those of the kept fields that say something: an absent one is absent in the standard as well. */
function stated<K extends keyof KeptFields>(
  kept: KeptFields | undefined,
  keys: readonly K[],
): Partial<Pick<KeptFields, K>> {
  const fields = keys.map((key) => [key, kept?.[key]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== '')) as Partial<
    Pick<KeptFields, K>
  >;
}

function vetoOf(node: DraftNode, codes: CodeBook): Veto {
  return {
    code: codes.take('entry', node.code),
    title: nameOf(node),
    criterion: linesOf(node.criterion, node.note, ...besides(node)) || (node.kept ? '' : nameOf(node)),
    effect: node.vetoEffect ?? 'notEligible',
    own: node.kept?.isOwnVeto ?? false,
    basis: basisOf(node),
  };
}

function evidenceOf({ evidence, kept }: DraftNode): Item['evidence'] {
  return evidence.map((title) => ({ title, required: !kept?.optionalEvidence.includes(title) }));
}

function basisOf({ kept }: DraftNode): Item['basis'] {
  return [...(kept?.basis ?? [])];
}

/** Those that were named, and those that items speak of. */
function categories(
  nodes: readonly DraftNode[],
  named: Standard['unitCategories'],
): Standard['unitCategories'] {
  const known = new Set(named.map(({ code }) => code));
  const spoken = [...new Set(nodes.flatMap(({ appliesTo }) => appliesTo))].map((title) => ({
    code: safeCode(title),
    title,
  }));
  return [...named, ...spoken.filter(({ code }) => !known.has(code))];
}
