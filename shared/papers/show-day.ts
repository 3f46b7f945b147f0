/** 2019-12-20 -> 2019年12月20日; '' stays ''. */
export function showDay(day: string): string {
  const [year, month, date] = day.split('-');
  return year === undefined || month === undefined || date === undefined
    ? ''
    : `${year}年${Number(month)}月${Number(date)}日`;
}
