import { isPooled, placesFor, whoseWords } from '../../../shared/review/quota.ts';
import { totalWords } from '../../../shared/campaign/words.ts';
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
export function quotaSentence(desk: Pick<Desk, 'campaign' | 'level' | 'body'>): string {
  const { campaign, level, body = '' } = desk;
  const { quota } = campaign;
  const unnamed = level === 'body' && body === '' ? '未录入推荐单位；' : '';
  if (!quota)
    return campaign.kind === 'acceptance'
      ? '通知没有规定名额，验收合格的都可以确认'
      : `${unnamed}推荐活动没有规定名额`;
  const distinct = quota.distinct === 'industryOrRegion' ? '，须分属不同行业或不同地域' : '';
  const total =
    quota.total === undefined || level === 'body'
      ? ''
      : `；${totalWords(quota)}（${showSource(quota.totalSource ?? quota.source)}）`;
  const source = showSource(quota.source);
  if (isPooled(desk)) {
    const most = placesFor(quota, body);
    const number = most === undefined ? '的名额通知没有写' : `最多 ${most} 个`;
    return `${unnamed}${whoseWords(desk)}${number}${distinct}（${source}）${total}`;
  }
  const own = quota.bodies.filter(({ count }) => count !== undefined && count !== quota.perBody);
  const others = own.map(({ name, count }) => `${name} ${count} 个`).join('、');
  return `${eachWords(quota.perBody, others)}${distinct}（${source}）${total}`;
}

/** `others`: those with a number of their own. */
function eachWords(perBody: number | undefined, others: string): string {
  if (perBody !== undefined) return `每个推荐单位最多 ${perBody} 个${others === '' ? '' : `，其中${others}`}`;
  return others === '' ? '各推荐单位的名额通知没有写' : `${others}，其他推荐单位的名额通知没有写`;
}
