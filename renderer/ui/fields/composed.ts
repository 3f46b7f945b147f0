import { type CompositionEvent, useState } from 'react';

/** For a field that takes what is typed at once: nothing while an input method is composing, all of it at the end. */
export function useComposed(text: string, onText: (text: string) => void) {
  const [composing, setComposing] = useState<string>();
  return {
    value: composing ?? text,
    onChange: ({ target }: { target: { value: string } }): void =>
      composing === undefined ? onText(target.value) : setComposing(target.value),
    onCompositionStart: (): void => setComposing(text),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>): void => {
      setComposing(undefined);
      onText(currentTarget.value);
    },
  };
}
