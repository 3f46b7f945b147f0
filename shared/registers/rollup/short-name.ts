/** Characters of a task's name in a line of several. */
const SHORT = 24;

/** Cut off with a sign; 佐证…. */
export function shortName(name: string): string {
  const all = [...name];
  return all.length > SHORT ? `${all.slice(0, SHORT - 1).join('')}…` : name;
}
