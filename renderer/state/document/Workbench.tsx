import type { ComponentType } from 'react';
import { type ScreenButton, ScreenButtons } from '../../ui/ScreenButtons.tsx';
import { DocumentFrame } from './DocumentFrame.tsx';
import type { DocumentHeaderProps } from './DocumentHeader.tsx';

/** One screen of what is open, and its button. */
export interface ScreenEntry extends ScreenButton {
  readonly Screen: ComponentType;
  /** The screen whose button leads here: this one has none of its own, and that screen shows the way. */
  readonly within?: string;
  /** Codes of notices that it tells itself. */
  readonly told?: readonly string[];
}

interface Props<Screen extends string> extends DocumentHeaderProps {
  /** In the order of the buttons. */
  readonly screens: Readonly<Record<Screen, ScreenEntry>>;
  readonly current: Screen;
  readonly goTo: (screen: Screen) => void;
  /** Accessible name of the buttons. */
  readonly label: string;
  /** The look of the buttons in the line above the screen; absent: they stand beside it. */
  readonly above?: string;
  /** The look of this kind. */
  readonly className: string;
}

/** An open document of several screens. */
export function Workbench<Screen extends string>(props: Props<Screen>) {
  const { screens, current, goTo, label, above, className, title, ...header } = props;
  const { Screen, told, within } = screens[current];
  const buttons = (
    <ScreenButtons
      className={above ?? 'document-nav'}
      label={label}
      screens={withButtons(screens)}
      current={(within as Screen | undefined) ?? current}
      goTo={goTo}
    />
  );
  const isBeside = above === undefined;
  return (
    <DocumentFrame
      {...header}
      className={isBeside ? `document-beside ${className}` : className}
      title={
        isBeside ? (
          title
        ) : (
          <>
            {title}
            {buttons}
          </>
        )
      }
      navigation={isBeside && buttons}
      screen={current}
      {...(told && { told })}
    >
      <Screen />
    </DocumentFrame>
  );
}

function withButtons<Screen extends string>(screens: Readonly<Record<Screen, ScreenEntry>>) {
  const entries = Object.entries<ScreenEntry>(screens).filter(([, { within }]) => within === undefined);
  return Object.fromEntries(entries) as Partial<Record<Screen, ScreenEntry>>;
}
