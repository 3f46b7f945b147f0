import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageName } from '../../shared/standard/basis.ts';
import { readAssessmentFolder } from '../services/assessment/assessment-folder.ts';
import { createSample } from '../services/assessment/sample.ts';
import { makeFolders } from '../services/files/files.ts';
import { type CommandContext, EXIT, outPath } from './context.ts';
import { exportCommand } from './export.ts';
import { score } from './score.ts';
import { requireSafeTargets } from './targets.ts';
import { verify } from './verify.ts';

/** The whole main job without a screen: sample, score, export, verify. Prints folder and package, a line each. */
export async function demo(context: CommandContext): Promise<number> {
  const out = outPath(context, '示例放在哪个文件夹');
  await requireSafeTargets([{ option: '--out', path: out, kind: 'folder' }], []);
  await makeFolders(out);
  const folder = free(join(out, '示例自评档案'));
  await createSample(folder, { resources: context.resources, now: new Date() });
  const { standard } = await readAssessmentFolder(folder);
  const name = packageName(standard);
  const file = free(join(out, `${name === '自查包' ? '【自查】' : ''}示例${name}`), '.zip');
  const quiet = { ...context, json: false, bagOnly: false, draft: false, print: () => {} };
  const steps = [
    () => score({ ...quiet, positionals: [folder] }),
    () => exportCommand({ ...quiet, positionals: [folder], out: file }),
    () => verify({ ...quiet, positionals: [file] }),
  ];
  for (const step of steps) {
    const code = await step();
    if (code !== EXIT.done) return code;
  }
  if (context.json) context.print(JSON.stringify({ assessment: folder, package: file }));
  else [folder, file].forEach(context.print);
  return EXIT.done;
}

/** A path that nothing has yet: an earlier demo is never overwritten. */
function free(path: string, ending = ''): string {
  for (let n = 1; ; n++) {
    const candidate = `${path}${n === 1 ? '' : `-${n}`}${ending}`;
    if (!existsSync(candidate)) return candidate;
  }
}
