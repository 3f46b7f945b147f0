import { type ComponentType, createElement, lazy, Suspense, useState } from 'react';
import { HOST_LOST } from './call/client.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { lazily } from './lazily.ts';
import { LoadingDialog } from './Loading.tsx';

/** A part that is loaded lazily. Once it is there, it is drawn at once, without the fallback in between. */
export function later<Props extends object>(
  get: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const part = lazily(get);
  const Waiting = lazy<ComponentType<object>>(
    () => part.load().catch(lost) as Promise<{ default: ComponentType<object> }>,
  ) as ComponentType<Props>;
  return function Later(props: Props) {
    // One and the same as long as it is shown: another one would lose what is typed in it.
    const [Part] = useState(() => part.now()?.default ?? Waiting);
    return createElement(Part, props);
  };
}

/** A part of the page that does not arrive: who serves it does not answer. The rest of the page stays. */
function lost(error: unknown): { default: ComponentType } {
  console.warn(error);
  return { default: () => createElement(FailureNotice, { failure: HOST_LOST }) };
}

/**
 * The same for what opens over what is shown, which stays as it is until it is there. `withdraw`: what Escape does as long
 * as it is on its way.
 */
export function laterDialog<Props extends object>(
  get: () => Promise<{ default: ComponentType<Props> }>,
  withdraw?: (props: Props) => void,
): ComponentType<Props> {
  const Part = later(get);
  return function LaterDialog(props: Props) {
    const fallback = createElement(LoadingDialog, { onWithdraw: withdraw && (() => withdraw(props)) });
    return createElement(Suspense, { fallback }, createElement(Part, props));
  };
}
