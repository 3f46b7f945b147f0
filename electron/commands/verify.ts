import { PACKAGE_STATUS_LABELS } from '../../shared/package/verification.ts';
import { byWords, packageName } from '../../shared/standard/basis.ts';
import { toFailure } from '../services/base/failures.ts';
import { type Inspected, inspectPackage } from '../services/package/verify.ts';
import { type CommandContext, EXIT, reportFailure, UsageError } from './context.ts';

/** Verifies each package in turn; one that is not whole never stops the others. */
export async function verify(context: CommandContext): Promise<number> {
  if (context.positionals.length === 0) throw new UsageError('请给出要核验的推荐包');
  const packages = [];
  let unreadable: number = EXIT.done;
  for (const file of context.positionals) {
    const inspected = await inspectPackage(file, context).catch((error: unknown) => {
      unreadable = Math.max(unreadable, reportFailure(toFailure(error), context.say));
    });
    if (!inspected) continue;
    const { verification, source } = inspected;
    source.close();
    packages.push({ ...verification, file });
    if (context.json) continue;
    const { status, unit, problems } = verification;
    context.say(`${PACKAGE_STATUS_LABELS[status]}　${file}`);
    if (unit !== '' || inspected.contents) context.say(`  ${aboutOf(inspected)}`);
    for (const { path, message } of problems) context.say(`  ${path === '' ? '' : `${path}：`}${message}`);
  }
  if (context.json) context.print(JSON.stringify({ packages }));
  if (unreadable !== EXIT.done) return unreadable;
  return packages.every(({ status }) => status === 'intact') ? EXIT.done : EXIT.contentFails;
}

/** Whose it is and by what it was scored: of one made before packages said so, its own standard does. */
function aboutOf({ verification, contents }: Inspected): string {
  const { unit, selfScore, sealCode, draft, sample } = verification;
  const standard = contents?.standard;
  const by = standard ? byWords(standard) : '';
  return [
    ...(standard ? [`${packageName(standard)}${draft ? '（草稿）' : ''}${sample ? '（示例）' : ''}`] : []),
    unit || '（未录入单位名称）',
    ...(selfScore === '' ? [] : [`${by}自评 ${selfScore}`]),
    `封签码 ${sealCode ?? '无'}`,
  ].join('　');
}
