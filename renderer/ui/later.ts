import { type ComponentType, createElement, lazy, Suspense, useState } from 'react';
import { lazily } from './lazily.ts';

/** A part that is loaded lazily. Once it is there, it is drawn at once, without the fallback in between. */
export function later<Props extends object>(
  get: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const part = lazily(get);
  const Waiting = lazy(part.load) as ComponentType<Props>;
  return function Later(props: Props) {
    // One and the same as long as it is shown: another one would lose what is typed in it.
    const [Part] = useState(() => part.now()?.default ?? Waiting);
    return createElement(Part, props);
  };
}

/** The same for what opens over what is shown, which stays as it is until it is there. */
export function laterDialog<Props extends object>(
  get: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Part = later(get);
  return function LaterDialog(props: Props) {
    return createElement(Suspense, { fallback: null }, createElement(Part, props));
  };
}
