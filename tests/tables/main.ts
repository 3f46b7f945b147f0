import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dump, measure } from './measure.ts';
import { failuresOf, tableOf } from './report.ts';
import { FORMATS } from './write.ts';

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: 'each' },
    show: { type: 'string', default: '20' },
    dump: { type: 'string' },
  },
});

if (values.dump === undefined) {
  const format = [...FORMATS, 'all' as const, 'each' as const].find((each) => each === values.format);
  if (!format) throw new Error(`--format ${[...FORMATS, 'all', 'each'].join('|')}`);
  const seeds = Array.from({ length: Number(values.tables) }, (_, index) => Number(values.seed) + index);
  const measured = await measure(seeds, format);
  console.log([...failuresOf(measured, Number(values.show)), '', ...tableOf(measured)].join('\n'));
} else {
  const folder = join(tmpdir(), 'biaobing-tables');
  await dump(Number(values.dump), folder);
  console.log(folder);
}
