import { useEffect, useState } from 'react';
import { stepBetween } from '../../shared/assessment/input-steps.ts';
import type { RuleInput } from '../../shared/assessment/rule-input.ts';
import type { Place } from '../../shared/standard/places.ts';
import { useCommand } from '../ui/commands.ts';
import { useDropNumbers, useUnsentLines } from '../ui/fields/drafts.tsx';
import { useKeySet } from '../ui/use-key-set.ts';
import { quickPick } from './rules/quick-pick.ts';
import { entriesOf, type RowQuery, type TreeRow } from './tree-rows.ts';
import { usePane } from './use-pane.ts';
import { useWorkspaceKeys } from './use-workspace-keys.ts';

/** An edit of one answer, as every document that holds answers takes it. */
type AnswerEdit =
  | { readonly kind: 'score'; readonly code: string; readonly input: RuleInput }
  | (NonNullable<ReturnType<typeof stepBetween>> & { readonly code: string });

export interface WorkspaceOptions<Filter extends string> {
  /** Whose answers they are: what is typed and where the user was is kept apart by it. */
  readonly scope: string;
  readonly places: ReadonlyMap<string, Place>;
  /** Every entry, in the standard's order, whatever is filtered away. */
  readonly codes: readonly string[];
  /** Where the work begins, unless it goes on where it was left. */
  readonly firstCode: () => string | undefined;
  /** Chosen from outside. */
  readonly selected: string | undefined;
  readonly select: (code: string) => void;
  /** The first filter. */
  readonly filter: Filter;
  readonly rowsOf: (query: RowQuery<Filter>) => TreeRow[];
  /** The next entry that waits for work, after this one and around. */
  readonly nextOf: (code: string | undefined) => string | undefined;
  readonly answerOf: (code: string) => { readonly state: string; readonly input?: RuleInput };
  readonly edit: (edit: AnswerEdit) => Promise<boolean>;
  /** Single keys of its own, for the entry at hand. */
  readonly keys?: Readonly<Record<string, () => void>>;
}

/** Where the user last was in each scope: coming back from another screen goes on there. */
const lastCodes = new Map<string, string>();

function keepPlace(
  scope: string,
  code: string | undefined,
  { selected, select }: Pick<WorkspaceOptions<string>, 'selected' | 'select'>,
): void {
  if (code === undefined) return;
  lastCodes.set(scope, code);
  // A page that is loaded anew, or gone back to, shows the same.
  if (code !== selected) select(code);
}

/** Tree, search, filter, keys and answers of the work on the entries of one standard, one by one. */
export function useWorkspace<Filter extends string>(options: WorkspaceOptions<Filter>) {
  const { scope, places, codes, firstCode, selected, rowsOf, nextOf, answerOf, edit } = options;
  const [filter, setFilter] = useState(options.filter);
  const [search, setSearch] = useState('');
  const folded = useKeySet();
  const panes = usePane(selected, options.select);
  const { select, focusTree } = panes;
  const [first] = useState(() => lastCodes.get(scope) ?? firstCode());
  const known = new Set(codes);
  const code = [selected, first, codes[0]].find((each) => each !== undefined && known.has(each));
  const place = code === undefined ? undefined : places.get(code);
  const query = { filter, search, collapsed: folded.keys };
  const rows = rowsOf({ ...query, keep: code });
  const wrong = useUnsentLines().filter((each) => places.has(each));
  const dropNumbers = useDropNumbers();

  useEffect(() => keepPlace(scope, code, { selected, select }), [scope, code, selected, select]);

  /** To the first entry that is shown, unless the one at hand is among them. */
  const toShown = (shown: readonly TreeRow[]): void => {
    const entries = entriesOf(shown);
    if (entries[0] && !entries.some((row) => row.code === code)) select(entries[0].code);
  };
  /** Shows an entry wherever the filter, the search or a closed section may have hidden it. */
  const jumpTo = (to: string): void => {
    folded.clear();
    setSearch('');
    select(to);
    panes.setPane('item');
  };
  const next = nextOf(code);
  const goNext = (): void => {
    if (next === undefined) return;
    const inTree = document.activeElement?.getAttribute('role') === 'tree';
    jumpTo(next);
    if (!inTree) requestAnimationFrame(panes.toEditor);
  };
  const score = (input: RuleInput): void => {
    if (code === undefined) return;
    const answer = answerOf(code);
    const step = stepBetween(answer.state === 'scored' ? answer.input : undefined, input);
    void edit(step ? { ...step, code } : { kind: 'score', code, input });
  };
  const changeFilter = (to: Filter): void => {
    setFilter(to);
    panes.setPane('tree');
    toShown(rowsOf({ ...query, filter: to }));
  };
  useCommand('find', panes.toSearch);
  useWorkspaceKeys({
    search: panes.toSearch,
    nextOpen: goNext,
    pick: (n) => {
      const answer = code === undefined ? undefined : answerOf(code);
      const input =
        place && answer && answer.state !== 'notApplicable' ? quickPick(place, answer.input, n) : undefined;
      if (input) score(input);
    },
    toTree: panes.toTree,
    others: code === undefined ? {} : (options.keys ?? {}),
  });

  return {
    panes,
    code,
    place,
    wrong,
    score,
    jumpTo,
    goNext,
    changeFilter,
    focusTree,
    moreOpen: next !== undefined,
    nextKind: next === undefined ? undefined : places.get(next)?.kind,
    dropTyped: () => code !== undefined && dropNumbers(code),
    finder: {
      filter,
      search,
      searchRef: panes.searchRef,
      onFilter: changeFilter,
      onSearch: setSearch,
      onLeaveSearch: (isFound: boolean) => {
        if (isFound) toShown(rows);
        else setSearch('');
        focusTree();
      },
    },
    tree: {
      rows,
      selected: code,
      wrong: new Set(wrong),
      onSelect: select,
      onToggle: folded.toggle,
      onPick: () => panes.setPane('item'),
      onEnter: panes.toEditor,
    },
  };
}

export type Workspace<Filter extends string> = ReturnType<typeof useWorkspace<Filter>>;
