import { Button, Checkbox, Space } from 'antd';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { ListName, RowOf, TermName } from '../../../../shared/campaign/draft/schema.ts';
import { FieldScope, useDropLine } from '../../../ui/fields/drafts.tsx';
import { addRow, moveUp, type Part, partOfRow, removeRow, useDraft, useTerm } from './use-draft.ts';
import '../fields.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What belongs here, in one line. */
  readonly about?: string;
  readonly children: ReactNode;
}

/** One heading of the notice. */
export function Section({ id, title, about, children }: SectionProps) {
  const heading = `campaign-section-${id}`;
  return (
    <section className="campaigns-section" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      {about && <p className="ui-muted">{about}</p>}
      {children}
    </section>
  );
}

interface TermProps<Name extends TermName> {
  readonly term: Name;
  readonly label: string;
  readonly children: (part: ReturnType<typeof useTerm<Name>>) => ReactNode;
}

/** What the notice has or has not. */
export function Term<Name extends TermName>({ term, label, children }: TermProps<Name>) {
  const part = useTerm(term);
  const { on } = part.value;
  return (
    <div className="campaigns-term" role="group" aria-label={label}>
      <Checkbox
        checked={on}
        onChange={({ target }) => void (part as unknown as Part<{ on: boolean }>).set({ on: target.checked })}
      >
        {label}
      </Checkbox>
      {on && <div className="campaigns-grid">{children(part)}</div>}
    </div>
  );
}

interface RowsProps<List extends ListName> {
  readonly list: List;
  /** What one line is called. */
  readonly what: string;
  /** Other ways to lines, beside the button for one. */
  readonly more?: ReactNode;
  readonly children: (part: Part<RowOf<List>>) => ReactNode;
}

/** What the notice can have several of: a line each, in its order. */
export function Rows<List extends ListName>({ list, what, more, children }: RowsProps<List>) {
  const draft = useDraft();
  const rows = draft[list] as RowOf<List>[];
  const dropLine = useDropLine();
  const added = useRef<string>(undefined);
  const add = useRef<HTMLButtonElement>(null);
  const removed = useRef<number>(undefined);
  const box = useRef<HTMLDivElement>(null);
  // The next line of one that is gone, or the button that makes another.
  useEffect(() => {
    const at = removed.current;
    if (at === undefined) return;
    removed.current = undefined;
    const next = box.current?.querySelectorAll<HTMLElement>(':scope > [role="group"]')[at];
    (next?.querySelector<HTMLElement>('input') ?? add.current)?.focus();
  }, [rows]);
  useEffect(() => {
    const code = added.current;
    if (code === undefined || !rows.some((row) => row.code === code)) return;
    added.current = undefined;
    const last = [...(box.current?.querySelectorAll(':scope > [role="group"]') ?? [])].at(-1);
    last?.querySelector('input')?.focus();
  }, [rows]);
  return (
    <div className="campaigns-rows" ref={box}>
      {rows.map((row, at) => {
        const name = `${what} ${at + 1}`;
        return (
          <Fragment key={row.code}>
            <div className="campaigns-row" role="group" aria-label={name}>
              <div className="campaigns-row-head">
                <strong>{name}</strong>
                <Button
                  type="text"
                  size="small"
                  disabled={at === 0}
                  aria-label={`上移${name}`}
                  onClick={() => moveUp(list, row.code)}
                >
                  上移
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={`移除${name}`}
                  onClick={() => {
                    dropLine(row.code);
                    removeRow(list, row.code);
                    removed.current = at;
                  }}
                >
                  移除
                </Button>
              </div>
              <FieldScope name={row.code}>
                <div className="campaigns-grid">{children(partOfRow(list, row))}</div>
              </FieldScope>
            </div>
          </Fragment>
        );
      })}
      <Space>
        <Button ref={add} size="small" onClick={() => (added.current = addRow(list, draft))}>
          添加{what}
        </Button>
        {more}
      </Space>
    </div>
  );
}
