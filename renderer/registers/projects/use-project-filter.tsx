import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import { OWNER, projectNames } from '../../../shared/registers/projects/owner.ts';
import { isOwned, type OwnedName, withoutProject } from '../../../shared/registers/projects/rows.ts';
import { entriesOf } from '../../../shared/registers/year/entries.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { Choice } from '../../ui/fields/Choice.tsx';
import './projects.css';

interface Filter {
  /** What it is called; '' where all are shown. */
  readonly words: string;
  readonly isShown: (entry: Entry) => boolean;
  readonly bar: ReactNode;
}

/** Of which project the rows of a register are shown: of the one that is chosen, of all, or those of none. */
export function useProjectFilter(name: RegisterName): Filter {
  const { value } = useOpenYear();
  const project = useYear((state) => state.chosen.projects);
  const chosen = useYear((state) => state.chosen[name]);
  const [isLost, setLost] = useState(false);
  if (!isOwned(name)) return { words: '', isShown: () => true, bar: null };
  const names = projectNames(entriesOf(value, 'projects'));
  const lost = withoutProject(value, name);
  const open = entriesOf(value, name).find(({ id }) => id === chosen);
  // A row that was jumped to is never hidden.
  const isElsewhere = open !== undefined && fieldOf(open, OWNER.code) !== project;
  const of = project !== undefined && Object.hasOwn(names, project) && !isElsewhere ? project : undefined;
  const onlyLost = isLost && lost.length > 0;
  const bar = (
    <ProjectBar
      {...{ name, names, of, lost: lost.length, onlyLost }}
      say={(next, lostOnly) => {
        const { choose } = useYear.getState();
        choose(name, undefined);
        choose('projects', next);
        setLost(lostOnly);
      }}
    />
  );
  if (onlyLost) {
    const shown = new Set(lost);
    return { words: NONE, isShown: (entry) => shown.has(entry) || entry.id === chosen, bar };
  }
  if (of === undefined) return { words: '', isShown: () => true, bar };
  return { words: names[of] ?? '', isShown: (entry) => fieldOf(entry, OWNER.code) === of, bar };
}

const ALL = '全部项目';
const NONE = '没有所属项目';

interface BarProps {
  readonly name: OwnedName;
  readonly names: Readonly<Record<string, string>>;
  readonly of: string | undefined;
  readonly lost: number;
  readonly onlyLost: boolean;
  readonly say: (project: string | undefined, isLost: boolean) => void;
}

function ProjectBar({ name, names, of, lost, onlyLost, say }: BarProps) {
  const { unit } = registerOf(name);
  const options = [
    { value: '', label: ALL },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
    ...(lost > 0 ? [{ value: NONE, label: NONE }] : []),
  ];
  return (
    <div className="projects-filter">
      <span>{OWNER.label}</span>
      <Choice
        label="看哪个项目"
        value={onlyLost ? NONE : (of ?? '')}
        options={options}
        onChange={(next) => say(next === '' || next === NONE ? undefined : next, next === NONE)}
      />
      {Object.keys(names).length === 0 && (
        <span className="registers-soon">还没有项目，请先到“结对与试点”新增一个。</span>
      )}
      {lost > 0 && !onlyLost && (
        <span className="registers-soon">
          {`${lost} ${unit}没有所属项目：项目已经移除，或者没有选。内容都在，选好项目就归进去。`}
          <Button type="link" size="small" onClick={() => say(undefined, true)}>
            只看这些
          </Button>
        </span>
      )}
    </div>
  );
}
