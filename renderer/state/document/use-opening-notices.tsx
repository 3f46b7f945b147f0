import { useState } from 'react';
import { useStore } from 'zustand';
import type { AnyDocumentStore } from './document-state.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

/**
 * What the user must know about this opening: recovered from the previous copy, migrated, … What was closed stays closed
 * while the caller is mounted, whatever screen it shows. `told`: codes of those that the screen tells itself.
 */
export function useOpeningNotices(store: AnyDocumentStore, told: readonly string[]) {
  const notices = useStore(store, (state) => state.open?.notices) ?? [];
  const [closed, setClosed] = useState<readonly string[]>([]);
  const open = notices.filter(({ code, message }) => !closed.includes(message) && !told.includes(code));
  return open.map((notice) => (
    <FailureNotice
      key={notice.message}
      failure={notice}
      tone="warning"
      folded={open.length > 1}
      onClose={() => setClosed([...closed, notice.message])}
    />
  ));
}
