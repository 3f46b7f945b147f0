/** The names of the two kinds of found words in text.css. */
const ALL = 'ui-found';
const CURRENT = 'ui-found-current';

/** Every place where the words stand in what is shown, in its order. */
export function rangesOf(words: string): Range[] {
  const wanted = plain(words.trim());
  const root = document.getElementById('root') ?? document.body;
  if (wanted === '') return [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!isShown(node.parentElement)) continue;
    const text = plain(node.nodeValue ?? '');
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Letter by letter, so that places stay the same. */
function plain(text: string): string {
  return text.toLowerCase();
}

function isShown(element: Element | null): boolean {
  return element !== null && !element.closest('.ui-find') && element.getClientRects().length > 0;
}

/** Marks them all, the current one more, and brings it into sight. */
export function showFound(ranges: readonly Range[], current: number): void {
  const at = ranges[current];
  CSS.highlights.set(ALL, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, new Highlight(...(at ? [at] : [])));
  at?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
