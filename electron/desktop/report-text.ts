/** What is wrong inside the program itself: what only these say may be of use, and holds no name of a file. */
const OWN = new Set(['TypeError', 'ReferenceError', 'RangeError']);

/**
 * What a report says of an error: its kind, the system's code, and where in the program it was. No path of this computer, no
 * name of a unit or a file: messages are left out where they may hold one, and of what they quote all but names of our own.
 */
export function reportOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const name = plain(error.name, 'Error');
  const code = 'code' in error && typeof error.code === 'string' ? ` ${plain(error.code, '?')}` : '';
  const said =
    OWN.has(name) && code === '' ? `: ${error.message.replace(/(["'“`]).*?["'”`]/gu, quoted)}` : '';
  return [`${name}${code}${said}`, ...placesIn(error)].join('\n');
}

/** Of the stack the functions and the names of our files, without the folders that they lie in. */
function placesIn({ stack = '', message }: Error): string[] {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines.flatMap((line) => {
    const [, name = '', place] = /^\s+at (?:(.*?) \()?(.*?:\d+:\d+)\)?$/.exec(line) ?? [];
    if (place === undefined) return [];
    return [`at ${/^[\w.$<> [\]]*/.exec(name)?.[0] ?? ''} (${place.split(/[/\\]/).at(-1) ?? ''})`];
  });
}

function quoted(text: string): string {
  return /^.[A-Za-z_$][\w$]{0,40}.$/.test(text) ? text : '…';
}

function plain(text: string, otherwise: string): string {
  return /^\w{1,40}$/.test(text) ? text : otherwise;
}
