/** Importing, editing and keeping standards. */
export const standardJobResults = [] as const;

export const standardCalls = {} as const;
