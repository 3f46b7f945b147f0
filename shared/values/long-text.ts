import * as z from 'zod';

/** What somebody says in their own words: a reason, an opinion, a conclusion. At most 5,000 UTF-16 units. */
export const longTextSchema = z.string().max(5000);
