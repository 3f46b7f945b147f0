/** One that has a key or a line in the menu. */
export type PlainCommand =
  'undo' | 'redo' | 'print' | 'pdf' | 'find' | 'search' | 'save' | 'close' | 'back' | 'help';

/**
 * What the desktop window asks of its page. `verify`: packages were handed to the program (`takeHandedFiles`);
 * `saveShown`: 另存为 of the preview that the context menu was opened on; `endsThen`, `staysOpen`: the window closes when what
 * runs is done, and no longer does.
 */
export type CommandName = PlainCommand | 'verify' | 'saveShown' | 'endsThen' | 'staysOpen';
export interface Command {
  readonly name: CommandName;
}
