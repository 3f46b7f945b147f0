import type { AssessmentSummary } from '../../../shared/contract/contract.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';

/** Folders that could not be read, each with its reason: never silently left out. */
export function BrokenFolders({ assessments }: { assessments: readonly AssessmentSummary[] }) {
  return assessments.map(
    ({ problem, folder }) =>
      problem && (
        <FailureNotice
          key={folder}
          failure={{ ...problem, message: `${problem.message}（文件夹：${folder}）` }}
        />
      ),
  );
}
