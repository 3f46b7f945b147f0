import type { ReactNode } from 'react';

interface Props<Screen extends string> {
  readonly label: string;
  readonly className?: string;
  /** In the order of the buttons. */
  readonly screens: Readonly<Record<Screen, { readonly label: string; readonly icon?: ReactNode }>>;
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
      {(Object.keys(screens) as Screen[]).map((screen) => (
        <button
          key={screen}
          type="button"
          className="ui-plain-button"
          aria-current={screen === current ? 'page' : undefined}
          onClick={() => goTo(screen)}
        >
          {screens[screen].icon}
          {screens[screen].label}
        </button>
      ))}
    </nav>
  );
}
