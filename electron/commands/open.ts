import { openPackage } from '../services/package/open.ts';
import { type CommandContext, EXIT, onePath, outPath } from './context.ts';
import { requireSafeTargets } from './targets.ts';

/** Package -> assessment folder. `--out` must not exist yet, or be empty. */
export async function open(context: CommandContext): Promise<number> {
  const target = outPath(context, '还原到哪个文件夹');
  const file = onePath(context, '推荐包');
  await requireSafeTargets([{ option: '--out', path: target, kind: 'folder' }], [file]);
  const { assessment } = await openPackage(file, target, context);
  context.say(`已还原 ${assessment.unit.name} 的自评档案，共 ${assessment.evidence.length} 份佐证材料`);
  context.print(target);
  return EXIT.done;
}
