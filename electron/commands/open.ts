import { basename } from 'node:path';
import { PACKAGE_STATUS_LABELS } from '../../shared/package/verification.ts';
import { openedFrom, openPackage } from '../services/assessment/open-package.ts';
import { type CommandContext, EXIT, onePath, outPath } from './context.ts';
import { requireSafeTargets } from './targets.ts';

/**
 * Package -> assessment folder, which goes on with the same id. `--out` must not exist yet, or be empty. A package
 * that is 存疑 is opened; what speaks against it is told to people.
 */
export async function open(context: CommandContext): Promise<number> {
  const target = outPath(context, '还原到哪个文件夹');
  const path = onePath(context, '推荐包');
  await requireSafeTargets([{ option: '--out', path: target, kind: 'folder' }], [path]);
  const origin = { fileName: basename(path), at: new Date().toISOString() };
  const { assessment, verification } = await openPackage(path, target, {
    ...context,
    withAbove: true,
    shape: (opened) => ({ ...opened.assessment, openedFrom: openedFrom(opened.verification, origin) }),
  });
  const doubts = assessment.openedFrom?.doubts ?? [];
  if (doubts.length > 0) {
    context.say(`${PACKAGE_STATUS_LABELS[verification.status]}：请向提供这个推荐包的人核实`);
    for (const doubt of doubts) context.say(`  ${doubt}`);
  }
  context.say(
    `已还原 ${assessment.unit.name || '（未录入单位名称）'} 的自评档案，共 ${assessment.evidence.length} 份佐证材料`,
  );
  context.print(target);
  return EXIT.done;
}
