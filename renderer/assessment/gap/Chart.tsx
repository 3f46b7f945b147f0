import { type ReactNode, useDeferredValue } from 'react';

interface Props {
  /** What it shows, in words. */
  readonly words: string;
  /** In pixels. */
  readonly height: number;
  readonly children: ReactNode;
}

/** A drawing in its place: it takes longer than the rest of the screen, which is there before it. */
export function Chart({ words, height, children }: Props) {
  const draws = useDeferredValue(true, false);
  return (
    <div role="img" aria-label={words} style={{ height }}>
      {draws && children}
    </div>
  );
}
