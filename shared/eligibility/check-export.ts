import type { Assessment, Evidence } from '../assessment/schema.ts';
import { type EvidenceFaults, FAULT_WORDS, NO_FAULTS } from '../assessment/evidence-state.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { Eligibility } from './eligibility.ts';
import type { AssessmentFinding } from './finding.ts';
import type { Standard } from '../standard/schema.ts';
import { type Place, placesOf } from '../standard/places.ts';
import { isExecutable } from '../values/file-kinds.ts';
import { checkEligibility } from './eligibility.ts';
import { verdictOf } from './verdict.ts';

/** Code of the finding that bars drafts as well: no package of any kind holds a program. */
export const EXECUTABLE = 'executable';

/** Code of a finding about a file of evidence that is lost or not what was added: no package can be made of it. */
export const EVIDENCE_DAMAGED = 'evidenceDamaged';
/** Pieces that are named one by one; a folder that is gone whole is not a thousand sentences. */
const NAMED = 20;

/**
 * May this assessment be exported? As `checkEligibility`, nothing in it is a program, and every file of its evidence
 * is what was added, as far as `faults` knows. For the unit's side alone: of a package that was received, `verify` says
 * so. `today` is YYYY-MM-DD.
 */
export function checkExport(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
  today: string,
  faults: EvidenceFaults = NO_FAULTS,
): Eligibility {
  const { conditions, findings } = checkEligibility(standard, assessment, report, today);
  const all = [
    ...checkPrograms(standard, assessment),
    ...checkFiles(standard, assessment, faults),
    ...findings,
    ...checkEmptyFiles(assessment),
  ];
  return {
    ...verdictOf(standard, assessment.campaign, all),
    ready: !all.some(({ severity }) => severity === 'block'),
    conditions,
    findings: all,
  };
}

function checkPrograms(standard: Standard, assessment: Assessment): AssessmentFinding[] {
  const programs = assessment.evidence.filter(({ fileName }) => isExecutable(fileName));
  if (programs.length === 0) return [];
  const message = `${describeExecutables(standard, assessment, programs)}，请到“佐证材料”移除，改用文档、图片、音频或视频`;
  return [{ code: EXECUTABLE, severity: 'block', item: '', message }];
}

function checkFiles(standard: Standard, assessment: Assessment, faults: EvidenceFaults): AssessmentFinding[] {
  const damaged = assessment.evidence.filter(({ sha256 }) => faults.has(sha256));
  const finding = (item: string, message: string): AssessmentFinding => ({
    ...{ code: EVIDENCE_DAMAGED, severity: 'block', item, message },
  });
  const named = damaged.slice(0, NAMED).map((piece) => {
    const [item = ''] = placesUsing(standard, assessment, piece.sha256).map(({ code }) => code);
    const message = `佐证材料${nameAndUses(standard, assessment, piece)}${faultOf(piece, faults)}，请到“佐证材料”重新添加原文件`;
    return finding(item, message);
  });
  const left = damaged.length - named.length;
  return left === 0
    ? named
    : [...named, finding('', `另有${left}份佐证材料的文件缺失或被改动，请到“佐证材料”查看`)];
}

function faultOf({ sha256 }: Evidence, faults: EvidenceFaults): string {
  const fault = faults.get(sha256);
  return fault === undefined ? '' : FAULT_WORDS[fault].said;
}

/** Such files are not taken any more; an older program took them. */
function checkEmptyFiles(assessment: Assessment): AssessmentFinding[] {
  const labels = assessment.evidence.filter(({ bytes }) => bytes === 0).map(({ label }) => `“${label}”`);
  if (labels.length === 0) return [];
  const message = `佐证材料${labels.join('、')}是空文件（0 字节），里面没有内容，请到“佐证材料”换成原文件`;
  return [{ code: 'emptyEvidence', severity: 'warn', item: '', message }];
}

/** What is wrong with the files of evidence, each with its uses, without a full stop at the end; '' where nothing is. */
export function describeFaults(standard: Standard, assessment: Assessment, faults: EvidenceFaults): string {
  const damaged = assessment.evidence.filter(({ sha256 }) => faults.has(sha256));
  const named = damaged
    .slice(0, NAMED)
    .map((piece) => `${nameAndUses(standard, assessment, piece)}${faultOf(piece, faults)}`);
  const left = damaged.length - named.length;
  return [...named, ...(left > 0 ? [`另有${left}份`] : [])].join('；');
}

/** Which pieces of evidence are programs and where each is used, without a full stop at the end. */
export function describeExecutables(
  standard: Standard,
  assessment: Assessment,
  programs: readonly Evidence[],
): string {
  const named = programs.map((piece) => nameAndUses(standard, assessment, piece));
  return `${named.join('；')}是程序、脚本或快捷方式一类的文件，不能放进推荐包`;
}

function nameAndUses(
  standard: Standard,
  assessment: Assessment,
  { sha256, label, fileName }: Evidence,
): string {
  const uses = usesOf(standard, assessment, sha256).join('、') || '未对应任何一项';
  return `“${label}”（${fileName}，用于：${uses}）`;
}

function placesUsing(standard: Standard, { entries }: Assessment, sha256: string): Place[] {
  return placesOf(standard).filter(
    ({ code }) => Object.hasOwn(entries, code) && entries[code]?.evidence.includes(sha256) === true,
  );
}

function usesOf(standard: Standard, assessment: Assessment, sha256: string): string[] {
  const { campaign, materials } = assessment;
  const listed = (code: string): boolean =>
    Object.hasOwn(materials, code) && materials[code]?.files.some((file) => file.sha256 === sha256) === true;
  return [
    ...placesUsing(standard, assessment, sha256).map(({ code, title }) => `${code} ${title}`),
    ...campaign.materials.filter(({ code }) => listed(code)).map(({ title }) => `材料“${title}”`),
  ];
}
