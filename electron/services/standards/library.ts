import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as z from 'zod';
import { zhCN } from 'zod/locales';
import { repeatedCodes } from '../../../shared/campaign/codes.ts';
import { commendationFaults, experienceFaults } from '../../../shared/campaign/commendation-faults.ts';
import { campaignFault, nameFaults } from '../../../shared/campaign/faults.ts';
import { type Campaign, campaignForm } from '../../../shared/campaign/schema.ts';
import { isAssessed } from '../../../shared/campaign/words.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';
import { wellFormed } from '../../../shared/values/well-formed.ts';
import { checkStandard } from '../../../shared/standard/check.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { migrate, NewerForm, type StoredForm } from '../../../shared/stored-form.ts';
import { guarded } from '../base/failures.ts';
import { parseForeignJson, TooLargeError } from '../files/foreign-json.ts';

export interface LibraryStandard {
  readonly standard: Standard;
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface Library {
  readonly standards: LibraryStandard[];
  readonly campaigns: Campaign[];
  /** Files that cannot be used, each with the first reason; they never keep the others from use. */
  readonly problems: Failure[];
}

const inChinese = zhCN().localeError;

/** A mistyped key shows as one that is missing and one that is unknown: both must be seen. */
const NAMED_FAULTS = 3;

const LOADING = { action: '读取验收标准', effect: '自评档案没有改动。' };

/** Reads every standard and campaign below `resources`/scoring-standards. Only whole, error-free ones are offered. */
export async function loadLibrary(resources: string): Promise<Library> {
  const folder = join(resources, 'scoring-standards');
  const { standards, problems } = await loadStandards(join(folder, 'standards'));
  const found = await loadCampaigns(join(folder, 'campaigns'));
  return {
    standards,
    campaigns: found.campaigns.map(({ campaign }) => campaign),
    problems: [...problems, ...found.problems],
  };
}

export interface LibraryCampaign {
  readonly campaign: Campaign;
  readonly path: string;
}

/** Reads every campaign in a folder. */
export async function loadCampaigns(
  folder: string,
): Promise<{ readonly campaigns: LibraryCampaign[]; readonly problems: Failure[] }> {
  const campaigns: LibraryCampaign[] = [];
  const problems: Failure[] = [];
  await guarded(LOADING, () =>
    eachJson(folder, problems, async (path) => {
      campaigns.push({ campaign: parseCampaign(await readFile(path), path), path });
    }),
  );
  return { campaigns, problems };
}

/**
 * Reads one campaign's file; `name` is what a UserError calls it, which names the first faults. `today`: of one that is to come
 * into the library, which the editor must not find faulty.
 */
export function parseCampaign(bytes: Buffer, name: string, today?: string): Campaign {
  const campaign = parseFile(name, bytes, { ...campaignForm, own: CAMPAIGN });
  // Of another kind the editor asks nobody whose summary a material is.
  const materials = campaign.kind === 'commendation' ? campaign.materials : [];
  const faults =
    today === undefined
      ? []
      : [...commendationFaults({ ...campaign, materials }, today), ...experienceFaults(campaign)];
  const [fault] = [
    ...[...repeatedCodes(campaign), ...nameFaults(campaign)],
    ...faults.map(({ message }) => message),
  ];
  if (fault !== undefined) throw invalid(name, fault, CAMPAIGN);
  return campaign;
}

/** What a user chose of the library. Throws a UserError where one of the two is gone; `effect` says what was not made. */
export function chosenFrom(
  library: Pick<Library, 'standards' | 'campaigns'>,
  { standardId, campaignId }: { readonly standardId: string; readonly campaignId: string },
  effect: string,
): { standard: LibraryStandard; campaign: Campaign } {
  const standard = library.standards.find((each) => each.standard.id === standardId);
  const campaign = library.campaigns.find((each) => each.id === campaignId && isAssessed(each));
  if (standard && campaign) return { standard, campaign };
  throw new UserError({
    code: 'not-in-library',
    message: `找不到所选的${standard ? '推荐活动' : '验收标准'}。`,
    effect,
    remedy: '请刷新后重新选择。',
  });
}

/** Reads every standard in a folder. */
export async function loadStandards(
  folder: string,
): Promise<{ readonly standards: (LibraryStandard & { path: string })[]; readonly problems: Failure[] }> {
  const standards: (LibraryStandard & { path: string })[] = [];
  const problems: Failure[] = [];
  await guarded(LOADING, () =>
    eachJson(folder, problems, async (path) => {
      const { standard, bytes } = await readStandardFile(path);
      const error = checkStandard(standard).find(({ severity }) => severity === 'error');
      if (error) throw invalid(path, `${error.item === '' ? '' : `${error.item}：`}${error.message}`);
      standards.push({ standard, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), path });
    }),
  );
  return { standards, problems };
}

/** Reads one standard's file. Sums and codes are `checkStandard`'s. Throws a UserError that names the first fault. */
export async function parseStandard(path: string): Promise<Standard> {
  return guarded(LOADING, async () => (await readStandardFile(path)).standard);
}

async function readStandardFile(path: string): Promise<{ standard: Standard; bytes: Buffer }> {
  const bytes = await readFile(path);
  return { standard: parseFile(path, bytes, standardForm), bytes };
}

/** How the files of a kind are told, and spoken of. */
interface OwnWords {
  readonly code: string;
  /** What every one has, and what another file is called. */
  readonly mark?: { readonly field: string; readonly missing: (json: unknown) => string };
  readonly others: string;
  readonly fault?: (json: unknown, issue: z.core.$ZodIssue) => string;
}

const STANDARD: OwnWords = { code: 'standard-invalid', others: '其他标准' };
const CAMPAIGN: OwnWords = {
  ...{ code: 'campaign-invalid', others: '其他推荐活动', fault: campaignFault },
  mark: {
    field: 'shortTitle',
    missing: (json) =>
      hasField(json, 'passScore')
        ? '这是验收标准文件，不是推荐活动文件；要导入标准，请在原来的电脑上把它导出为 Excel（.xlsx），用“导入标准”读取'
        : '这不是推荐活动文件',
  },
};

function hasField(json: unknown, field: string): boolean {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, field);
}

async function eachJson(
  folder: string,
  problems: Failure[],
  use: (path: string) => Promise<void>,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    try {
      await use(join(folder, name));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.failure);
    }
  }
}

function parseFile<T>(path: string, bytes: Buffer, form: StoredForm<T> & { own?: OwnWords }): T {
  const { own = STANDARD } = form;
  let json: unknown;
  try {
    const found = wellFormed(parseForeignJson(bytes));
    if (own.mark && !hasField(found, own.mark.field)) throw invalid(path, own.mark.missing(found), own);
    json = migrate(form, found);
  } catch (error) {
    if (error instanceof NewerForm) throw newer(path, error, own);
    if (error instanceof SyntaxError) throw invalid(path, '不是完整的 JSON 文件', own);
    if (error instanceof TypeError) throw invalid(path, '不是 UTF-8 编码的 JSON 文件', own);
    if (error instanceof TooLargeError) throw invalid(path, '大小、层数或条数远超正常', own);
    throw error;
  }
  const parsed = form.schema.safeParse(json, {
    error: (issue) =>
      // In words of its own, what the schema itself does not say is said below.
      own.fault
        ? ''
        : issue.code === 'invalid_type' && issue.input === undefined
          ? '缺少这一项'
          : inChinese(issue),
  });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const words = (issue: z.core.$ZodIssue) =>
    own.fault?.(json, issue) ?? [issue.path.join('.'), issue.message].filter(Boolean).join('：');
  const first = issues.slice(0, NAMED_FAULTS).map(words).join('；');
  const more = issues.length > NAMED_FAULTS ? `；等共 ${issues.length} 处` : '';
  throw invalid(path, first + more, own);
}

/** Whole, and of use once the program is newer. */
function newer(path: string, { failure }: NewerForm, { others }: OwnWords): NewerForm {
  return new NewerForm({
    ...failure,
    message: `文件 ${basename(path)} 不能使用：${failure.message}`,
    effect: `这份文件没有载入，也没有改动；${others}和已有档案不受影响。`,
    remedy: '请升级本程序后再使用这份文件。',
  });
}

function invalid(path: string, reason: string, { code, others } = STANDARD): UserError {
  return new UserError({
    code,
    message: `文件 ${basename(path)} 不能使用：${reason}。`,
    effect: `这份文件没有载入，${others}和已有档案不受影响。`,
    remedy: '请按提示改正这份文件后再试。',
  });
}
