import * as z from 'zod';
import type { Source } from '../../standard/schema.ts';
import { assertNever } from '../../values/assert-never.ts';
import { isSameName } from '../../values/bare-name.ts';
import { withoutUnseen } from '../../values/text.ts';
import { experienceFaults } from '../commendation-faults.ts';
import { type Campaign, campaignSchema, type Deadline, type TieRule } from '../schema.ts';
import { isAssessed, kindWords } from '../words.ts';
import { commendationOf } from './commendation.ts';
import { type DraftFinding, fieldOf, Findings } from './finding.ts';
import { checkSense } from './sense.ts';
import { materialsOf } from './materials.ts';
import { DraftReader } from './read.ts';
import { isUntouched } from './rows.ts';
import type { CampaignDraft, ListName, RowOf } from './schema.ts';

/** What a draft makes. The campaign is absent where there are errors; warnings are in no one's way. */
export interface Finished {
  readonly campaign?: Campaign;
  readonly findings: readonly DraftFinding[];
}

/**
 * Reads the whole draft: everything that is missing or wrong at once, in the order of the notice. `titles`: those of the
 * other campaigns of the library.
 */
export function finishDraft(draft: CampaignDraft, titles: readonly string[] = []): Finished {
  const findings = new Findings(draft);
  const made = campaignOf(draft, new DraftReader(draft, findings), findings);
  checkSense(draft, made, findings);
  for (const { field, message } of experienceFaults(made)) findings.error(field, message);
  if (made.title !== '' && titles.some((each) => isSameName(each, made.title))) {
    findings.warn('title', `推荐活动里已经有一个“${made.title}”，列表里会分不清，请改个名称`);
  }
  const isWrong = () => findings.all.some(({ severity }) => severity === 'error');
  if (isWrong()) return { findings: findings.all };
  const checked = z.safeEncode(campaignSchema, made);
  if (checked.success) return { campaign: campaignSchema.parse(checked.data), findings: findings.all };
  for (const { path, message } of checked.error.issues) {
    findings.error(fieldOf(...path.map(String)), `${path.join('.')}：${message}`);
  }
  return { findings: findings.all };
}

/** The lines of a list in which something was typed. */
function used<List extends ListName>(draft: CampaignDraft, list: List): RowOf<List>[] {
  return (draft[list] as RowOf<List>[]).filter((row) => !isUntouched(list, row));
}

function campaignOf(draft: CampaignDraft, read: DraftReader, findings: Findings): Campaign {
  const { campaignId: id, kind, documentNumber, issuer } = draft;
  const title = read.needed(draft.title, 'title', '名称');
  if (title !== '' && title === draft.copiedTitle.trim()) {
    findings.error('title', '名称还是复制来的那一个，请改成新活动的名称');
  }
  return {
    ...{ version: campaignSchema.shape.version.value, id, title, kind },
    shortTitle: withoutUnseen(draft.shortTitle).trim() || title,
    documentNumber: documentNumber.trim(),
    issuer: issuer.trim(),
    submissions: submissionsOf(draft, read),
    ...(isAssessed(draft) ? termsOf(draft, read, findings) : {}),
    conditions: statementsOf(draft, 'conditions', read),
    vetoes: statementsOf(draft, 'vetoes', read),
    deadlines: deadlinesOf(draft, read, findings),
    ...(isAssessed(draft) ? quotaOf(draft, read, findings) : {}),
    materials: materialsOf(used(draft, 'materials'), read, findings),
    ...commendationOf(draft, read, findings),
    ...(isAssessed(draft) ? { ...weightsOf(draft, read, findings), ...tiesOf(draft, read, findings) } : {}),
    industries: read.words(draft.industries),
    regions: read.words(draft.regions),
    notes: read.words(draft.notes),
  };
}

function submissionsOf(draft: CampaignDraft, read: DraftReader): Campaign['submissions'] {
  return used(draft, 'submissions').map(({ code, from, receiver, channels, format, copies, ...source }) => {
    const at = (name: string) => fieldOf('submissions', code, name);
    const number = read.count(copies, at('copies'), { what: '份数', units: ['份'] });
    return {
      ...{ code, channels, format: format.trim() },
      from: read.needed(from, at('from'), '谁报'),
      receiver: read.needed(receiver, at('receiver'), '报给谁'),
      ...(number !== undefined && { copies: number }),
      source: read.source(source, fieldOf('submissions', code)),
    };
  });
}

type Terms = Pick<Campaign, 'passScore' | 'naming' | 'willingness' | 'cultivation'>;

function termsOf(draft: CampaignDraft, read: DraftReader, findings: Findings): Terms {
  const { passScore, naming, willingness, cultivation } = draft;
  if (naming.on && naming.levels.length === 0) findings.error('naming.levels', '命名条件没有选级别');
  return {
    ...(passScore.on && {
      passScore: {
        points: read.points(passScore.points, 'passScore.points', kindWords(draft).line),
        ...read.stated(passScore, 'passScore'),
      },
    }),
    ...(naming.on && { naming: { levels: naming.levels, ...read.stated(naming, 'naming') } }),
    ...(willingness.on && { willingness: read.stated(willingness, 'willingness') }),
    ...(cultivation.on && { cultivation: read.stated(cultivation, 'cultivation') }),
  };
}

function statementsOf(
  draft: CampaignDraft,
  list: 'conditions' | 'vetoes',
  read: DraftReader,
): Campaign['conditions'] {
  const name = list === 'conditions' ? '条件' : '否决事项';
  const rows = used(draft, list).map(({ code, title, by, ...rest }) => ({
    ...{ code, title: read.needed(title, fieldOf(list, code, 'title'), name) },
    ...(by === 'office' && { by }),
    ...read.stated(rest, fieldOf(list, code)),
  }));
  read.once(
    rows.map(({ code, title }) => ({ code, name: title })),
    ...([list, 'title'] as const),
  );
  return rows;
}

/** What a deadline is called where the notice gives it no name. */
const DEADLINE_LABELS: Partial<Record<Deadline['by'], string>> = { unit: '单位报送', body: '推荐单位上报' };

function deadlinesOf(draft: CampaignDraft, read: DraftReader, findings: Findings): Deadline[] {
  return used(draft, 'deadlines').map(({ code, label, by, date, includesDay, words, late, ...source }) => {
    const at = (name: string) => fieldOf('deadlines', code, name);
    if (date === '' && by !== 'office') {
      findings.warn(
        at('date'),
        `期限“${label || (DEADLINE_LABELS[by] ?? '')}”没有日期，不会提醒，也不会判断逾期`,
      );
    }
    const called = label.trim() || DEADLINE_LABELS[by];
    return {
      ...{ code, by, date, words: words.trim(), late: late.trim() },
      ...(date !== '' && includesDay !== 'unsaid' && { includesDay: includesDay === 'yes' }),
      label: called ?? read.needed(label, at('label'), '步骤名称'),
      source: read.source(source, fieldOf('deadlines', code)),
    };
  });
}

function quotaOf(draft: CampaignDraft, read: DraftReader, findings: Findings): Pick<Campaign, 'quota'> {
  const { on, owner, distinct } = draft.quota;
  const { quota } = draft;
  if (!on) return {};
  const what = { what: '名额', units: ['个', '家', '名'] };
  const perBody = read.count(quota.perBody, 'quota.perBody', what);
  const total = read.count(quota.total, 'quota.total', { ...what, what: '全省总数' });
  const listed = owner === 'bodies' ? used(draft, 'bodies') : [];
  if (listed.length === 0 && quota.perBody.trim() === '' && quota.total.trim() === '') {
    findings.error('quota.perBody', '名额没有填');
  }
  const bodies = listed.map(({ code, name, count }) => {
    const own = read.count(count, fieldOf('bodies', code, 'count'), what);
    return {
      ...{ code, name: read.needed(name, fieldOf('bodies', code, 'name'), '推荐单位名称') },
      ...(own !== undefined && { count: own }),
    };
  });
  read.once(bodies, 'bodies', 'name');
  return {
    quota: {
      ...{ owner, distinct, source: read.source(quota, 'quota') },
      ...(perBody !== undefined && { perBody }),
      bodies: bodies.map(({ code: _, ...body }) => body),
      ...(total !== undefined && {
        ...{ total, totalWords: quota.totalWords.trim() },
        totalSource: totalSource(quota, read),
      }),
    },
  };
}

function totalSource(
  { totalDocument, totalClause, totalPrevious }: CampaignDraft['quota'],
  read: DraftReader,
): Source {
  const cited = { document: totalDocument, clause: totalClause, previous: totalPrevious };
  return read.source(cited, 'quota', 'totalClause');
}

const WHOLE = 10_000;

function weightsOf(
  { comprehensive }: CampaignDraft,
  read: DraftReader,
  findings: Findings,
): Pick<Campaign, 'comprehensive'> {
  if (!comprehensive.on) return {};
  const of = (name: 'verified' | 'survey' | 'fieldVisit', label: string) =>
    read.percent(comprehensive[name], fieldOf('comprehensive', name), label);
  const [verified, survey] = [of('verified', '核验分权重') ?? 0, of('survey', '满意度调查权重') ?? 0];
  const fieldVisit = of('fieldVisit', '实地核验权重');
  const sum = verified + survey + (fieldVisit ?? 0);
  if (sum !== WHOLE) {
    findings.error('comprehensive.verified', `各部分权重之和应为 100%，现在是 ${sum / 100}%`);
  }
  return {
    comprehensive: {
      ...{ verified, survey, source: read.source(comprehensive, 'comprehensive') },
      ...(fieldVisit !== undefined && { fieldVisit }),
    },
  };
}

function tiesOf(draft: CampaignDraft, read: DraftReader, findings: Findings): Pick<Campaign, 'tieRules'> {
  const rows = used(draft, 'tieRules');
  if (rows.length === 0) return {};
  const seen = new Set<string>();
  const tieRules = rows.map(({ code, by, section, ...rest }): TieRule => {
    const what = `${by} ${by === 'section' ? section.trim() : ''}`;
    if (seen.has(what)) findings.error(fieldOf('tieRules', code, 'by'), '同分规则重复了');
    seen.add(what);
    // Its first choice stands from the start: what nobody says of is what nobody meant.
    if (rest.clause.trim() === '' && rest.previous === '')
      findings.error(
        fieldOf('tieRules', code, 'clause'),
        '同分规则要写明是通知的哪一条；通知没写的，请移除这一行',
      );
    const source = read.source(rest, fieldOf('tieRules', code));
    switch (by) {
      case 'verified':
      case 'survey':
      case 'fieldVisit':
      case 'self':
        return { by, source };
      case 'section':
        return {
          ...{ by, source },
          section: read.needed(section, fieldOf('tieRules', code, 'section'), '一级指标的编号'),
        };
      default:
        return assertNever(by);
    }
  });
  return { tieRules };
}
