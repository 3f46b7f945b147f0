/** One that has a key or a line in the menu. */
export type PlainCommand = 'undo' | 'redo' | 'print' | 'pdf' | 'find' | 'save' | 'close' | 'back' | 'help';

/**
 * What the desktop window asks of its page. `verify`: packages were handed to the program (`takeHandedFiles`);
 * `saveShown`: 另存为 of the preview that the context menu was opened on.
 */
export type CommandName = PlainCommand | 'verify' | 'saveShown';
export interface Command {
  readonly name: CommandName;
}
