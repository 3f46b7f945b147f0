import { apartEntry, entryPartName, showAnswer, togetherEntry } from '../assessment/entry-parts.ts';
import type { Assessment } from '../assessment/schema.ts';
import type { DocumentMerging } from '../document.ts';
import type { Standard } from '../standard/schema.ts';
import { own } from '../values/own.ts';
import { formatPoints } from '../values/points.ts';
import { mapValues } from '../values/records.ts';
import { gapsWords } from '../eligibility/verdict.ts';
import {
  type ConfirmedGaps,
  type Desk,
  DESK_LEVEL_LABELS,
  EMPTY_REVIEW_ENTRY,
  type Review,
  type ReviewEntry,
} from './schema.ts';
import { plainText } from '../values/text.ts';

const REVIEW_LABELS: Readonly<Record<string, string>> = {
  reviewers: '核验人',
  conclusion: '核验结论',
  gapsConfirmed: '合理缺项的确认',
  'survey.sample': '满意度调查：样本数',
  'survey.satisfied': '满意度调查：满意人数',
  'survey.date': '满意度调查：日期',
  'survey.by': '满意度调查：调查单位',
  survey: '满意度调查',
  'publicity.from': '公示开始日期',
  'publicity.to': '公示结束日期',
  'publicity.objections': '公示期间的异议',
  publicity: '公示',
  'confirmation.document': '确认文号',
  'confirmation.date': '确认日期',
  confirmation: '确认',
  fieldVisits: '实地核验',
};

const VISIT_LABELS: Readonly<Record<string, string>> = {
  date: '日期',
  people: '参加人员',
  findings: '发现的情况',
  photos: '照片和文件',
  score: '得分',
};

type ReviewParts = Omit<Review, 'entries' | 'gapsConfirmed'> & {
  readonly entries: Record<string, object>;
  readonly gapsConfirmed?: string;
};

type ReviewContext = { readonly assessment: Assessment; readonly standard: Standard };

/** How two versions of a review are merged and told apart. */
export const reviewMerging: DocumentMerging<Review, ReviewContext> = {
  apart: ({ updatedAt: _, entries, gapsConfirmed: gaps, ...rest }) => ({
    ...rest,
    // One thing: the number of one side never stands beside the points of the other.
    ...(gaps && { gapsConfirmed: JSON.stringify([gaps.points, ...gaps.codes]) }),
    entries: mapValues(entries, (entry) => apartEntry(entry ?? EMPTY_REVIEW_ENTRY, 'pending')),
  }),
  together: (parts, current) => {
    const { entries, gapsConfirmed, ...rest } = parts as ReviewParts;
    return {
      ...rest,
      ...(gapsConfirmed !== undefined && { gapsConfirmed: confirmedIn(gapsConfirmed) }),
      updatedAt: current.updatedAt,
      entries: mapValues(entries, (entry) => togetherEntry<ReviewEntry>(entry, EMPTY_REVIEW_ENTRY)),
    };
  },
  name: ([head = '', ...inside], { value, context: { assessment, standard } }) => {
    if (head === 'entries') {
      const piece = (sha256: string) =>
        assessment.evidence.find((each) => each.sha256 === sha256)?.label ?? sha256.slice(0, 8);
      return entryPartName(standard, inside, { reason: '核验意见', piece });
    }
    const [first = '', second = ''] = inside;
    const label = own(REVIEW_LABELS, `${head}.${first}`) ?? own(REVIEW_LABELS, head) ?? '核验记录';
    if (head !== 'fieldVisits') return label;
    const visit = value.fieldVisits.find(({ id }) => id === first);
    return [`${label} ${visit?.date ?? ''}`.trim(), own(VISIT_LABELS, second) ?? '']
      .filter((part) => part !== '')
      .join('：');
  },
  show: ([head = '', ...inside], content, { context: { standard } }) => {
    if (content === undefined || content === null || content === '') return '';
    if (head === 'gapsConfirmed') return gapsWords({ gaps: confirmedIn(plainText(content)) });
    if (head !== 'entries') return textOf(content);
    const [code = '', part, ...deeper] = inside;
    if (part === 'reason') return plainText(content);
    if (part === 'answer') return showAnswer(standard, inside, content);
    if (part === 'evidence') return decisionText(deeper, content);
    const { answer, reason = '' } = content as { answer?: object; reason?: string };
    const scored = answer ? showAnswer(standard, [code, 'answer'], answer) : '待核';
    return [scored, reason].filter((each) => each !== '').join('；');
  },
};

/** As `apart` has written it. */
function confirmedIn(text: string): ConfirmedGaps {
  const [points, ...codes] = JSON.parse(text) as [number, ...string[]];
  return { count: codes.length, points, codes };
}

/** A decision on evidence, or its reason alone. */
function decisionText([, field]: readonly string[], content: unknown): string {
  if (field === 'reason') return plainText(content);
  const decision = typeof content === 'object' ? (content as { decision?: unknown }).decision : content;
  return decision === 'accepted' ? '认可' : '不予认可';
}

const DESK_LABELS: Readonly<Record<string, string>> = {
  title: '核验台名称',
  level: '核验台归属',
  office: '核验单位',
  body: '推荐单位',
  bodies: '推荐单位的名单',
  placements: '推荐单位的归属',
  placedBySuperior: '按上级主管部门归入推荐单位',
  corrections: '行业、地域的更正',
  campaign: '推荐活动',
  choices: '择优人选',
  adjustments: '名次调整',
  acceptances: '对存疑推荐包的决定',
};

/** The same of a desk: its decisions, each by the package that it is about. */
export const deskMerging: DocumentMerging<Desk, unknown> = {
  // One thing: a quota of one side never stands beside the conditions of the other.
  apart: ({ updatedAt: _, campaign, ...rest }) => ({ ...rest, campaign: JSON.stringify(campaign) }),
  together: (parts, { updatedAt }) => {
    const { campaign, ...rest } = parts as Omit<Desk, 'updatedAt' | 'campaign'> & { campaign: string };
    return { ...rest, campaign: JSON.parse(campaign) as Desk['campaign'], updatedAt };
  },
  name: ([head = '', key]) => {
    const label = own(DESK_LABELS, head) ?? '核验台';
    // Of a body its name stands beside it already; a campaign has fields, no packages.
    if (head === 'bodies' || head === 'campaign') return label;
    return key === undefined ? label : `${label}（推荐包 ${key.slice(0, 8)}）`;
  },
  show: ([head], content) => {
    if (head === 'level') return own(DESK_LEVEL_LABELS, plainText(content)) ?? '';
    if (head === 'campaign') return campaignText(content);
    if (head === 'placedBySuperior') return content === true ? '是' : '否';
    return textOf(content);
  },
};

/** As `apart` has written it, told by its deciding numbers; '' for none. */
function campaignText(content: unknown): string {
  if (typeof content !== 'string' || content === '') return '';
  const { title, quota } = JSON.parse(content) as Desk['campaign'];
  return quota?.perBody === undefined ? title : `${title}（名额 ${quota.perBody}）`;
}

/** What a person reads of a content that is no text: its words, one after another. */
function textOf(content: unknown): string {
  if (content === undefined || content === null) return '';
  if (typeof content !== 'object') return plainText(content);
  return Object.entries(content)
    .filter(([name]) => !['id', 'key', 'sha256', 'mediaType', 'bytes'].includes(name))
    .map(([name, each]) => (name === 'score' && typeof each === 'number' ? formatPoints(each) : textOf(each)))
    .filter((text) => text !== '')
    .join('；');
}
