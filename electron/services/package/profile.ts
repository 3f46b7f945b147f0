import { ZodError } from 'zod';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { tagValue } from '../../../shared/package/bag.ts';
import { contradictionsIn } from '../../../shared/package/contradictions.ts';
import { FORMER_FORM, formOf, profileOf } from '../../../shared/package/form.ts';
import { ASSESSMENT_NAME, layOut, STANDARD_NAME } from '../../../shared/package/layout.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { type Standard, standardForm } from '../../../shared/standard/schema.ts';
import { wellFormed } from '../../../shared/values/well-formed.ts';
import { hasTwinKeys, unknownKeys } from '../../../shared/values/json-bounds.ts';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { encode } from '../../../shared/document.ts';
import { decode, migrate, NewerForm } from '../../../shared/stored-form.ts';
import { TAG } from './bag-info.ts';
import type { CheckedBag } from './bagit.ts';
import type { Checking } from './checks/context.ts';
import { checkIndex, checkReadme, checkWorkbook } from './checks/papers.ts';
import { checkEvidence, checkPlaces } from './checks/payload.ts';
import { checkRevision, checkTags } from './checks/tags.ts';
import { MAX_JSON_BYTES, parseForeignJson, TooLargeError } from '../files/foreign-json.ts';
import { isWrongContent, readWhole } from './contents.ts';
import type { StoredAssessment } from './revision.ts';
import type { BagSource, Findings } from './source.ts';

export interface Contents {
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly standardBytes: Buffer;
}

/**
 * What a valid bag must hold to be a package of this program, and that nothing in it contradicts anything else.
 * Undefined, with findings, where it is no package.
 */
export async function checkProfile(
  source: BagSource,
  bag: CheckedBag,
  findings: Findings,
  signal?: AbortSignal,
): Promise<Contents | undefined> {
  if (tagValue(bag.tags, TAG.feedback) !== '') {
    findings.add('unsupported', 'feedback', 'bag-info.txt', '是核验反馈，不是推荐包，请由参评单位在首页打开');
    return undefined;
  }
  const profile = tagValue(bag.tags, TAG.profile);
  const number = profileOf(profile);
  if (number === undefined) {
    const what =
      profile === ''
        ? '是 BagIt 包，但不是标兵自评的推荐包'
        : `推荐包格式是第 ${profile} 版，请升级程序后再核验`;
    findings.add('unsupported', 'profile', 'bag-info.txt', what);
    return undefined;
  }
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    if (!bag.hashes.has(name)) findings.add('damaged', 'missing', name, '缺少这份清单');
  }
  const reading = { source, bag, findings, signal };
  const read = await readJson(reading, ASSESSMENT_NAME, (json) => ({
    assessment: decode(assessmentDocument, json),
    stored: json as StoredAssessment,
  }));
  const standard = await readJson(reading, STANDARD_NAME, (json) =>
    // Its bytes are the unit's; the tags beside it are of its texts as they can be written.
    decode(standardForm, wellFormed(json)),
  );
  if (!read || !standard) return undefined;
  const { assessment } = read.value;
  if (bag.hashes.get(`data/${STANDARD_NAME}`) !== assessment.standard.sha256) {
    findings.add('damaged', 'standard', `data/${STANDARD_NAME}`, '不是自评时所用的验收标准');
  }
  // What the manifest lists has been held against it by now.
  for (const { sha256, label } of assessment.evidence) {
    if (!bag.listed.has(sha256)) findings.add('damaged', 'evidence', '', `缺少佐证材料“${label}”`);
  }
  // Of what is damaged nobody can say that it contradicts itself.
  if (findings.status === undefined || findings.status === 'suspect') {
    await checkAgreement({
      ...reading,
      ...read.value,
      standard: standard.value,
      form: number === 1 && isFormer(bag) ? FORMER_FORM : formOf(standard.value, number),
      report: scoreAssessment(standard.value, assessment),
      paths: layOut(standard.value, assessment),
    });
  }
  return { assessment, standard: standard.value, standardBytes: standard.bytes };
}

/** Packages made before say nothing of their basis, and keep the names and texts that they were made with. */
function isFormer({ tags }: CheckedBag): boolean {
  return !tags.some(({ label }) => label.toLowerCase() === TAG.basis.toLowerCase());
}

/** Everything in the package held against the data in it. */
async function checkAgreement(checking: Checking): Promise<void> {
  const { findings, assessment, standard, stored } = checking;
  for (const what of unknownKeys(
    migrate(assessmentDocument, stored),
    encode(assessmentDocument, assessment),
  )) {
    findings.add('suspect', 'assessment', `data/${ASSESSMENT_NAME}`, `有档案里没有的项“${what}”`);
  }
  for (const what of contradictionsIn(assessment, standard)) {
    findings.add('suspect', 'assessment', `data/${ASSESSMENT_NAME}`, what);
  }
  checkPlaces(checking);
  checkTags(checking);
  checkRevision(checking);
  await checkEvidence(checking);
  await checkReadme(checking);
  await checkIndex(checking);
  await checkWorkbook(checking);
}

type Reading = Pick<Checking, 'source' | 'bag' | 'findings' | 'signal'>;

async function readJson<T>(
  { source, bag, findings, signal }: Reading,
  name: string,
  parse: (json: unknown) => T,
): Promise<{ value: T; bytes: Buffer } | undefined> {
  const path = `data/${name}`;
  const file = bag.payload.get(path);
  if (!file) {
    findings.add('damaged', 'missing', path, '推荐包里必须有这个文件');
    return undefined;
  }
  try {
    const bytes = await readWhole(source, file, MAX_JSON_BYTES, signal);
    const json = parseForeignJson(bytes);
    if (hasTwinKeys(bytes.toString('utf8'), json)) {
      findings.add('suspect', 'assessment', path, '同一项写了两次，不同的程序会读出不同的内容');
    }
    return { value: parse(json), bytes };
  } catch (error) {
    if (error instanceof NewerForm) {
      findings.add(
        'unsupported',
        'newer',
        path,
        '由更新版本的程序写成，或者版本号本程序不认识，请升级程序后再核验',
      );
      return undefined;
    }
    if (!isWrongContent(error)) throw error;
    if (error instanceof TooLargeError) {
      findings.add('unsafe', 'too-large', path, '大小、层数或条数远超正常的自评档案，没有往下读');
    } else {
      const place = error instanceof ZodError ? error.issues[0]?.path.join('.') : undefined;
      findings.add('damaged', 'content', path, `内容不符合规定的格式${place ? `（${place}）` : ''}`);
    }
  }
  return undefined;
}
