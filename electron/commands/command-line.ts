import { parseArgs } from 'node:util';
import { type CommandContext, EXIT, reportFailure, TargetError, UsageError } from './context.ts';
import { toFailure } from '../services/base/failures.ts';

const USAGE = `用法：
  demo      --out DIR [--json]                 生成示例档案，自评、导出并核验
  score     ASSESSMENT_DIR [--json]            总分、各部分得分、资格审查
  export    ASSESSMENT_DIR --out FILE.zip [--draft] [--json]
  verify    FILE.zip|BAG_DIR ... [--json] [--bag-only]
  open      FILE.zip --out DIR                 推荐包还原为自评档案
  standard  check STANDARD.json [--json]       检查标准文件
  standard  import FILE [--sheet N] [--map MAP.json] --out STANDARD.json [--report REPORT.xlsx] [--json]
                                               从表格、Word 文档或网页导入标准
  standard  diff OLD.json NEW.json [--json]    两个版次逐项比较
  review    import DIR|FILE ... --desk DESK [--received YYYY-MM-DD] [--body NAME] [--json]
                                               接收推荐包；没有核验台时新建；--body 写推荐单位
  review    score --desk DESK --package FILE|KEY [--agree] [--confirm-gaps] [--json]
                                               一个推荐包的核验情况；--agree 采用其自评，--confirm-gaps 确认合理缺项
  review    rank --desk DESK [--json]          排名
  review    export --desk DESK --out 汇总表.xlsx [--json]
                                               推荐对象（或示范点验收）汇总表
  case      check FILE [--json]                典型案例：字数和写法检查（.docx、.txt）
  contest   score FILE.xlsx [--json]           比武：各队得分和名次
返回值：0 完成或完好；1 内容不符合要求；2 用法不对；3 无法运行`;

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  'bag-only': { type: 'boolean', default: false },
  sheet: { type: 'string' },
  map: { type: 'string' },
  report: { type: 'string' },
  desk: { type: 'string' },
  received: { type: 'string' },
  package: { type: 'string' },
  agree: { type: 'boolean', default: false },
  'confirm-gaps': { type: 'boolean', default: false },
  body: { type: 'string' },
} as const;

type Run = (context: CommandContext) => Promise<number>;

interface Command {
  /** Loaded when it is asked for: none waits for the libraries of the others. */
  readonly load: () => Promise<Run>;
  /** Any other option is wrong use: one that does nothing would promise what is not done. */
  readonly options: readonly (keyof typeof OPTIONS)[];
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['demo', { load: async () => (await import('./demo.ts')).demo, options: ['out', 'json'] }],
  ['score', { load: async () => (await import('./score.ts')).score, options: ['json'] }],
  [
    'export',
    { load: async () => (await import('./export.ts')).exportCommand, options: ['out', 'draft', 'json'] },
  ],
  ['verify', { load: async () => (await import('./verify.ts')).verify, options: ['json', 'bag-only'] }],
  ['open', { load: async () => (await import('./open.ts')).open, options: ['out'] }],
  [
    'review',
    {
      load: async () => (await import('./review.ts')).review,
      options: ['out', 'json', 'desk', 'received', 'package', 'agree', 'confirm-gaps', 'body'],
    },
  ],
  [
    'standard',
    {
      load: async () => (await import('./standard.ts')).standard,
      options: ['out', 'json', 'sheet', 'map', 'report'],
    },
  ],
  ['case', { load: async () => (await import('./case.ts')).caseCommand, options: ['json'] }],
  ['contest', { load: async () => (await import('./contest.ts')).contestCommand, options: ['json'] }],
]);

/** What the terminal, or whoever stands in for it, gives to a command. */
type Surroundings = Pick<CommandContext, 'resources' | 'spawnReader' | 'signal' | 'say' | 'print'>;

/** Runs one command line; answers its exit code. Throws nothing: what went wrong is said. */
export async function runCommandLine(line: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await run(line, surroundings);
  } catch (error) {
    return report(error, surroundings.say);
  }
}

async function run([name = '', ...args]: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = COMMANDS.get(name);
  if (!command) throw new UsageError(name === '' ? '请写明要做什么' : `没有“${name}”这个命令`);
  const { values, positionals, tokens } = parseArgs({
    args,
    allowPositionals: true,
    tokens: true,
    options: OPTIONS,
  });
  for (const token of tokens) {
    if (token.kind === 'option' && !command.options.some((option) => option === token.name))
      throw new UsageError(`${name} 没有 ${token.rawName} 这个选项`);
  }
  const runCommand = await command.load();
  return runCommand({
    positionals,
    out: values.out,
    json: values.json,
    draft: values.draft,
    bagOnly: values['bag-only'],
    sheet: values.sheet,
    map: values.map,
    report: values.report,
    desk: values.desk,
    received: values.received,
    pack: values.package,
    agree: values.agree,
    confirmGaps: values['confirm-gaps'],
    body: values.body,
    ...surroundings,
  });
}

function report(error: unknown, say: CommandContext['say']): number {
  if (error instanceof UsageError || isParseError(error)) {
    say(error instanceof UsageError ? error.message : '有不认识的选项，或选项缺少内容');
    say(USAGE);
    return EXIT.wrongUse;
  }
  if (error instanceof TargetError) {
    say(error.message);
    return EXIT.wrongUse;
  }
  if (process.env['BIAOBING_DEBUG']) console.error(error);
  return reportFailure(toFailure(error), say);
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
