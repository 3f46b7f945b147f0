import type { Desk } from '../../../shared/review/schema.ts';
import type { Campaign, TieRule } from '../../../shared/campaign/schema.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { showSource } from '../../ui/show.ts';

/** What decides between equal scores; that nothing does where the campaign states nothing. */
export function tieSentence({ tieRules }: Campaign, standard: Standard): string {
  const [first] = tieRules ?? [];
  if (!tieRules || !first) return '推荐活动没有规定同分时谁在前，同分并列';
  const parts = tieRules.map((rule) => partOf(rule, standard)).join('、');
  return `同分时依次比较${parts}，高者在前（${showSource(first.source)}）`;
}

function partOf(rule: TieRule, { sections }: Standard): string {
  if (rule.by !== 'section') {
    return { verified: '核验得分', survey: '满意率', fieldVisit: '实地核验分', self: '自评分' }[rule.by];
  }
  const title = sections.find(({ code }) => code === rule.section)?.title ?? rule.section;
  return `“${title}”核验得分`;
}

/** How many may be chosen: on the desk of one body all together, on the provincial one of each body. */
export function quotaSentence({ campaign: { quota }, level }: Pick<Desk, 'campaign' | 'level'>): string {
  if (!quota) return '推荐活动没有规定名额';
  const distinct = quota.distinct === 'industryOrRegion' ? '，须分属不同行业或不同地域' : '';
  if (level === 'body') {
    return `本推荐单位（含所属各县区、各单位）最多 ${quota.perBody} 个${distinct}（${showSource(quota.source)}）`;
  }
  const total =
    quota.total === undefined
      ? ''
      : `；全省原则上不超过 ${quota.total} 个（${showSource(quota.totalSource ?? quota.source)}）`;
  return `每个推荐单位最多 ${quota.perBody} 个${distinct}（${showSource(quota.source)}）${total}`;
}
