import { TITLE_LENGTH } from '../faults.ts';
import type { Campaign, Deadline } from '../schema.ts';
import { kindWords } from '../words.ts';
import { fieldOf, type Findings } from './finding.ts';
import type { CampaignDraft } from './schema.ts';

/** Hundredths: the tables that there are add up to 100. */
const MOST_POINTS = 10_000;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** What can be read but can hardly be meant: an error where it is certain, a warning where only the notice tells. */
export function checkSense(draft: CampaignDraft, campaign: Campaign, findings: Findings): void {
  const { title, shortTitle, passScore, deadlines, quota, kind } = campaign;
  const tooLong = `超过 ${TITLE_LENGTH} 字，请写短一些`;
  if (title.length > TITLE_LENGTH) findings.error('title', `名称${tooLong}`);
  if (shortTitle !== title && shortTitle.length > TITLE_LENGTH)
    findings.error('shortTitle', `简称${tooLong}`);
  if (passScore && passScore.points > MOST_POINTS) {
    findings.error('passScore.points', `${kindWords(draft).line}超过了 100 分，请核对`);
  }
  for (const deadline of deadlines) checkDay(deadline, findings);
  if (quota) checkTotal(quota, findings);
  if (draft.origin === 'copy') checkCopied(draft, campaign, findings);
  if (kind === 'practice') checkPractice(draft, campaign, findings);
}

type Day = Pick<Deadline, 'code' | 'date' | 'words' | 'includesDay'>;

function checkDay({ code, date, words, includesDay }: Day, findings: Findings): void {
  if (date === '') return;
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    findings.error(fieldOf('deadlines', code, 'date'), `日期写的是 ${year} 年，请核对`);
  }
  const days = daysIn(words);
  if (days.length > 0 && !days.some((named) => date.endsWith(named))) {
    findings.warn(fieldOf('deadlines', code, 'words'), `通知原话“${words}”与日期 ${date} 不是同一天，请核对`);
  }
  if (includesDay === undefined && /含|包括/.test(words)) {
    const said = `通知原话“${words}”写了是否包括当天，请在“当天”里选`;
    findings.warn(fieldOf('deadlines', code, 'includesDay'), said);
  }
  if (/\d\s*(时|点|:|：)/.test(words.normalize('NFKC'))) {
    const said = `通知原话“${words}”写到几时，本程序只按日期提醒和判断逾期`;
    findings.warn(fieldOf('deadlines', code, 'words'), said);
  }
}

/** The days that words name, as the end of YYYY-MM-DD: "2027-11-25", or "-11-25" where the year is left out. */
function daysIn(words: string): string[] {
  const named = words.normalize('NFKC').matchAll(/(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/g);
  return [...named].map(
    ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}

function checkTotal({ total, perBody, bodies }: NonNullable<Campaign['quota']>, findings: Findings): void {
  const most = Math.max(perBody ?? 0, ...bodies.map(({ count = 0 }) => count));
  if (total !== undefined && total < most) {
    findings.warn('quota.total', `全省总数 ${total} 个，比一个推荐单位的名额 ${most} 个还少，请核对`);
  }
}

/** Numbers of the campaign that was copied: where no clause has been entered, nobody has found them in the new notice yet. */
function checkCopied(
  draft: CampaignDraft,
  { passScore, quota, comprehensive }: Campaign,
  findings: Findings,
): void {
  const unread = (part: { readonly clause: string }): boolean => part.clause.trim() === '';
  const materials = draft.materials.filter(unread);
  const kept = [
    ...(passScore && unread(draft.passScore) ? [kindWords(draft).line] : []),
    ...(quota && unread(draft.quota) ? ['名额'] : []),
    ...(quota?.total !== undefined && draft.quota.totalClause.trim() === '' ? ['全省总数'] : []),
    ...(comprehensive && unread(draft.comprehensive) ? ['综合评价的权重'] : []),
    ...materials.map(({ title }) => `材料“${title}”`),
  ];
  if (kept.length === 0) return;
  const said = `照“${draft.copiedTitle}”抄来的，请对照今年的通知核对并填上条款：${kept.join('、')}`;
  findings.warn('title', said);
}

/** Nothing of 日常自评 is handed in to anyone. */
function checkPractice(draft: CampaignDraft, campaign: Campaign, findings: Findings): void {
  const { naming, willingness, cultivation, conditions, vetoes, deadlines, submissions, quota } = campaign;
  const { comprehensive, tieRules = [] } = campaign;
  const idle: readonly [name: string, is: boolean][] = [
    ['报送', submissions.length > 0],
    ['命名条件', naming !== undefined],
    ['参评意愿', willingness !== undefined],
    ['培育对象', cultivation !== undefined],
    ['其他条件', conditions.length > 0],
    ['否决事项', vetoes.length > 0],
    ['期限', deadlines.length > 0],
    ['名额', quota !== undefined || draft.quota.on],
    ['综合评价的权重', comprehensive !== undefined],
    ['同分规则', tieRules.length > 0],
  ];
  const names = idle.flatMap(([name, is]) => (is ? [name] : []));
  if (names.length > 0) findings.warn('kind', `日常自评不报送，下列内容不起作用：${names.join('、')}`);
}
