import type { ReactNode } from 'react';
import './fields.css';

/** A field of a dense form with its name above it. */
export function Field({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'fields-field fields-wide' : 'fields-field'}>
      <span className="fields-field-label">{label}</span>
      {children}
    </div>
  );
}
