import type { KeyboardEvent } from 'react';
import './tab-row.css';

export interface TabEntry<Name extends string> {
  readonly name: Name;
  readonly label: string;
}

interface Props<Name extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly tabs: readonly TabEntry<Name>[];
  readonly at: Name;
  readonly onGo: (name: Name) => void;
  /** Id of the panel that a tab shows. */
  readonly panelOf: (name: Name) => string;
}

/** Tabs by the ARIA pattern: one tab stop, the arrow keys show the next one at once. */
export function TabRow<Name extends string>({ label, tabs, at, onGo, panelOf }: Props<Name>) {
  const index = tabs.findIndex(({ name }) => name === at);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = (step + tabs.length) % tabs.length;
    const next = tabs[to];
    if (next) onGo(next.name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className="ui-tabs ui-tab-row" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          className="ui-plain-button"
          aria-selected={tab.name === at}
          aria-controls={panelOf(tab.name)}
          tabIndex={tab.name === at ? 0 : -1}
          onClick={() => onGo(tab.name)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
