import { UserError } from '../../shared/errors.ts';
import { checkStandard } from '../../shared/standard/check.ts';
import { error, type StandardFinding } from '../../shared/standard/finding.ts';
import { parseStandard } from '../services/library.ts';
import { type CommandContext, EXIT, onePath, UsageError } from './context.ts';

/** `standard check FILE`: the file's form, then its sums, codes and rules. Warnings do not fail it. */
export async function standard(context: CommandContext): Promise<number> {
  const [action, ...positionals] = context.positionals;
  if (action !== 'check') throw new UsageError('standard 后面请写 check');
  const { id, edition, findings } = await check(onePath({ ...context, positionals }, '标准文件'));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (context.json) context.print(JSON.stringify({ id, edition, errors, findings }));
  else {
    for (const { severity, item, message } of findings) {
      const where = item === '' ? '' : `${item}：`;
      context.say(`${severity === 'error' ? '【错误】' : '【提醒】'}${where}${message}`);
    }
    context.say(errors > 0 ? `有 ${errors} 处错误，不能使用` : `可以使用，提醒 ${findings.length} 处`);
  }
  return errors > 0 ? EXIT.contentFails : EXIT.done;
}

/** A file that has not the form of a standard is a finding as well; a missing one is a failure. */
async function check(path: string): Promise<{ id: string; edition: string; findings: StandardFinding[] }> {
  try {
    const parsed = await parseStandard(path);
    return { id: parsed.id, edition: parsed.edition, findings: checkStandard(parsed) };
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.failure.code !== 'standard-invalid') throw thrown;
    return { id: '', edition: '', findings: [error('form', '', thrown.failure.message)] };
  }
}
