import type { Assessment, Evidence } from '../assessment/schema.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { Eligibility } from './eligibility.ts';
import type { AssessmentFinding } from './finding.ts';
import type { Standard } from '../standard/schema.ts';
import { placesOf } from '../standard/places.ts';
import { isExecutable } from '../values/file-kinds.ts';
import { checkEligibility } from './eligibility.ts';

/** Code of the finding that bars drafts as well: no package of any kind holds a program. */
export const EXECUTABLE = 'executable';

/**
 * May this assessment be exported? As `checkEligibility`, and nothing in it is a program. For the unit's side
 * alone: of a package that was received, `verify` says so. `today` is YYYY-MM-DD.
 */
export function checkExport(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
  today: string,
): Eligibility {
  const { conditions, findings, eligible } = checkEligibility(standard, assessment, report, today);
  const programs = assessment.evidence.filter(({ fileName }) => isExecutable(fileName));
  if (programs.length === 0) return { conditions, findings, eligible };
  const finding: AssessmentFinding = {
    code: EXECUTABLE,
    severity: 'block',
    item: '',
    message: `${describeExecutables(standard, assessment, programs)}，请到“佐证材料”移除，改用文档、图片、音频或视频`,
  };
  return { conditions, findings: [finding, ...findings], eligible: false };
}

/** Which pieces of evidence are programs and where each is used, without a full stop at the end. */
export function describeExecutables(
  standard: Standard,
  assessment: Assessment,
  programs: readonly Evidence[],
): string {
  const named = programs.map(
    ({ sha256, label, fileName }) =>
      `“${label}”（${fileName}，用于：${usesOf(standard, assessment, sha256).join('、') || '未对应任何一项'}）`,
  );
  return `${named.join('；')}是程序、脚本或快捷方式一类的文件，不能放进推荐包`;
}

function usesOf(standard: Standard, { entries, campaign, materials }: Assessment, sha256: string): string[] {
  const linked = (code: string): boolean =>
    Object.hasOwn(entries, code) && entries[code]?.evidence.includes(sha256) === true;
  const listed = (code: string): boolean =>
    Object.hasOwn(materials, code) && materials[code]?.files.some((file) => file.sha256 === sha256) === true;
  return [
    ...placesOf(standard)
      .filter(({ code }) => linked(code))
      .map(({ code, title }) => `${code} ${title}`),
    ...campaign.materials.filter(({ code }) => listed(code)).map(({ title }) => `材料“${title}”`),
  ];
}
