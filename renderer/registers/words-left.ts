import { titleOf } from '../../shared/registers/year/entry-title.ts';
import { LEDGER_NAMES, REGISTER_NAMES, registerOf } from '../../shared/registers/kinds.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import type { WordsLeft } from '../state/document/use-leave.ts';
import { useYear } from '../state/year-store.ts';
import { scopeOf, unsentLines } from '../ui/fields/drafts.tsx';

/** Where the first words of the open year are that are not saved. */
export function wordsLeft(): WordsLeft | undefined {
  const { open, ref } = useYear.getState();
  return open && unsentLines(scopeOf(ref)).flatMap((line) => placesOf(line, open.value))[0];
}

type Value = NonNullable<ReturnType<typeof useYear.getState>['open']>['value'];

/** `line`: as the FieldScopes of its screens are called. */
function placesOf(line: string, year: Value): WordsLeft[] {
  const { jumpTo, jumpToTable, goTo } = useYear.getState();
  const entries = REGISTER_NAMES.flatMap((name) => {
    const entry = entriesOf(year, name).find(({ id }) => id === line);
    if (!entry) return [];
    const where = `“${registerOf(name).label}”的“${titleOf(year, name, entry)}”`;
    return [{ where, show: () => jumpTo(name, line, 'fresh') }];
  });
  const tables = LEDGER_NAMES.flatMap((name) =>
    (year.tables ?? [])
      .filter(({ id, register }) => id === line && register === name)
      .map(({ title }) => ({ where: `统计表“${title}”`, show: () => jumpToTable(name, line) })),
  );
  const columns = LEDGER_NAMES.filter((name) => line === `columns-${name}`).map((name) => ({
    where: `“${registerOf(name).label}”的栏目`,
    show: () => goTo(name),
  }));
  return [...entries, ...tables, ...columns];
}
