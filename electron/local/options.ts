import { parseArgs } from 'node:util';

interface Options {
  /** The data folder, where one is named. */
  readonly root: string | undefined;
  readonly opensBrowser: boolean;
}

const USAGE =
  '用法：server.mjs [--root=文件夹] [--no-open]\n' +
  '  --root=文件夹  数据文件夹，不写时用上次的或默认的\n' +
  '  --no-open      不自动打开浏览器';

/** What `npm start` hands on of its own. */
const ITS_OWN = ['--local', '--no-sandbox'];

/** The options of a start; or what is said instead of one, and the exit code. */
export function readOptions(
  args: readonly string[],
): Options | { readonly said: string; readonly code: 0 | 2 } {
  try {
    const { values } = parseArgs({
      args: args.filter((each) => !ITS_OWN.includes(each)),
      options: {
        root: { type: 'string', multiple: true },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { said: USAGE, code: 0 };
    const [root, ...others] = values.root ?? [];
    if (root === '' || others.length > 0) return refused('--root 要写一个文件夹，只写一次');
    return { root, opensBrowser: !values['no-open'] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refused('有不认识的参数，或者参数没有写完整');
  }
}

function refused(why: string): { readonly said: string; readonly code: 2 } {
  return { said: `没有启动：${why}。\n${USAGE}`, code: 2 };
}
