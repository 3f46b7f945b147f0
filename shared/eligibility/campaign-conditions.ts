import { type Assessment, materialOf } from '../assessment/schema.ts';
import {
  type CampaignStatement,
  type MaterialLimits,
  type MaterialRequirement,
  NAMING_LEVEL_LABELS,
} from '../campaign/schema.ts';
import { uncountedWords } from '../campaign/limits.ts';
import { own } from '../values/own.ts';
import { failed, judge, type Judged, open } from './judged.ts';

export function checkNaming({ campaign, unit }: Assessment): Judged | undefined {
  if (!campaign.naming) return undefined;
  const { levels, source } = campaign.naming;
  const { level, document, date } = unit.naming;
  const accepted = levels.map((each) => NAMING_LEVEL_LABELS[each]).join('、');
  const missing =
    level === undefined
      ? open('还没有填写示范点命名级别，请到“单位与活动”填写')
      : !levels.includes(level)
        ? failed(`${NAMING_LEVEL_LABELS[level]}不在推荐范围，须是${accepted}`)
        : document === '' || date === ''
          ? open('命名文件的文号和日期没有填全，请到“单位与活动”填写')
          : undefined;
  const met = level ? `${NAMING_LEVEL_LABELS[level]}，${document}，${date}` : '';
  return judge({ code: 'naming', title: `已命名为${accepted}`, source }, missing, met);
}

export function checkCultivation({ campaign, unit }: Assessment): Judged | undefined {
  if (!campaign.cultivation) return undefined;
  const { document = '', date = '' } = unit.cultivation ?? {};
  return judge(
    { code: 'cultivation', title: '已列为培育对象', source: campaign.cultivation.source },
    document === '' && date === ''
      ? open('还没有填写何时、由哪份文件列为培育对象，请到“单位与活动”填写')
      : undefined,
    [document, date].filter((part) => part !== '').join('，'),
  );
}

/** What the notice states besides, as the unit answers it. Codes of the two lists are apart. */
export function checkStatements({ campaign, answers = {} }: Assessment): Judged[] {
  const judgeOne =
    (about: string, good: boolean) =>
    (statement: CampaignStatement): Judged => {
      const { code, title, by, source } = statement;
      if (by === 'office') {
        const named = good ? title : `没有“${title}”`;
        return {
          ...{ code: `${about}.${code}`, title: named, item: '', source },
          ...{ result: 'pending', detail: '由主办机关认定，单位不用回答' },
        };
      }
      const answer = own(answers, code);
      const what = `${good ? '推荐条件' : '否决事项'}“${title}”`;
      const missing =
        answer === undefined
          ? open(`${what}还没有回答，请到“单位与活动”选择“是”或“否”`)
          : answer === good
            ? undefined
            : failed(good ? `${what}：已回答“否”` : `${what}：已回答“是”，按通知不能参加`);
      return judge(
        { code: `${about}.${code}`, title: good ? title : `没有“${title}”`, source },
        missing,
        `已回答“${good ? '是' : '否'}”`,
      );
    };
  return [
    ...campaign.conditions.map(judgeOne('condition', true)),
    ...campaign.vetoes.map(judgeOne('bar', false)),
  ];
}

export function checkWillingness({ campaign, willing }: Assessment): Judged | undefined {
  if (!campaign.willingness) return undefined;
  const missing =
    willing === null
      ? open('还没有表明参评意愿，请到“单位与活动”选择')
      : willing
        ? undefined
        : failed('已选择不参评；如要参评，请到“单位与活动”修改');
  return judge(
    { code: 'willingness', title: '自愿参评', source: campaign.willingness.source },
    missing,
    '自愿参评',
  );
}

export function checkMaterials(assessment: Assessment): Judged[] {
  return assessment.campaign.materials
    .filter(({ required }) => required)
    .map((material): Judged => {
      const { code, title, source } = material;
      const { files } = materialOf(assessment, code);
      const missing = materialMissing(assessment, material);
      const about = { code: `material.${code}`, title, item: code, source };
      const added = `已添加${files.length}份文件`;
      const uncounted = uncountedLimits(assessment, material);
      if (uncounted !== '')
        return { ...about, result: 'pending', detail: `${added}，${uncounted}请自行核对` };
      return judge(about, missing && { ...missing, words: `${missing.words}${missing.advice}` }, added);
    });
}

/** 3000 字以内, of a material that lacks nothing else: somebody has to count. '' where nobody has. */
function uncountedLimits(assessment: Assessment, material: MaterialRequirement): string {
  return materialMissing(assessment, material) ? '' : uncountedWords(material.limits ?? {}).join('、');
}

/** What of the required materials somebody has to count, by the codes of their conditions, as it is said to whoever receives. */
export function uncountedMaterials(assessment: Assessment): ReadonlyMap<string, string> {
  return new Map(
    assessment.campaign.materials
      .filter(({ required }) => required)
      .flatMap((material): [string, string][] => {
        const uncounted = uncountedLimits(assessment, material);
        return uncounted === ''
          ? []
          : [[`material.${material.code}`, `“${material.title}”${uncounted}待核验人核对`]];
      }),
  );
}

/** What a material still lacks, or why its files are not what the notice allows; undefined where nothing. */
export function materialMissing(
  assessment: Assessment,
  { code, title, checklist, limits }: MaterialRequirement,
): { readonly result: 'open' | 'fail'; readonly words: string; readonly advice: string } | undefined {
  const { files, checked } = materialOf(assessment, code);
  if (files.length === 0) return { ...open(`还没有添加“${title}”`), advice: '，请到“材料”添加文件' };
  const broken = brokenLimits(assessment, limits, files);
  if (broken.length > 0) {
    return { ...failed(`“${title}”不合通知的限制：${broken.join('；')}`), advice: '，请到“材料”更换' };
  }
  const left = checklist.filter((point) => !checked.includes(point.code)).map(({ label }) => label);
  return left.length === 0
    ? undefined
    : { ...open(`“${title}”还没有确认写到：${left.join('、')}`), advice: '，请到“材料”核对后勾选' };
}

/** What the program can see for itself: how many, how large, of which kind. */
function brokenLimits(
  { evidence }: Assessment,
  { files: most, megabytes, formats = [] }: Partial<MaterialLimits> = {},
  files: readonly { readonly sha256: string }[],
): string[] {
  const records = files.flatMap(({ sha256 }) => evidence.find((each) => each.sha256 === sha256) ?? []);
  const large = records.filter(({ bytes }) => megabytes !== undefined && bytes > megabytes * 2 ** 20);
  const other = records.filter(
    ({ fileName }) =>
      formats.length > 0 && !formats.some((ending) => fileName.toLowerCase().endsWith(`.${ending}`)),
  );
  const named = (list: typeof records): string => list.map(({ fileName }) => fileName).join('、');
  return [
    ...(most !== undefined && files.length > most ? [`最多${most}份，现有${files.length}份`] : []),
    ...(large.length > 0 ? [`${named(large)}超过${megabytes}MB`] : []),
    ...(other.length > 0 ? [`${named(other)}不是${formats.join('、')}文件`] : []),
  ];
}
