import {
  createContext,
  type KeyboardEventHandler,
  type ReactNode,
  type Ref,
  use,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { TabRow, type TabEntry } from '../ui/TabRow.tsx';
import { useIsNarrow } from '../ui/use-is-narrow.ts';

export type PaneName = 'source' | 'tree' | 'item' | 'evidence';

interface Tabbed {
  readonly at: PaneName;
  readonly idOf: (name: PaneName) => string;
}

/** Absent where the panes stand beside each other. */
const TabbedContext = createContext<Tabbed | undefined>(undefined);

interface PanesProps {
  /** Accessible name of the tabs. */
  readonly label: string;
  readonly tabs: readonly TabEntry<PaneName>[];
  /** The pane that is shown where there is room for one. */
  readonly at: PaneName;
  readonly onGo: (name: PaneName) => void;
  /** The entry at hand: another one is shown from its beginning. */
  readonly code: string | undefined;
  readonly className: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly bar?: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler;
  /** Before what is inside hears of it. */
  readonly onKeyDownCapture?: KeyboardEventHandler;
  readonly children: ReactNode;
}

/** Panes beside each other; where the window is narrow, one at a time behind tabs. */
export function Panes({ label, tabs, at, onGo, code, className, bar, children, ...root }: PanesProps) {
  const isNarrow = useIsNarrow();
  const id = useId();
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef({ at, code });
  const idOf = (name: PaneName): string => `${id}${name}`;
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { at, code };
    if (!isNarrow || (before.at === at && (before.code === code || at === 'tree'))) return;
    // The focus must not stay in a pane that is hidden now, nor be lost with what is gone.
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('[role="tabpanel"][hidden]'))
      document.getElementById(`${id}${at}`)?.focus();
    top.current?.scrollIntoView({ block: 'start' });
  }, [isNarrow, at, code, id]);
  return (
    <TabbedContext value={isNarrow ? { at, idOf } : undefined}>
      <div className={className} {...root}>
        {bar}
        {isNarrow && (
          <>
            <div ref={top} />
            <TabRow label={label} tabs={tabs} at={at} onGo={onGo} panelOf={idOf} />
          </>
        )}
        {children}
      </div>
    </TabbedContext>
  );
}

interface PaneProps {
  readonly name: PaneName;
  /** Accessible name. */
  readonly label: string;
  readonly className: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

export function Pane({ name, label, className, ref, children }: PaneProps) {
  const tabbed = use(TabbedContext);
  const panel = tabbed && {
    role: 'tabpanel',
    id: tabbed.idOf(name),
    hidden: tabbed.at !== name,
    tabIndex: -1,
  };
  return (
    <section className={className} aria-label={label} ref={ref} {...panel} data-pane={name}>
      {children}
    </section>
  );
}
