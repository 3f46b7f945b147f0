/** The FieldScopes of a roll-up that are no id of a line alone, and its one field without a scope. */
export const COLLECTION = 'collection';
export const OFFICE = '办公室名称';
/** Before the id of a case: its mark, which stands in the list. */
export const MARK = 'mark ';
