import { useState } from 'react';
import { checkList } from '../../../shared/registers/commend/check.ts';
import { checkedWords, type Saying } from '../../../shared/registers/commend/saying.ts';
import type { TextRegister } from '../../../shared/registers/commend/summary.ts';
import { showable } from '../../../shared/values/text.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { UnfoldButton } from '../../ui/FoldedNotice.tsx';
import './commend.css';

/** Names that somebody has typed stand in it. */
const LONGEST = 1000;
const LABELS = { error: '要改', advice: '核对' } as const;

/** What is found of the whole list, and of its entries where they are asked for; each leads to its entry. */
export function ListSayings({ name }: { readonly name: TextRegister }) {
  const { value } = useOpenYear();
  const [isOpen, setOpen] = useState(false);
  const checked = checkList(value, name);
  const { sayings } = checked;
  const words = checkedWords(checked);
  const ofList = sayings.filter(({ id }) => id === undefined);
  const ofEntries = sayings.filter(({ id }) => id !== undefined);
  return (
    <div>
      <p className="commend-standing">
        <span role="status">核对：{words}</span>
        {ofEntries.length > 0 && (
          <UnfoldButton title={`${ofEntries.length} 处在各行里`} {...{ isOpen }} onToggle={setOpen} />
        )}
      </p>
      <Sayings label="核对结果" sayings={isOpen ? sayings : ofList} onShow={(id) => show(name, id)} />
    </div>
  );
}

function show(name: TextRegister, id: string): void {
  useYear.getState().jumpTo(name, id);
}

interface Props {
  readonly label: string;
  readonly sayings: readonly Saying[];
  /** Absent: they are all of the entry that is shown. */
  readonly onShow?: (id: string) => void;
}

/** Each with the clause that says so. */
export function Sayings({ label, sayings, onShow }: Props) {
  if (sayings.length === 0) return null;
  return (
    <ul className="commend-sayings" aria-label={label}>
      {sayings.map(({ id, severity, message, source }) => (
        <li key={`${id ?? ''} ${message}`}>
          <strong className={`commend-${severity}`}>{LABELS[severity]}</strong>
          {id !== undefined && onShow ? (
            <button type="button" className="commend-row" title="到这一行" onClick={() => onShow(id)}>
              {showable(message, LONGEST)}
            </button>
          ) : (
            <span>{showable(message, LONGEST)}</span>
          )}
          <small className="ui-muted">{source ? `${source.document} ${source.clause}` : '本软件'}</small>
        </li>
      ))}
    </ul>
  );
}
