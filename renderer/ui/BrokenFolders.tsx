import type { Failure } from '../../shared/values/errors.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface Props {
  readonly folders: readonly { readonly folder: string; readonly problem?: Failure }[];
}

/** Folders that could not be read, each with its reason: never silently left out. */
export function BrokenFolders({ folders }: Props) {
  return folders.map(
    ({ problem, folder }) =>
      problem && (
        <FailureNotice
          key={folder}
          failure={{ ...problem, message: `${problem.message}（文件夹：${folder}）` }}
        />
      ),
  );
}
