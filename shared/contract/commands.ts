/**
 * What the desktop window asks of its page, by its menu and its buttons. `verify`: packages were handed to the program
 * (`takeHandedFiles`); `saveShown`: 另存为 of the preview that the context menu was opened on.
 */
export interface Command {
  readonly name: CommandName;
}
export type CommandName =
  'undo' | 'redo' | 'print' | 'find' | 'save' | 'close' | 'back' | 'help' | 'verify' | 'saveShown';
