import { showPoints } from '../values/points.ts';
import { exemptionWords } from '../standard/gaps.ts';
import { moduleOf } from '../standard/rules.ts';
import type { Facts } from '../standard/rules/kind.ts';
import {
  type Adjustment,
  type EvidenceRequest,
  type Section,
  VETO_EFFECT_LABELS,
} from '../standard/schema.ts';
import { compareOptions } from './options.ts';
import { plainText } from '../values/pair.ts';
import type { Place } from '../standard/places.ts';

export interface PlaceComparison {
  readonly reworded: boolean;
  readonly rescored: boolean;
  readonly moved: boolean;
  /** One Chinese sentence per difference, also for those that change neither text nor points nor place. */
  readonly details: string[];
}

/** What differs between two places that were matched. `sameSection` knows which sections were matched. */
export function comparePlaces(
  old: Place,
  fresh: Place,
  sameSection: (old: Section, fresh: Section) => boolean,
): PlaceComparison {
  const options = sameRuleKind(old, fresh) ? compareOptions(old, fresh) : { rescored: [], reworded: [] };
  const scoring = [...differences(scoringOf(old), scoringOf(fresh)), ...options.rescored];
  const words = [
    ...(['title', 'criterion'] as const).flatMap((field) =>
      plainText(old[field]) === plainText(fresh[field]) ? [] : [rewording(field, old, fresh)],
    ),
    ...differences(wordingOf(old), wordingOf(fresh)),
    ...options.reworded,
  ];
  const way = wayBetween(old, fresh, sameSection);
  return {
    reworded: words.length > 0,
    rescored: scoring.length > 0,
    moved: way.length > 0,
    details: [...scoring, ...words, ...way, ...differences(remarksOf(old), remarksOf(fresh))],
  };
}

/** Where the kind of rule differs, which is said by itself, its parts have nothing in common. */
function sameRuleKind(old: Place, fresh: Place): boolean {
  return old.kind !== 'item' || fresh.kind !== 'item' || old.item.rule.kind === fresh.item.rule.kind;
}

/** Criteria can be long: that they differ is said here, the texts stand beside each other elsewhere. */
function rewording(field: 'title' | 'criterion', old: Place, fresh: Place): string {
  return field === 'title' ? `标题由“${old.title}”改为“${fresh.title}”` : '评分标准的文字有改动';
}

/** What decides about points, apart from the options. */
function scoringOf(place: Place): Facts {
  switch (place.kind) {
    case 'item':
      return {
        分值: `${showPoints(place.fullScore)}分`,
        评分方式: moduleOf(place.item.rule).label,
        ...moduleOf(place.item.rule).terms?.(place.item.rule),
      };
    case 'veto':
      return { 后果: VETO_EFFECT_LABELS[place.veto.effect] };
    default:
      return adjustmentTerms(place.entry);
  }
}

function adjustmentTerms({ counting, cap }: Adjustment): Facts {
  return {
    计分方法: counting === 'sum' ? '累计' : '只计最高一项',
    上限: cap === undefined ? '' : `${showPoints(cap)}分`,
  };
}

/** What the text asks for, apart from title and criterion. */
function wordingOf(place: Place): Facts {
  if (place.kind === 'veto') return {};
  if (place.kind !== 'item') return { 佐证要求: requests(place.entry.evidence) };
  const { evidence, notApplicableWhen = '', rule } = place.item;
  return {
    佐证要求: requests(evidence),
    适用的单位类别: place.categories.join('、') || '全部',
    可申报不适用的情形: exemptionWords(place.needs, notApplicableWhen),
    可申报不适用的单位类别: place.exemptCategories.join('、'),
    ...moduleOf(rule).wording?.(rule),
  };
}

/** Worth knowing, but nothing that an answer depends on. */
function remarksOf(place: Place): Facts {
  if (place.kind !== 'item') return {};
  const { methods, department, deadline } = place.item;
  return { 评价方式: methods.join('、'), 责任部门: department ?? '', 完成时限: deadline ?? '' };
}

function requests(evidence: readonly EvidenceRequest[]): string {
  return evidence.map(({ title, required }) => (required ? title : `${title}（选备）`)).join('、');
}

/** A fact that only one side knows belongs to a kind of rule that the other has not: no difference by itself. */
export function differences(old: Facts, fresh: Facts): string[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  return names.flatMap((name) => {
    const [was, is] = [old[name], fresh[name]];
    if (was === undefined || is === undefined || plainText(was) === plainText(is)) return [];
    if (was === '') return [`新增${name}：${is}`];
    return is === '' ? [`取消${name}（原为${was}）`] : [`${name}由“${was}”改为“${is}”`];
  });
}

function wayBetween(
  old: Place,
  fresh: Place,
  sameSection: (old: Section, fresh: Section) => boolean,
): string[] {
  const way = plainText(old.code) === plainText(fresh.code) ? [] : [`编号由${old.code}改为${fresh.code}`];
  if (old.kind !== 'item' || fresh.kind !== 'item') return way;
  const stayed =
    old.path.length === fresh.path.length &&
    old.path.every((section, depth) => {
      const other = fresh.path[depth];
      return other !== undefined && sameSection(section, other);
    });
  return stayed ? way : [...way, `由“${titles(old.path)}”移到“${titles(fresh.path)}”`];
}

const titles = (path: readonly Section[]): string => path.map(({ title }) => title).join(' › ');
