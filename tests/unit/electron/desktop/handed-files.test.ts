import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { handedFiles } from '../../../../electron/desktop/handed-files.ts';

const from = { folder: '/home/x', program: '/home/x' };

it.each([
  ['U盘/某单位_第1版.zip', '/home/x/U盘/某单位_第1版.zip'],
  ['/收件/乙.ZIP', '/收件/乙.ZIP'],
  ['file:///收件/%E4%B8%99%20%281%29.zip', '/收件/丙 (1).zip'],
])('takes %s for a package', (arg, path) => {
  const found = { packages: [resolve(path)], others: [] };
  expect(handedFiles(['.', '--root=/a/b.zip', arg, ''], from)).toEqual(found);
});

it.each([
  ['说明.txt', '/home/x/说明.txt'],
  ['/收件', '/收件'],
  ['file:///收件/%zz.zip.txt', '/home/x/file:/收件/%zz.zip.txt'],
  ['zip', '/home/x/zip'],
])('takes %s for nothing that it opens', (arg, path) => {
  expect(handedFiles([arg], from)).toEqual({ packages: [], others: [resolve(path)] });
});
