import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { foldWarnings, restWords } from '../../shared/tables/import/fold-warnings.ts';
import type { ImportWarning } from '../../shared/tables/standard-draft.ts';
import { useKeySet } from '../ui/use-key-set.ts';

interface Props<W> {
  readonly label: string;
  readonly className: string;
  readonly warnings: readonly W[];
  /** Lines at most, before anybody asks for more. */
  readonly most: number;
  /** What stands in a line. */
  readonly children: (warning: W) => ReactNode;
}

/** Warnings by kind; what is too many of a kind waits behind 展开. */
export function FoldedList<W extends Pick<ImportWarning, 'code' | 'row'>>(props: Props<W>) {
  const { label, className, warnings, most, children } = props;
  const open = useKeySet();
  return (
    <ul className={className} aria-label={label}>
      {foldWarnings(warnings, most).map((group) => {
        const { code, shown, folded } = group;
        const isOpen = open.keys.has(code);
        // Warnings have no other identity than their place.
        const line = (warning: W, at: number) => <li key={`${code} ${at}`}>{children(warning)}</li>;
        return (
          <Fragment key={code}>
            {[...shown, ...(isOpen ? folded : [])].map(line)}
            {folded.length > 0 && (
              <li className="standards-folded">
                <span className="ui-muted">
                  {isOpen ? `同类的 ${folded.length} 条已展开` : restWords(group)}
                </span>
                <Button type="link" size="small" aria-expanded={isOpen} onClick={() => open.toggle(code)}>
                  {isOpen ? '收起' : '展开'}
                </Button>
              </li>
            )}
          </Fragment>
        );
      })}
    </ul>
  );
}
