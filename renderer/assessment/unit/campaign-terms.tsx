import type { ReactNode } from 'react';
import { limitWords } from '../../../shared/campaign/limits.ts';
import { kindWords, totalWords } from '../../../shared/campaign/words.ts';
import {
  type Campaign,
  type CampaignStatement,
  CHANNEL_LABELS,
  type Deadline,
  type MaterialRequirement,
  NAMING_LEVEL_LABELS,
  type TieRule,
} from '../../../shared/campaign/schema.ts';
import { dayWords, TIMING_LABELS, timingOf, timingSentence } from '../../../shared/campaign/deadline.ts';
import { showPoints } from '../../../shared/values/points.ts';
import type { Source } from '../../../shared/standard/schema.ts';
import { commendationTerms } from './commendation-terms.ts';

/** One line of what the notice says. */
interface Term {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
  readonly source?: Source;
  /** The notice's own; '' where nobody has entered them. */
  readonly words?: string;
  readonly whose?: string;
}

/** What the campaign says, in the order of the notice. `today` is YYYY-MM-DD. */
export function termsOf(campaign: Campaign, today: string): Term[] {
  return [
    ...head(campaign),
    ...campaign.submissions.map(submission),
    ...conditions(campaign),
    ...campaign.deadlines.map((deadline) => ({
      key: `deadline ${deadline.code}`,
      title: DEADLINE_TITLES[deadline.by],
      content: <DeadlineText deadline={deadline} today={today} />,
      source: deadline.source,
    })),
    ...quota(campaign),
    ...commendationTerms(campaign),
    ...campaign.materials.map(material),
    ...weights(campaign),
    ...lists(campaign),
  ];
}

function lists({ industries, regions }: Campaign): Term[] {
  return [
    { key: 'industries', title: '行业', content: industries.join('、') },
    { key: 'regions', title: '地域', content: regions.join('、') },
  ].filter(({ content }) => content !== '');
}

const DEADLINE_TITLES: Record<Deadline['by'], string> = {
  unit: '单位报送期限',
  body: '推荐单位上报期限',
  office: '主办机关步骤',
};

function head({ kind, documentNumber, issuer }: Campaign): Term[] {
  const lines = [
    { key: 'kind', title: '类型', content: kindWords({ kind }).name },
    { key: 'number', title: '文号', content: documentNumber },
    { key: 'issuer', title: '发文单位', content: issuer },
  ];
  return lines.filter(({ content }) => content !== '');
}

function submission({
  code,
  from,
  receiver,
  channels,
  format,
  copies,
  source,
}: Campaign['submissions'][number]): Term {
  const how = [
    channels.map((channel) => CHANNEL_LABELS[channel]).join('、'),
    format,
    copies === undefined ? '' : `${copies} 份`,
  ].filter((part) => part !== '');
  return {
    ...{ key: `submission ${code}`, title: '报送', source },
    content: `${from}报${receiver}${how.length > 0 ? `：${how.join('，')}` : ''}`,
  };
}

function conditions(campaign: Campaign): Term[] {
  const { passScore, naming, willingness, cultivation } = campaign;
  return [
    ...(passScore
      ? [
          {
            ...{ ...passScore, key: 'score', title: kindWords(campaign).line },
            content: `${showPoints(passScore.points)} 分以上（含 ${showPoints(passScore.points)} 分）`,
          },
        ]
      : []),
    ...(naming
      ? [
          {
            ...{ ...naming, key: 'naming', title: '命名条件' },
            content: `已命名为${naming.levels.map((level) => NAMING_LEVEL_LABELS[level]).join('或')}`,
          },
        ]
      : []),
    ...(willingness ? [{ ...willingness, key: 'willing', title: '参评意愿', content: '自愿参评' }] : []),
    ...(cultivation
      ? [{ ...cultivation, key: 'cultivation', title: '培育对象', content: '已列为培育对象' }]
      : []),
    ...campaign.conditions.map((each) => ({
      ...{ ...each, key: `condition ${each.code}`, title: '其他条件', content: judgedBy(each) },
    })),
    ...campaign.vetoes.map((each) => ({
      ...{ ...each, key: `veto ${each.code}`, title: '否决事项', content: judgedBy(each) },
    })),
  ];
}

function judgedBy({ title, by }: CampaignStatement): string {
  return by === 'office' ? `${title}（由主办机关认定）` : title;
}

function DeadlineText({ deadline, today }: { readonly deadline: Deadline; readonly today: string }) {
  const { words, date, label, by, late } = deadline;
  const timing = date === '' ? 'inTime' : timingOf(deadline, today);
  return (
    <>
      {deadlineOf(words, date)}
      {date !== '' && by !== 'office' && timing === 'inTime' && (
        <div>
          {dayWords(deadline)}
          {deadline.includesDay === undefined && '，请提前报送'}
        </div>
      )}
      {timing === 'inTime' && late !== '' && <div>逾期：“{late}”</div>}
      {date !== '' && by !== 'office' && timing !== 'inTime' && (
        <div>
          <strong>{TIMING_LABELS[timing]}</strong>：{timingSentence(deadline, timing)}
        </div>
      )}
      <div>{label}</div>
    </>
  );
}

/** The notice's words often leave out the year. */
function deadlineOf(words: string, date: string): string {
  if (words === '') return date === '' ? '没有填日期' : date;
  return date === '' || words.includes(date.slice(0, 4)) ? `“${words}”` : `“${words}”（${date}）`;
}

function quota({ quota, kind }: Campaign): Term[] {
  if (!quota) return [];
  const { owner, perBody, bodies, distinct, total, source, totalSource } = quota;
  const whose =
    owner === 'office' ? '本推荐单位共' : bodies.length > 0 ? '下列推荐单位各' : '每个地方或部门共';
  const isCounted = bodies.some(({ count }) => count !== undefined);
  const listed = bodies.map(({ name, count }) => (count === undefined ? name : `${name}（${count} 个）`));
  const own: Term = {
    ...{ key: 'quota', title: `${kindWords({ kind }).act}名额`, source },
    content:
      (perBody === undefined
        ? isCounted
          ? '下列推荐单位'
          : '各推荐单位的名额没有写'
        : `${whose} ${perBody} 个`) +
      (distinct === 'industryOrRegion' ? '，须属不同行业或不同地域' : '') +
      (listed.length > 0 ? `：${listed.join('、')}` : ''),
  };
  if (total === undefined) return [own];
  const all: Term = {
    ...{ key: 'total', title: '全省总数' },
    content: totalWords(quota),
    source: totalSource ?? source,
  };
  return [own, all];
}

function material({ code, title, required, checklist, themes, limits, source }: MaterialRequirement): Term {
  const named = (name: string, points: MaterialRequirement['themes']) =>
    points.length > 0 && (
      <div>
        {name}：{points.map(({ label }) => label).join('、')}
      </div>
    );
  const limited = limitWords(limits);
  return {
    ...{ key: `material ${code}`, title: required ? '必备材料' : '选备材料', source },
    content: (
      <>
        {title}
        {named('须写到', checklist)}
        {named('主题', themes)}
        {limited !== '' && <div>{limited}</div>}
      </>
    ),
  };
}

const TIE_WORDS: Record<TieRule['by'], string> = {
  verified: '核验分',
  survey: '满意度调查',
  fieldVisit: '实地核验',
  self: '自评分',
  section: '一级指标核验分',
};

function weights({ comprehensive, tieRules = [] }: Campaign): Term[] {
  const ties = tieRules.map((rule, at): Term => ({
    ...{ key: `tie ${at}`, title: '同分规则', source: rule.source },
    content: `${at + 1}. ${TIE_WORDS[rule.by]}${rule.by === 'section' ? `（${rule.section}）` : ''}高的在前`,
  }));
  if (!comprehensive) return ties;
  const { verified, survey, fieldVisit, source } = comprehensive;
  const parts = [`核验分 ${showPoints(verified)}%`, `满意度调查 ${showPoints(survey)}%`];
  if (fieldVisit !== undefined) parts.push(`实地核验 ${showPoints(fieldVisit)}%`);
  return [{ key: 'weights', title: '综合评价权重', content: parts.join('，'), source }, ...ties];
}
