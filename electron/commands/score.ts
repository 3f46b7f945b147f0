import { createHash } from 'node:crypto';
import { checkExport } from '../../shared/eligibility/check-export.ts';
import { formatPoints, showPoints } from '../../shared/values/points.ts';
import { scoreAssessment } from '../../shared/scoring/report.ts';
import { verdictWords } from '../../shared/eligibility/eligibility.ts';
import { gapsWords, resultWords } from '../../shared/eligibility/verdict.ts';
import { ledgerOf, ledgerPoints } from '../../shared/scoring/ledger.ts';
import { authorityName } from '../../shared/standard/authority.ts';
import { evidenceFolderOf, readAssessmentFolder } from '../services/assessment/assessment-folder.ts';
import { localDay } from '../services/base/clock.ts';
import { checkEvidenceFiles } from '../services/files/evidence-check.ts';
import { showBytes } from '../../shared/values/show-bytes.ts';
import { type CommandContext, EXIT, everySecond, onePath, tellNotices } from './context.ts';

/** Bytes from which on people are told how far it is: less is read while they look up. */
const MUCH = 64 * 2 ** 20;

/**
 * Total, sections, items, eligibility; every file of evidence is read and compared with what was added. Exit 1 where the
 * line is not reached or something blocks, whatever the standard; what that is worth, the basis says.
 */
export async function score(context: CommandContext): Promise<number> {
  const folder = onePath(context, '自评档案文件夹');
  const { assessment, standard, standardBytes, notices } = await readAssessmentFolder(folder);
  const report = scoreAssessment(standard, assessment);
  tellNotices(notices, context.say);
  const faults = await checkEvidenceFiles(evidenceFolderOf(folder), assessment.evidence, {
    signal: context.signal,
    progress: everySecond((done, total, { label }) => {
      if (total >= MUCH) context.say(`正在核对佐证材料：${showBytes(done)} / ${showBytes(total)}，${label}`);
    }),
  });
  const eligibility = checkExport(standard, assessment, report, localDay(new Date()), faults);
  if (context.json) {
    const sha256 = createHash('sha256').update(standardBytes).digest('hex');
    const scored = ({ score, fullScore }: { score: number; fullScore: number }) => ({
      score: formatPoints(score),
      fullScore: formatPoints(fullScore),
    });
    context.print(
      JSON.stringify({
        standard: { id: standard.id, edition: standard.edition, authority: standard.authority, sha256 },
        total: formatPoints(report.total),
        fullScore: formatPoints(report.fullScore),
        passScore: formatPoints(report.passScore),
        passes: report.passes,
        gap: formatPoints(report.gap),
        sections: report.sections.map((s) => ({ code: s.code, title: s.title, ...scored(s) })),
        items: report.items.map((i) => ({
          code: i.code,
          state: i.state,
          ...scored(i),
          evidence: i.evidence,
        })),
        basis: eligibility.basis,
        eligible: eligibility.eligible,
        findings: eligibility.findings,
      }),
    );
  } else {
    context.say(
      `${assessment.unit.name || '（未录入单位名称）'}　${standard.title}　${authorityName(standard)}`,
    );
    context.say(resultWords(standard, report, assessment.campaign));
    const gaps = gapsWords(report);
    context.say(`基础分${showPoints(report.base)}分${gaps === '' ? '' : `，${gaps}`}`);
    for (const s of report.sections)
      context.say(
        `  ${s.code} ${s.title}　${showPoints(s.score)} / ${showPoints(s.fullScore)}${s.activeFullScore === s.fullScore ? '' : `（适用满分 ${showPoints(s.activeFullScore)}）`}`,
      );
    for (const line of ledgerOf(report))
      if (line.kind !== 'section') context.say(`  ${line.title}　${ledgerPoints(line)}`);
    for (const f of eligibility.findings)
      context.say(`${f.severity === 'block' ? '【须解决】' : '【提醒事项】'}${f.message}`);
    context.say(verdictWords(eligibility));
  }
  return eligibility.ready && report.passes ? EXIT.done : EXIT.contentFails;
}
