import { parseArgs } from 'node:util';
import { demo } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { open } from './commands/open.ts';
import { type CommandContext, EXIT, reportFailure, UsageError } from './commands/context.ts';
import { score } from './commands/score.ts';
import { standard } from './commands/standard.ts';
import { verify } from './commands/verify.ts';
import { toFailure } from './services/failures.ts';

const USAGE = `用法：
  demo      --out DIR                          生成示例档案，自评、导出并核验
  score     ASSESSMENT_DIR [--json]            总分、各部分得分、资格审查
  export    ASSESSMENT_DIR --out FILE.zip [--draft] [--json]
  verify    FILE.zip|BAG_DIR ... [--json] [--bag-only]
  open      FILE.zip --out DIR                 推荐包还原为自评档案
  standard  check STANDARD.json [--json]       检查标准文件
返回值：0 完成或完好；1 内容不符合要求；2 用法不对；3 无法运行`;

const COMMANDS: Record<string, (context: CommandContext) => Promise<number>> = {
  demo,
  score,
  export: exportCommand,
  verify,
  open,
  standard,
};

async function main(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = COMMANDS[name];
  if (!command) throw new UsageError(name === '' ? '请写明要做什么' : `没有“${name}”这个命令`);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      draft: { type: 'boolean', default: false },
      'bag-only': { type: 'boolean', default: false },
    },
  });
  return command({
    positionals,
    out: values.out,
    json: values.json,
    draft: values.draft,
    bagOnly: values['bag-only'],
    say,
    print: (line) => process.stdout.write(`${line}\n`),
  });
}

const say = (line: string): void =>
  void process.stderr.write(`${line}
`);

function report(error: unknown): number {
  // parseArgs throws TypeErrors with a code for options that it does not know.
  const unknownOption = error instanceof TypeError && 'code' in error;
  if (error instanceof UsageError || unknownOption) {
    say(error instanceof UsageError ? error.message : '有不认识的选项，或选项缺少内容');
    say(USAGE);
    return EXIT.wrongUse;
  }
  if (process.env['BIAOBING_DEBUG']) console.error(error);
  return reportFailure(toFailure(error), say);
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
