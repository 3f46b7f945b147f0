/** Whatever ends a line in text that was typed or pasted (Unicode 5.8); each becomes a paragraph, or a break of Word's. */
export const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
