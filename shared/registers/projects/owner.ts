import { own } from '../../values/own.ts';
import type { Column } from '../column.ts';
import { type Entry, fieldOf } from '../entry.ts';

/** By which activities and differences know their project: the id of its entry, chosen by its name. */
export const OWNER: Column = {
  ...{ code: 'project', label: '所属项目', kind: 'choice', listed: true, of: 'projects' },
  headings: ['项目名称', '结对项目', '试点项目', '试点名称', '结对名称'],
};

/** By the id: what each project is called. */
export function projectNames(projects: readonly Entry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(projects.map((project) => [project.id, projectName(project)]));
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
