import { expect, it } from 'vitest';
import { readOptions } from '../../../../electron/local/options.ts';

it.each<[string[], ReturnType<typeof readOptions>]>([
  [[], { root: undefined, opensBrowser: true }],
  [['--root=/数据'], { root: '/数据', opensBrowser: true }],
  [['--root', '/数 据', '--no-open'], { root: '/数 据', opensBrowser: false }],
  [['--local', '--no-sandbox'], { root: undefined, opensBrowser: true }],
  [['--help'], { said: expect.stringMatching(/^用法：/) as string, code: 0 }],
  ...[
    ['--root'],
    ['--root='],
    ['--root', ''],
    ['--root=/数据', '--root=/别处'],
    ['--roof=/数据'],
    ['/数据'],
    ['--no-open=是'],
  ].map((args): [string[], ReturnType<typeof readOptions>] => [
    args,
    { said: expect.stringMatching(/^没有启动：/) as string, code: 2 },
  ]),
])('a start of the local door: %j', (args, options) => {
  expect(readOptions(args)).toEqual(options);
});
