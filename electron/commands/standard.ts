import { resolve } from 'node:path';
import * as z from 'zod';
import { UserError } from '../../shared/values/errors.ts';
import { checkStandard } from '../../shared/standard/check.ts';
import { describeDiff, diffStandards, standardDiffSchema } from '../../shared/edition/diff.ts';
import { isUnchecked } from '../../shared/standard/basis.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { error, type StandardFinding, warning } from '../../shared/standard/finding.ts';
import { parseStandard } from '../services/standards/library.ts';
import { type CommandContext, EXIT, onePath, UsageError } from './context.ts';
import { standardImport } from './standard-import.ts';

/** `standard check|import|diff …`. */
export async function standard(context: CommandContext): Promise<number> {
  const [action, ...positionals] = context.positionals;
  switch (action) {
    case 'check':
      refuse(context, 'out', 'sheet', 'map', 'report');
      return check({ ...context, positionals });
    case 'import':
      return standardImport({ ...context, positionals });
    case 'diff':
      refuse(context, 'out', 'sheet', 'map', 'report');
      return diff({ ...context, positionals });
    default:
      throw new UsageError('standard 后面请写 check、import 或 diff');
  }
}

/** An option that does nothing would promise what is not done. */
function refuse(context: CommandContext, ...options: ('out' | 'sheet' | 'map' | 'report')[]): void {
  const given = options.find((option) => context[option] !== undefined);
  if (given) throw new UsageError(`这个命令没有 --${given} 这个选项`);
}

/** `standard check FILE`: the file's form, then its sums, codes and rules. Warnings do not fail it. */
async function check(context: CommandContext): Promise<number> {
  const { id, edition, findings } = await findingsOf(onePath(context, '标准文件'));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (context.json) context.print(JSON.stringify({ id, edition, errors, findings }));
  else {
    for (const { severity, item, message } of findings) {
      const where = item === '' ? '' : `${item}：`;
      context.say(`${severity === 'error' ? '【错误】' : '【提醒事项】'}${where}${message}`);
    }
    context.say(errors > 0 ? `有 ${errors} 处错误，不能使用` : `可以使用，提醒事项 ${findings.length} 处`);
  }
  return errors > 0 ? EXIT.contentFails : EXIT.done;
}

/** `standard diff A B`: every entry of both editions, and what became of it. */
async function diff(context: CommandContext): Promise<number> {
  const [from, to, ...more] = context.positionals;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError('请给出两个标准文件：旧版次在前，新版次在后');
  }
  const result = diffStandards(await parseStandard(resolve(from)), await parseStandard(resolve(to)));
  if (context.json) context.print(JSON.stringify(z.encode(standardDiffSchema, result)));
  else for (const line of describeDiff(result)) context.print(line);
  return EXIT.done;
}

/** What calls itself official and was not compared with its original gives no official verdict. */
function unchecked(standard: Standard): StandardFinding[] {
  if (!isUnchecked(standard)) return [];
  const message =
    '性质写的是正式标准，但没有与原件逐部分核对（或者核对以后改动过），按“未核对的标准”使用；请在“标准库”里复制，改为正式标准后逐部分核对';
  return [warning('unchecked', '', message)];
}

/** A file that has not the form of a standard is a finding as well; a missing one is a failure. */
async function findingsOf(
  path: string,
): Promise<{ id: string; edition: string; findings: StandardFinding[] }> {
  try {
    const parsed = await parseStandard(path);
    return {
      id: parsed.id,
      edition: parsed.edition,
      findings: [...checkStandard(parsed), ...unchecked(parsed)],
    };
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.failure.code !== 'standard-invalid') throw thrown;
    return { id: '', edition: '', findings: [error('form', '', thrown.failure.message)] };
  }
}
