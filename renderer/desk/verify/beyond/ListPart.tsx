import type { ReactNode, Ref } from 'react';
import './beyond.css';

interface Props {
  readonly ref?: Ref<HTMLElement>;
  readonly title: string;
  /** Accessible name, where the title says more than that. */
  readonly name?: string;
  /** What adds to it, beside its title. */
  readonly adding: ReactNode;
  readonly children: ReactNode;
}

/** A list of what was noted beside the items: people, findings, photos, objections. */
export function ListPart({ ref, title, name = title, adding, children }: Props) {
  return (
    <section ref={ref} className="beyond-list" aria-label={name}>
      <header>
        <h3>{title}</h3>
        {adding}
      </header>
      {children}
    </section>
  );
}
