const NUMBER = /(?<!\d)\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX](?![\dX])/giu;

/** Whether a number of the shape of a citizen's stands in a text, by the day of birth within it. */
export function hasIdentityNumber(text: string): boolean {
  return [...text.normalize('NFKC').replace(/[\s-]/gu, '').matchAll(NUMBER)].some(
    ([, year = '', month = '', day = '']) => {
      const born = new Date(`${year}-${month}-${day}T00:00:00Z`);
      return !Number.isNaN(born.getTime()) && born.getUTCDate() === Number(day);
    },
  );
}
