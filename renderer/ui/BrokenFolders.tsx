import type { Failure } from '../../shared/values/errors.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface Props {
  readonly folders: readonly { readonly folder: string; readonly problem?: Failure }[];
}

/** Folders that could not be read, with their reasons: never silently left out. Those of one reason are told together. */
export function BrokenFolders({ folders }: Props) {
  const alike = new Map<string, { readonly problem: Failure; readonly names: string[] }>();
  for (const { problem, folder } of folders) {
    if (!problem) continue;
    const reason = JSON.stringify(problem);
    const known = alike.get(reason);
    if (known) known.names.push(folder);
    else alike.set(reason, { problem, names: [folder] });
  }
  return [...alike].map(([reason, { problem, names }]) => {
    const which = names.length === 1 ? `文件夹：${names.join('')}` : `${names.length} 个文件夹`;
    const failure = { ...problem, message: `${problem.message}（${which}）` };
    return <FailureNotice key={reason} failure={failure} names={names.length === 1 ? [] : names} />;
  });
}
