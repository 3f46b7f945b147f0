/** Characters of a task's name in a line of several. */
const SHORT = 24;

interface Named {
  readonly matter: string;
  readonly material: string;
}

/** What tasks are called in a line of several: by their material, and by their matter too where others have the same. */
export function taskNames(all: readonly Named[]): (task: Named) => string {
  const counts = new Map<string, number>();
  for (const task of all) counts.set(ownName(task), (counts.get(ownName(task)) ?? 0) + 1);
  return (task) => {
    const name = ownName(task);
    const isShared = (counts.get(name) ?? 0) > 1 && task.material !== '' && task.matter !== '';
    return shortName(isShared ? `${task.matter}：${name}` : name);
  };
}

function ownName({ matter, material }: Named): string {
  return material || matter;
}

/** Cut off with a sign; 佐证…. */
function shortName(name: string): string {
  const all = [...name];
  return all.length > SHORT ? `${all.slice(0, SHORT - 1).join('')}…` : name;
}
