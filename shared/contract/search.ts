import * as z from 'zod';
import { searchedSchema } from '../search/line.ts';
import { declareCall, none } from './parts.ts';

export const searchCalls = {
  /**
   * All that can be found in the data folder, as it was last saved; nothing is opened or changed. `unread`: folders that
   * cannot be read, and so are not looked through.
   */
  searchIndex: declareCall(none, z.object({ documents: z.array(searchedSchema), unread: z.int() })),
} as const;
