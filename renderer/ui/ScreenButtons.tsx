import type { ReactNode } from 'react';

export interface ScreenButton {
  readonly label: string;
  readonly icon?: ReactNode;
  /** The name above it and those around it that bear the same. */
  readonly group?: string;
}

interface Props<Screen extends string> {
  readonly label: string;
  readonly className?: string;
  /** In the order of the buttons, those of a group side by side; one that is not here has none. */
  readonly screens: Readonly<Partial<Record<Screen, ScreenButton>>>;
  readonly current: Screen;
  readonly goTo: (screen: Screen) => void;
}

/** The way from one screen of what is open to another. */
export function ScreenButtons<Screen extends string>({
  label,
  className,
  screens,
  current,
  goTo,
}: Props<Screen>) {
  const entries = Object.entries(screens) as [Screen, ScreenButton][];
  const groups = [...new Set(entries.map(([, { group }]) => group))];
  return (
    <nav className={className} aria-label={label}>
      {groups.map((group) => {
        const buttons = entries
          .filter(([, entry]) => entry.group === group)
          .map(([screen, { label: name, icon }]) => (
            <button
              key={screen}
              type="button"
              className="ui-plain-button"
              aria-current={screen === current ? 'page' : undefined}
              onClick={() => goTo(screen)}
            >
              {icon}
              {name}
            </button>
          ));
        if (group === undefined) return buttons;
        return (
          <div key={group} role="group" aria-label={group}>
            <span className="ui-muted ui-nav-group" aria-hidden>
              {group}
            </span>
            {buttons}
          </div>
        );
      })}
    </nav>
  );
}
