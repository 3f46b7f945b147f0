import { useState } from 'react';
import type { Column } from '../../shared/registers/column.ts';
import { familyOf, registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { hasText } from '../../shared/registers/commend/summary.ts';
import { inOrder } from '../../shared/registers/tasks.ts';
import { fieldOf, type Entry } from '../../shared/registers/entry.ts';
import { shownIn } from '../../shared/registers/projects/owner.ts';
import { dayOrder } from '../../shared/registers/when.ts';
import { columnsIn } from '../../shared/registers/year/columns.ts';
import { entriesOf, filledEntries, isEmpty } from '../../shared/registers/year/entries.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { usePaper } from '../ui/printing.ts';
import { ScreenButtons } from '../ui/ScreenButtons.tsx';
import { Coverage } from './Coverage.tsx';
import { ContestRanks } from './contest/ContestRanks.tsx';
import { CommendHead } from './commend/CommendHead.tsx';
import { CaseDesk } from './cases/CaseDesk.tsx';
import { EntryPane } from './EntryPane.tsx';
import { EntryTable } from './EntryTable.tsx';
import { MonthTable } from './MonthTable.tsx';
import { RegisterBar, type RegisterView } from './RegisterBar.tsx';
import { MonthPaper, RegisterPaper } from './RegisterPaper.tsx';
import { SiteSteps } from './sites/SiteSteps.tsx';
import { ToldList } from './sites/ToldList.tsx';
import { useProjectFilter } from './projects/use-project-filter.tsx';
import { StatTables } from './stats/StatTables.tsx';

/** One register: its entries, the form of the one that is chosen, what is counted of each month. */
export function RegisterScreen({ name }: { readonly name: RegisterName }) {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const chosen = useYear((state) => state.chosen[name]);
  const table = useYear((state) => state.table);
  const [view, setView] = useState<RegisterView>(table === undefined ? 'entries' : 'tables');
  const [search, setSearch] = useState('');
  const [left, setLeft] = useState<string>();
  const fresh = useYear((state) => state.fresh);
  const all = entriesOf(value, name);
  const filled = filledEntries(value, name);
  const columns = columnsIn(value, name);
  const project = useProjectFilter(name);
  const words = search.trim();
  const isWanted = (entry: Entry) =>
    project.isShown(entry) && (words === '' || isFound(entry, { columns, search: words }));
  const found = all.filter(isWanted);
  // One that was just added is there whatever is searched for.
  const shown = all.filter((each) => each.id === fresh || isWanted(each));
  const entries = ordered(name, shown, today);
  const entry = entries.find(({ id }) => id === chosen);
  usePaper(() =>
    view === 'months' ? (
      <MonthPaper {...{ name, today }} year={value} entries={filled} />
    ) : (
      <RegisterPaper
        {...{ name, today }}
        search={`${project.words} ${words}`.trim()}
        entries={ordered(name, found, today)}
        year={value}
      />
    ),
  );
  // A case takes the whole screen; it stays where what is typed no longer fits the search.
  const written = name === 'cases' ? all.find(({ id }) => id === chosen) : undefined;
  if (written) return <CaseDesk key={written.id} entry={written} onLeave={() => setLeft(written.id)} />;
  return (
    <section className="registers-screen" aria-label={registerOf(name).label}>
      <Family name={name} />
      <RegisterBar
        {...{ name, view, setView, search, setSearch }}
        count={filled.length}
        found={found.filter((each) => !isEmpty(name, each)).length}
      />
      {view === 'entries' && project.bar}
      {view === 'entries' && hasText(name) && <CommendHead name={name} />}
      {view === 'coverage' ? (
        <Coverage />
      ) : view === 'ranks' ? (
        <ContestRanks onShowRow={() => setView('entries')} />
      ) : view === 'steps' ? (
        <SiteSteps onShowRow={() => setView('entries')} />
      ) : view === 'told' ? (
        <ToldList />
      ) : view === 'tables' && name !== 'tasks' ? (
        <StatTables name={name} first={table} />
      ) : view === 'months' ? (
        <MonthTable {...{ name, today }} year={value} entries={filled} />
      ) : (
        <div className="registers-panes">
          <EntryTable
            {...{ name, entries, today }}
            chosen={entry?.id}
            isSearched={words !== ''}
            opening={name === 'cases' ? { left } : undefined}
          />
          {entry && <EntryPane key={entry.id} {...{ name, entry, today }} shown={entries} />}
        </div>
      )}
    </section>
  );
}

/** The registers that share a button, where there are several. */
function Family({ name }: { readonly name: RegisterName }) {
  const [first = name, ...others] = familyOf(name);
  if (others.length === 0) return null;
  const screens = Object.fromEntries(
    [first, ...others].map((each) => [each, { label: registerOf(each).label }]),
  );
  return (
    <ScreenButtons
      className="ui-tabs registers-tabs"
      label={`${registerOf(first).button ?? registerOf(first).label}各表`}
      screens={screens}
      current={name}
      goTo={useYear.getState().goTo}
    />
  );
}

/** By what is shown of it alone: nobody would see why a row is there. */
function isFound(
  entry: Entry,
  { columns, search }: { readonly columns: readonly Column[]; readonly search: string },
): boolean {
  return (
    columns.some((column) => shownIn(column, entry).includes(search)) ||
    entry.files.some(({ fileName }) => fileName.includes(search))
  );
}

function ordered(name: RegisterName, entries: readonly Entry[], today: string): readonly Entry[] {
  const { month, isOfTheYear } = registerOf(name);
  if (name === 'tasks') return inOrder(entries, today);
  return isOfTheYear ? entries : newestFirst(entries, month);
}

/** By day, those without one first: they are being typed. */
function newestFirst(entries: readonly Entry[], month: string): Entry[] {
  const day = (entry: Entry): string => dayOrder(fieldOf(entry, month));
  return [...entries].reverse().sort((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0));
}
