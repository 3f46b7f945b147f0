import { checkStandard } from '../../shared/standard/check.ts';
import { parseStandard } from '../services/library.ts';
import { type CommandContext, EXIT, onePath, UsageError } from './context.ts';

/** `standard check FILE`: the file's form, then its sums, codes and rules. Warnings do not fail it. */
export async function standard(context: CommandContext): Promise<number> {
  const [action, ...positionals] = context.positionals;
  if (action !== 'check') throw new UsageError('standard 后面请写 check');
  const path = onePath({ ...context, positionals }, '标准文件');
  const parsed = await parseStandard(path);
  const findings = checkStandard(parsed);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (context.json) {
    context.print(
      JSON.stringify({ id: parsed.id, edition: parsed.edition, errors: errors.length, findings }),
    );
  } else {
    for (const { severity, item, message } of findings) {
      context.say(
        `${severity === 'error' ? '【错误】' : '【提醒】'}${item === '' ? '' : `${item}：`}${message}`,
      );
    }
    context.say(
      errors.length > 0 ? `有 ${errors.length} 处错误，不能使用` : `可以使用，提醒 ${findings.length} 处`,
    );
  }
  return errors.length > 0 ? EXIT.contentFails : EXIT.done;
}
