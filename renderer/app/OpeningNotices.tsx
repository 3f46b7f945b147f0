import { useState } from 'react';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { useOpen } from '../state/derived.ts';

/** What the user must know about this opening: recovered from the previous copy, migrated, … */
export function OpeningNotices() {
  const { notices } = useOpen();
  const [closed, setClosed] = useState<readonly string[]>([]);
  return notices
    .filter(({ code }) => !closed.includes(code))
    .map((notice) => (
      <FailureNotice
        key={notice.code}
        failure={notice}
        tone="warning"
        onClose={() => setClosed([...closed, notice.code])}
      />
    ));
}
