import { tagValue } from '../../shared/package/bag.ts';
import { PACKAGE_STATUS_LABELS } from '../../shared/package/verification.ts';
import { toFailure } from '../services/base/failures.ts';
import { TAG } from '../services/package/bag-info.ts';
import type { CheckedBag } from '../services/package/bagit.ts';
import { inspectPackage } from '../services/package/verify.ts';
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
    const { verification, source, bag } = inspected;
    source.close();
    packages.push({ ...verification, file });
    if (context.json) continue;
    const { status, unit, selfScore, sealCode, problems } = verification;
    context.say(`${PACKAGE_STATUS_LABELS[status]}　${file}`);
    if (unit !== '') context.say(`  ${nameIn(bag)}${unit}　自评 ${selfScore}　封签码 ${sealCode ?? '无'}`);
    for (const { path, message } of problems) context.say(`  ${path === '' ? '' : `${path}：`}${message}`);
  }
  if (context.json) context.print(JSON.stringify({ packages }));
  if (unreadable !== EXIT.done) return unreadable;
  return packages.every(({ status }) => status === 'intact') ? EXIT.done : EXIT.contentFails;
}

/** What the package says it is, in front of its unit; '' for one that was made before packages said so. */
function nameIn(bag: CheckedBag | undefined): string {
  const basis = bag ? tagValue(bag.tags, TAG.basis) : '';
  return basis === '' ? '' : basis === 'official' ? '推荐包　' : '自查包　';
}
