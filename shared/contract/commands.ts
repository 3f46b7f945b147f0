/** One that says no more than its name: it has a key or a line in the menu. */
export type PlainCommand = 'undo' | 'redo' | 'print' | 'pdf' | 'find' | 'save' | 'close' | 'back' | 'help';

/** What the desktop window asks of its page: by its menu, by its buttons, by a file that the system handed to the program. */
export type Command =
  | { readonly name: PlainCommand }
  /** A package that the program was started with: a token that works once, and its name. */
  | {
      readonly name: 'verify';
      readonly token: string;
      readonly fileName: string;
      readonly bytes: number;
    };
export type CommandName = Command['name'];
