import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BagSource, Findings, type SourceFile } from './source.ts';
import { isJunk, MAX_FILES } from './limits.ts';

/** An unpacked bag. `folder` is its root, or holds nothing but its root. Links are never followed. */
export async function readFolder(folder: string): Promise<BagSource> {
  const root = await findRoot(folder);
  const findings = new Findings();
  const files: SourceFile[] = [];
  const pending = [''];
  let hasPayloadFolder = false;
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    for (const name of (await readdir(join(root, at))).sort()) {
      const path = at === '' ? name : `${at}/${name}`;
      const stats = await lstat(join(root, path));
      if (path === 'data' && stats.isDirectory()) hasPayloadFolder = true;
      if (stats.isDirectory()) pending.push(path);
      else if (!stats.isFile()) findings.add('unsafe', 'link', path, '是链接或特殊文件，不能采用');
      else files.push({ path, bytes: stats.size });
    }
    if (files.length > MAX_FILES) {
      findings.add('unsafe', 'too-many', '', `文件超过 ${MAX_FILES} 个`);
      break;
    }
  }
  return {
    files,
    hasPayloadFolder,
    comment: '',
    problems: findings.problems,
    status: findings.status,
    open: (file) => Promise.resolve(createReadStream(join(root, file.path))),
    close: () => undefined,
  };
}

async function findRoot(folder: string): Promise<string> {
  const names = await readdir(folder);
  if (names.includes('bagit.txt')) return folder;
  const real = names.filter((name) => !isJunk(name));
  const [only] = real;
  if (real.length !== 1 || only === undefined) return folder;
  const inner = join(folder, only);
  return (await lstat(inner)).isDirectory() && (await readdir(inner)).includes('bagit.txt') ? inner : folder;
}
