/** The evaluator's desk. */
export const deskJobResults = [] as const;

export const deskCalls = {} as const;
