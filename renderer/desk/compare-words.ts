/** The order of words in the desk's lists: 第2执法队 before 第10执法队. */
export const compareWords = new Intl.Collator('zh', { numeric: true }).compare;
