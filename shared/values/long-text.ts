import * as z from 'zod';

/** UTF-16 units, as the fields that ask for it count them. */
export const LONG_TEXT = 5000;

/** What somebody says in their own words: a reason, an opinion, a conclusion. */
export const longTextSchema = z.string().max(LONG_TEXT);
