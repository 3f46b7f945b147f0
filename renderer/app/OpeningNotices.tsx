import { FailureNotice } from '../components/FailureNotice.tsx';
import { useOpen } from '../state/derived.ts';

interface Props {
  /** Codes of those that were closed since the opening. */
  closed: readonly string[];
  onClose: (code: string) => void;
}

/** What the user must know about this opening: recovered from the previous copy, migrated, … */
export function OpeningNotices({ closed, onClose }: Props) {
  const { notices } = useOpen();
  return notices
    .filter(({ code }) => !closed.includes(code))
    .map((notice) => (
      <FailureNotice key={notice.code} failure={notice} tone="warning" onClose={() => onClose(notice.code)} />
    ));
}
