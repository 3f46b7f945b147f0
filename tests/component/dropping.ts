import { createEvent, fireEvent } from '@testing-library/react';

/** One file as a drop brings it; one named 坏 cannot be read. */
export function entry(path: string, content = 'x'): FileSystemEntry {
  const name = path.split('/').at(-1) ?? '';
  return {
    ...{ isFile: true, isDirectory: false, name, fullPath: `/${path}`, content },
    file: (resolve: (file: File) => void, reject: (error: unknown) => void) =>
      path.includes('坏') ? reject(new Error('locked')) : resolve(new File([content], name)),
  } as unknown as FileSystemEntry;
}

/** As Chromium hands children out: in portions, until an empty one. */
export function folder(path: string, portions: FileSystemEntry[][]): FileSystemEntry {
  return {
    ...{ isFile: false, isDirectory: true, name: path, fullPath: `/${path}` },
    createReader: () => ({
      readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(portions.shift() ?? []),
    }),
  } as unknown as FileSystemEntry;
}

const contentOf = (each: FileSystemEntry): string => (each as unknown as { content: string }).content;

export function transferOf(entries: readonly FileSystemEntry[]): Pick<DataTransfer, 'items' | 'types'> {
  const items = entries.map((each) => ({
    kind: 'file',
    webkitGetAsEntry: () => each,
    getAsFile: () => (each.isFile ? new File([contentOf(each)], each.name) : null),
  }));
  return { items: items as unknown as DataTransferItemList, types: ['Files'] };
}

/** Holds something over an element; false where the page keeps the browser from taking it itself. */
export function hold(over: Element, dataTransfer: object = { types: ['Files'] }): boolean {
  return fireEvent.dragOver(over, { dataTransfer });
}

/** Lets files go there; false where the page keeps the browser from opening them. */
export function drop(on: Element, ...entries: FileSystemEntry[]): boolean {
  return fireEvent.drop(on, { dataTransfer: transferOf(entries) });
}

/** Ctrl+V; false where the page took it. */
export function paste(into: Element, files: readonly File[], text = ''): boolean {
  const event = createEvent.paste(into, {
    clipboardData: { files, getData: (type: string) => (type === 'text/plain' ? text : '') },
  });
  return fireEvent(into, event);
}
