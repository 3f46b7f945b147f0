import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { handedPackages } from '../../../../electron/desktop/handed-packages.ts';

it('finds the packages that the program was started with', () => {
  const args = ['/opt/biaobing', '.', '--root=/a/b.zip', 'U盘/某单位_第1版.zip', '/收件/乙.ZIP', '说明.txt'];
  expect(handedPackages(args, '/home/x')).toEqual([
    resolve('/home/x/U盘/某单位_第1版.zip'),
    resolve('/收件/乙.ZIP'),
  ]);
});
