import { growingNode, type GrowingNode } from './growing-node.ts';
import { asAdjustments } from './adjustment-entries.ts';
import type { Warn } from './warn.ts';
import { remarkLines } from '../rule-text/no-case.ts';
import { squeeze } from '../rule-text/compact.ts';
import { SCORING_RESIDUE } from '../rule-text/words.ts';
import { scoreInName } from '../cells/score-text.ts';
import { proposeRule } from '../rule-text/propose.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import {
  isVetoCase,
  isVetoName,
  isYes,
  namesEvil,
  sideOf,
  type Side,
  type VetoCase,
  vetoCasesOf,
  vetoEffectOf,
  vetoesIn,
} from '../cells/sides.ts';
import { isRequirement } from '../cells/requirements.ts';
import { COLUMN_ROLE_LABELS } from '../column-map.ts';
import type { RuleProposal } from '../standard-draft.ts';

/** Turns a finished item into what its texts say it is: an item with a rule, bonus, penalty or veto entries. */
export function entriesFrom(node: GrowingNode, side: Side, vetoCell: string, warn: Warn): GrowingNode[] {
  const entries = [...readEntries(node, side, vetoCell, warn), ...gainsBeside(node, warn)];
  // Beside an item of the same row all of it stands there.
  const isItem = entries.some(({ kind }) => kind === 'item');
  for (const entry of entries) if (entry.kind !== 'item' && !isItem) besideInWords(entry);
  return entries;
}

/** The bonus of an item whose row says it in a column of its own. */
function gainsBeside(node: GrowingNode, warn: Warn): GrowingNode[] {
  if (!/\d|加分/.test(node.bonus)) return [];
  const name = titleFrom(node.bonus);
  const bonus = {
    ...growingNode('bonus', /^每|^加/.test(name) ? node.title : `${node.title}：${name}`),
    ...{ criterion: node.bonus, appliesTo: node.appliesTo, sourceRows: [...node.sourceRows] },
  };
  return asAdjustments(bonus, 'bonus', node.sourceRows[0]?.row ?? 0, warn);
}

/** An entry of a standard has no remark, department or method: what stands beside it is part of its words. */
function besideInWords(entry: GrowingNode): void {
  const { method, department, deadline, appliesTo, evidence } = COLUMN_ROLE_LABELS;
  const told: [string, string][] = [
    ['', entry.note],
    [method, entry.methods.join('、')],
    [evidence, entry.kind === 'veto' ? entry.evidence.join('、') : ''],
    [department, entry.department],
    [deadline, entry.deadline],
    [appliesTo, entry.appliesTo.join('、')],
  ];
  const more = told
    .filter(([, text]) => /[\p{L}\p{N}]/u.test(text) && !entry.criterion.includes(text))
    .map(([label, text]) => (label === '' ? text : `${label}：${text}`));
  if (more.length > 0) entry.criterion = [entry.criterion || entry.title, ...more].join('\n\n');
  Object.assign(entry, { note: '', methods: [], department: '', deadline: '', appliesTo: [] });
}

function readEntries(node: GrowingNode, side: Side, vetoCell: string, warn: Warn): GrowingNode[] {
  const row = node.sourceRows[0]?.row ?? 0;
  const told = isVetoCase(vetoCell) ? vetoCell.trim() : '';
  const own = vetoCasesOf(told || node.criterion || node.title);
  // 备注：发生事故的，一票否决; 备注：实行一票否决.
  const noted = own.length === 0 ? vetoCasesOf(node.note).filter(({ effect }) => effect !== undefined) : [];
  const cases = noted.length > 0 ? noted : own;
  const effect = cases.find((each) => each.effect !== undefined)?.effect;
  const isVeto = isYes(vetoCell) || effect !== undefined;
  if (cases.some((each) => each.effect === undefined))
    warn('vetoUnclear', row, `第${row}行写有直接记0分，是本项得0分还是总分为0，请核对；需要时请加为一票否决`);
  // A row that says 否决 for its score is no bonus, wherever it stands.
  if (isVeto && !node.fullScore && (side === undefined || isYes(vetoCell))) {
    return asVetoes(told === '' ? node : toldBy(node, told), cases);
  }
  if (side !== undefined) {
    const entries = asAdjustments(node, side, row, warn);
    if (effect === undefined) return entries;
    warn('vetoWithPoints', row, `第${row}行既有加减分又是否决项：已同时作为加减分项和一票否决`);
    return [...entries, ...besides(node, cases, told)];
  }
  node.proposal ??= proposalOf(node, isVeto ? 'elsewhere' : 'unread');
  if (!isVeto || node.isHeld) return [node];
  warn('vetoWithPoints', row, `第${row}行既有分值又是否决项：已同时作为评分项和一票否决`);
  return [node, ...besides(node, cases, told)];
}

/** The vetoes of a row that is an entry with points as well: their cases alone, the rest is told there. */
function besides(node: GrowingNode, cases: readonly VetoCase[], told: string): GrowingNode[] {
  const vetoes = cases.filter(({ effect, text }) => effect !== undefined && saysCase(text));
  const noted = vetoEffectOf(node.note) === undefined ? '' : node.note;
  const criterion = [node.criterion, noted].filter((text) => text !== '').join('\n\n');
  const bare = { ...node, criterion, note: '', sourceRows: [...node.sourceRows], number: '' };
  if (told !== '' && vetoes.length < 2)
    return [
      {
        ...asVeto(bare, vetoes[0]?.effect),
        title: titleFrom(told),
        criterion: refers(told) ? `${told}\n\n${node.criterion}` : told,
      },
    ];
  const isNamed = sideOf(node.title) === undefined && !isRequirement(node.title);
  if (vetoes.length === 0)
    return asVetoes(isNamed ? bare : { ...bare, title: titleFrom(node.criterion || node.title) }, cases);
  if (vetoes.some(({ text }) => refers(text))) return asVetoes(bare, cases);
  return vetoes.map(({ text, effect }) => ({
    ...asVeto(bare, effect),
    title: `${isNamed && !text.includes(node.title) ? `${node.title}：` : ''}${titleFrom(text)}`,
    criterion: text,
    sourceRows: [...node.sourceRows],
  }));
}

/** 存在左列情况之一的: its words stand elsewhere in the row. */
function refers(text: string): boolean {
  return /[左右上前]列|上述|以上(?:各|情)|前[述款]/.test(text);
}

/** More than what follows from it: 一票否决 alone names no case. */
function saysCase(text: string): boolean {
  const words = squeeze(text);
  const follows =
    /^(?:[★☆※*本该此]?[项条为是属作]|指标|实行|予以|直接|[并且,])*[“"]?(?:一票否[决优]|取消|否决|不得|不予|[评定判认]为?)/;
  return !follows.test(words) || /,.*[的者]/.test(words);
}

/** A node whose veto column says the case; its other texts stay below it. */
function toldBy(node: GrowingNode, told: string): GrowingNode {
  return { ...node, title: titleFrom(told), criterion: [told, node.criterion].filter(Boolean).join('\n\n') };
}

/** A veto of its own, or one for each case that its text lists, with the words that lead to them. */
function asVetoes(node: GrowingNode, cases: readonly VetoCase[]): GrowingNode[] {
  const told = cases.filter(({ effect }) => effect !== undefined);
  // 否决 beside 直接定为不合格: said twice of the row's own case.
  const vetoes = told.some(({ text }) => saysCase(text)) ? told : told.slice(0, 1);
  const [first, ...more] = vetoes;
  const [line, ...lines] = vetoesIn(node.criterion);
  if (more.length === 0 && line !== undefined && lines.length > 0)
    return [line, ...lines].map((text) => ({
      ...asVeto(node, first?.effect),
      title: titleFrom(text),
      criterion: [text, ...remarkLines(node.criterion)].join('\n'),
      sourceRows: [...node.sourceRows],
    }));
  if (more.length === 0) {
    const title = vetoTitle(node, first?.text ?? '');
    const isLost = title !== node.title && !node.criterion.includes(node.title);
    const criterion = isLost ? `${node.title}\n\n${node.criterion}` : node.criterion;
    return [{ ...asVeto(node, first?.effect), title, criterion }];
  }
  const lead = leadOf(node, first?.text ?? '');
  return vetoes.map(({ text, effect }) => ({
    ...asVeto(node, effect),
    title: titleFrom(text),
    criterion: [...lead, text, ...remarkLines(node.criterion)].join('\n'),
    sourceRows: [...node.sourceRows],
  }));
}

/** Its own, but not what is asked for where the case says the fault, nor 否决项 where a text of the row says more. */
function vetoTitle({ title, criterion }: GrowingNode, first: string): string {
  if (isRequirement(title) && namesEvil(first)) return titleFrom(first);
  const more = isVetoName(title) ? criterion.split(/\n\s*\n/).find((part) => !isVetoName(part)) : undefined;
  return more === undefined ? title : titleFrom(more);
}

/** What stands before the first case: its row's name and 有下列情形之一的，一票否决：, without the case's number. */
function leadOf({ title, criterion }: GrowingNode, first: string): string[] {
  const lead = criterion
    .slice(0, Math.max(0, criterion.indexOf(first)))
    .replace(/(?:\d+[.、]|[（(][\d一二三四五六七八九十]+[）)]|[①-⑳])\s*$/, '')
    .trim();
  return [criterion.includes(title) ? '' : title, lead].filter((text) => text !== '');
}

/** The rule that the criterion's column states; where the texts before it speak of points, all of them together. */
export function proposalOf(
  { criterion, scoring, scorings, fullScore }: GrowingNode,
  vetoes: 'elsewhere' | 'unread',
): GrowingNode['proposal'] {
  const from = scoring === '' ? 0 : Math.max(0, criterion.lastIndexOf(scoring));
  const before = scoreInName(criterion.slice(0, from).trim())?.rest ?? criterion.slice(0, from);
  if (from === 0) {
    const proposal = proposeRule(criterion, fullScore, { vetoes });
    return scorings === '' ? proposal : withOwnLabels(proposal, scorings, criterion);
  }
  if (SCORING_RESIDUE.test(squeeze(before)))
    return withOwnLabels(proposeRule(criterion, fullScore, { vetoes }), scoring, before);
  const proposal = proposeRule(criterion.slice(from), fullScore, { vetoes });
  const spans = proposal.spans.map((span) => ({ ...span, from: span.from + from, to: span.to + from }));
  return { ...proposal, spans };
}

/** Sure of a fault only where its words are the criterion's own, not those of the requirement beside it. */
function withOwnLabels(proposal: RuleProposal, scoring: string, beside: string): RuleProposal {
  if (proposal.confidence !== 'sure' || proposal.rule.kind !== 'deduct') return proposal;
  const [own, other] = [squeeze(scoring), squeeze(beside)];
  const isStrange = (clause: string) => clause !== '' && !own.includes(clause) && other.includes(clause);
  const strange = proposal.rule.faults.find(({ label }) => squeeze(label).split(/[,…]/).some(isStrange));
  if (!strange) return proposal;
  const explanation = `${proposal.explanation}；“${strange.label}”是不是扣分的情形，请核对`;
  return { ...proposal, confidence: 'likely', explanation };
}

function asVeto(node: GrowingNode, effect: GrowingNode['vetoEffect']): GrowingNode {
  return {
    ...node,
    kind: 'veto',
    fullScore: undefined,
    vetoEffect: effect ?? node.vetoEffect ?? 'notEligible',
    proposal: undefined,
  };
}
