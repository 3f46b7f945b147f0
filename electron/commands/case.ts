import { checkCase } from '../../shared/registers/cases/check.ts';
import { sourceWords } from '../../shared/registers/cases/finding.ts';
import type { Range } from '../../shared/registers/cases/text.ts';
import { toFailure } from '../services/base/failures.ts';
import { readCaseText } from '../services/import/read-case-text.ts';
import { type CommandContext, EXIT, onePath, reportFailure, UsageError } from './context.ts';

/** `case check FILE`: counts and checks one 典型案例. Exit 1 where an error stands; advice does not fail it. */
export async function caseCommand(context: CommandContext): Promise<number> {
  const [action, ...positionals] = context.positionals;
  if (action !== 'check') throw new UsageError('case 后面请写 check');
  const path = onePath({ ...context, positionals }, '案例文件');
  const read = await readCaseText(path, context).catch((error: unknown) => {
    reportFailure(toFailure(error), context.say);
  });
  // Whatever the reason: nothing was read, so nothing is said of the content.
  if (read === undefined) return EXIT.couldNotRun;
  const { text, notes } = read;
  for (const { words, remedy } of notes) context.say(`${words}。${remedy}`);
  const { words, bare, findings } = checkCase(text);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (context.json) {
    const told = findings.map(({ code, severity, at, message, source }) => ({
      ...{ code, severity, at, message, source: sourceWords(source) },
    }));
    context.print(JSON.stringify({ words, findings: told }));
  } else {
    const starts = lineStarts(text);
    for (const { severity, at, message, source } of findings) {
      context.say(
        `${severity === 'error' ? '【错误】' : '【提醒事项】'}${placeWords(text, starts, at)}：${message}（${sourceWords(source)}）`,
      );
    }
    context.say(
      `正文 ${words} 字（不含标题和它上面的“案例一”“附件”、单位名称；汉字、全角标点各算 1 字，连续的字母或数字算 1 字）`,
    );
    context.say(`不计空格 ${bare} 个字符`);
    const rest = findings.length - errors;
    context.say(errors > 0 ? `错误 ${errors} 处，提醒事项 ${rest} 处` : `没有错误，提醒事项 ${rest} 处`);
  }
  return errors > 0 ? EXIT.contentFails : EXIT.done;
}

/** UTF-16 code units of the text that are shown around a place, and of the place itself. */
const AROUND = 8;
const SHOWN = 20;
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** "第 3 行“…由我局负责…”": the line as it stands in the file, blank ones counted. */
function placeWords(text: string, starts: readonly number[], { from, to }: Range): string {
  const line = starts.findLastIndex((start) => start <= from);
  const start = Math.max(starts[line] ?? 0, from - AROUND);
  const end = Math.min((starts[line + 1] ?? Infinity) - 1, Math.min(to, from + SHOWN) + AROUND);
  const around = text.slice(start, end).trim();
  const begins = start > (starts[line] ?? 0) ? '…' : '';
  const goesOn = end < (starts[line + 1] ?? text.length + 1) - 1 ? '…' : '';
  return `第 ${line + 1} 行“${begins}${around}${goesOn}”`;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(LINE_END)].map(({ 0: end, index }) => index + end.length)];
}
