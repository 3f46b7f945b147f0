import { own } from '../../values/own.ts';
import { groupBy } from '../../values/pair.ts';
import type { Column } from '../column.ts';
import { type Entry, fieldOf } from '../entry.ts';

/** By which activities and differences know their project: the id of its entry, chosen by its name. */
export const OWNER: Column = {
  ...{ code: 'project', label: '所属项目', kind: 'choice', listed: true, of: 'projects' },
  headings: ['项目名称', '结对项目', '试点项目', '试点名称', '结对名称'],
};

/** By the id: what each project is called; of one name with its partner or start, or else which of them it is. */
export function projectNames(projects: readonly Entry[]): Readonly<Record<string, string>> {
  const likes = groupBy(projects, projectName);
  const names = projects.map((project) => {
    const name = projectName(project);
    const same = likes.get(name) ?? [];
    if (same.length < 2) return [project.id, name];
    const more = moreOf(project);
    const isAlone =
      more !== '' &&
      same.filter((each) => moreOf(each) === more).length === 1 &&
      !likes.has(`${name}（${more}）`);
    return [project.id, `${name}（${isAlone ? more : `第${same.indexOf(project) + 1}个`}）`];
  });
  return Object.fromEntries(names) as Record<string, string>;
}

/** What tells a project from another of its name. */
function moreOf(project: Entry): string {
  const told = ['partner', 'start'].map((code) => fieldOf(project, code).trim());
  return told.filter((text) => text !== '' && text !== projectName(project)).join('，');
}

/** By its name; by its partner where it has none. */
export function projectName(project: Pick<Entry, 'fields'>): string {
  return fieldOf(project, 'name').trim() || fieldOf(project, 'partner').trim() || '（还没有名称的项目）';
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** What is shown of an entry in a column: of one that names another entry, that one's name; '' where it is gone. */
export function shownIn({ code, of, names = {} }: Column, entry: Pick<Entry, 'fields'>): string {
  const text = fieldOf(entry, code);
  return of === undefined ? text : shownOwner(text, names);
}

/** A name that came with a table and is no project's stays as it was written. */
export function shownOwner(text: string, names: Readonly<Record<string, string>>): string {
  return own(names, text) ?? (ID.test(text) ? '' : text);
}
