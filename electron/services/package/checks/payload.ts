import {
  ASSESSMENT_NAME,
  INDEX_NAME,
  README_NAME,
  STANDARD_NAME,
  WORKBOOK_NAME,
} from '../../../../shared/package/layout.ts';
import { contradictsType, isExecutable } from '../../../../shared/values/file-kinds.ts';
import { readHead } from '../contents.ts';
import type { Checking } from './context.ts';

const TAG_FILES: ReadonlySet<string> = new Set([
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
  README_NAME,
]);

/** Every file in its place, and no file without one: what the assessment does not know does not belong here. */
export function checkPlaces({ bag, findings, form, paths }: Checking): void {
  const index = form.profile === 1 ? [] : [INDEX_NAME];
  const known = new Set(
    [WORKBOOK_NAME, ...index, ASSESSMENT_NAME, STANDARD_NAME, ...paths.values()].map(
      (path) => `data/${path}`,
    ),
  );
  const foreign = (path: string): void => {
    const what = isExecutable(path) ? '是程序、脚本或快捷方式，请勿打开；' : '';
    findings.add('suspect', 'foreign', path, `${what}不是推荐包该有的文件，却列在清单里`);
  };
  for (const path of bag.files.keys()) {
    if (!(path.startsWith('data/') ? known : TAG_FILES).has(path)) foreign(path);
  }
}

/** Each piece of evidence is at its place, of its size and kind; that it is there at all was checked before. */
export async function checkEvidence(checking: Checking): Promise<void> {
  const { source, bag, findings, assessment, paths, signal } = checking;
  for (const { sha256, bytes, label, fileName, mediaType } of assessment.evidence) {
    const path = `data/${paths.get(sha256) ?? ''}`;
    const file = bag.payload.get(path);
    if (!file || bag.hashes.get(path) !== sha256) {
      findings.add('suspect', 'misplaced', path, `佐证材料“${label}”不在它该在的位置，或被另一份文件顶替`);
      continue;
    }
    if (file.bytes !== bytes) {
      findings.add('suspect', 'bytes', path, `档案写的大小是 ${bytes} 字节，实际是 ${file.bytes} 字节`);
    }
    const head = await readHead(source, file, signal);
    if (isExecutable(fileName, head)) {
      findings.add('suspect', 'executable', path, '是程序、脚本或快捷方式，不能作佐证材料，请勿打开');
    } else if (contradictsType(mediaType, head)) {
      findings.add('suspect', 'media-type', path, `档案写的类型是 ${mediaType}，内容却不是`);
    }
  }
}
