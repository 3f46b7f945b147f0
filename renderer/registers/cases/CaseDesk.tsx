import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { paragraphsOf } from '../../../shared/registers/cases/parted.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { registerOf } from '../../../shared/registers/kinds.ts';
import { columnsIn } from '../../../shared/registers/year/columns.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { FieldScope, useRemoveLine } from '../../ui/fields/drafts.tsx';
import { PrintHead } from '../../ui/Printed.tsx';
import { usePaper } from '../../ui/printing.ts';
import { EntryFiles } from '../EntryFiles.tsx';
import { EntryField, HiddenContent } from '../EntryPane.tsx';
import { CaseBar } from './CaseBar.tsx';
import { CaseChecks } from './CaseChecks.tsx';
import { CaseEditor } from './CaseEditor.tsx';
import { fieldElement } from './typed.ts';
import './cases.css';

interface Props {
  readonly entry: Entry;
  /** On the way back to the list. */
  readonly onLeave: () => void;
}

/** One case: it is written, checked while it is written, and what is known of it besides. */
export function CaseDesk({ entry, onLeave }: Props) {
  usePaper(() => <CasePaper entry={entry} />);
  const { id } = entry;
  const { value } = useOpenYear();
  const { fixed = [] } = registerOf('cases');
  // Those that are neither written nor checked.
  const facts = columnsIn(value, 'cases').filter(({ code }) => !fixed.includes(code));
  const editor = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLElement>(null);
  useEffect(() => {
    const refused = desk.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (refused) {
      refused.focus();
      return;
    }
    const title = fieldElement({ id }, 'title');
    (title?.value === '' ? title : fieldElement({ id }, 'text'))?.focus();
  }, [id]);
  const leave = () => {
    onLeave();
    useYear.getState().choose('cases', undefined);
  };
  const removeLine = useRemoveLine();
  const remove = () => {
    leave();
    void removeLine(id, useYear.getState().edit({ kind: 'removeEntries', register: 'cases', ids: [id] }));
  };
  return (
    <section ref={desk} className="cases-desk" aria-label="撰写典型案例">
      <FieldScope name={id}>
        <CaseBar entry={entry} editor={editor} onLeave={leave} />
        <div className="cases-panes">
          <CaseEditor entry={entry} ref={editor} />
          <aside className="cases-side" aria-label="检查和登记">
            <CaseChecks entry={entry} />
            <div className="registers-form">
              {facts.map((column) => (
                <EntryField key={column.code} name="cases" entry={entry} column={column} />
              ))}
            </div>
            <HiddenContent name="cases" entry={entry} />
            <EntryFiles name="cases" entry={entry} />
            <div>
              <Button danger icon={<DeleteOutlined aria-hidden />} onClick={remove}>
                删除这一篇
              </Button>
            </div>
          </aside>
        </div>
      </FieldScope>
    </section>
  );
}

function CasePaper({ entry }: Pick<Props, 'entry'>) {
  return (
    <div className="ui-paper">
      <PrintHead />
      <h2>{fieldOf(entry, 'title')}</h2>
      {paragraphsOf({ text: fieldOf(entry, 'text') }).map(({ text, isHeading }, index) =>
        isHeading ? <h3 key={index}>{text}</h3> : <p key={index}>{text}</p>,
      )}
    </div>
  );
}
