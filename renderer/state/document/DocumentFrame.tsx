import { type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { FieldScope, scopeOf } from '../../ui/fields/drafts.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useLanding } from '../../ui/use-landing.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useSaveCommand } from './use-save-command.ts';
import { DocumentHeader, type DocumentHeaderProps } from './DocumentHeader.tsx';
import { Standing } from './Standing.tsx';
import { useOpeningNotices } from './use-opening-notices.tsx';
import './document.css';

interface Props extends DocumentHeaderProps {
  /** The look of this kind, where it has its own. */
  readonly className?: string;
  /** Which of several screens is shown. */
  readonly screen?: string;
  /** Codes of notices that the screen tells itself. */
  readonly told?: readonly string[];
  /** The way to the other screens, beside what is shown. */
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}

/** An open document: its header, what must be known about its opening, its screen, and why a change was not saved. */
export function DocumentFrame(props: Props) {
  const { className = '', screen, told = [], navigation, children, ...header } = props;
  const { store } = header;
  const failure = useStore(store, (state) => state.failure);
  const scope = useStore(store, (state) => scopeOf(state.ref));
  const notices = useOpeningNotices(store, told);
  useUndoKeys(store);
  useSaveCommand(store);
  const main = useLanding<HTMLElement>(screen);
  return (
    <div className={`document ${className}`}>
      <DocumentHeader {...header} />
      {navigation}
      <main className="document-main" key={screen} ref={main} tabIndex={-1}>
        <ErrorBoundary>
          <Standing store={store} />
          {notices.length > 0 && <div className="document-notices">{notices}</div>}
          <FieldScope name={scope}>
            <Suspense fallback={null}>{children}</Suspense>
          </FieldScope>
        </ErrorBoundary>
      </main>
      {failure && (
        <div className="document-failure">
          <FailureNotice failure={failure} onClose={store.getState().dismissFailure} />
        </div>
      )}
    </div>
  );
}
