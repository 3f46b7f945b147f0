import * as z from 'zod';

/** What the desktop window asks of its page: by its menu, by its buttons, by a file that the system handed to the program. */
export const commandSchema = z.discriminatedUnion('name', [
  z.object({ name: z.enum(['undo', 'redo', 'print', 'find', 'save', 'close', 'back', 'help']) }),
  /** A package that the program was started with: a token that works once, and its name. */
  z.object({ name: z.literal('verify'), token: z.string(), fileName: z.string(), bytes: z.int().min(0) }),
]);
export type Command = z.output<typeof commandSchema>;
export type CommandName = Command['name'];
