import type { ReactNode } from 'react';

interface Entry {
  readonly label: string;
  readonly icon?: ReactNode;
}

interface Props<Screen extends string> {
  readonly label: string;
  readonly className?: string;
  /** In the order of the buttons; one that is not here has none. */
  readonly screens: Readonly<Partial<Record<Screen, Entry>>>;
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
  return (
    <nav className={className} aria-label={label}>
      {(Object.entries(screens) as [Screen, Entry][]).map(([screen, { label: name, icon }]) => (
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
      ))}
    </nav>
  );
}
