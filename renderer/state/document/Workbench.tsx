import type { ComponentType, ReactNode } from 'react';
import { ScreenButtons } from '../../ui/ScreenButtons.tsx';
import { DocumentFrame } from './DocumentFrame.tsx';
import type { DocumentHeaderProps } from './DocumentHeader.tsx';

/** One screen of what is open, and its button. */
export interface ScreenEntry {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly Screen: ComponentType;
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
  /** Beside the screen, or in the line above it. */
  readonly buttons: 'beside' | 'above';
  readonly buttonsClassName: string;
  /** The look of this kind. */
  readonly className: string;
}

/** An open document of several screens. */
export function Workbench<Screen extends string>(props: Props<Screen>) {
  const { screens, current, goTo, label, buttons, buttonsClassName, className, title, ...header } = props;
  const { Screen, told } = screens[current];
  const navigation = (
    <ScreenButtons
      className={buttonsClassName}
      label={label}
      screens={screens}
      current={current}
      goTo={goTo}
    />
  );
  const above = (
    <>
      {title}
      {navigation}
    </>
  );
  return (
    <DocumentFrame
      {...header}
      className={className}
      title={buttons === 'above' ? above : title}
      navigation={buttons === 'beside' && navigation}
      screen={current}
      {...(told && { told })}
    >
      <Screen />
    </DocumentFrame>
  );
}
